/** Which of the Pythons that were found is used, without a word of VS Code. */
import type { Interpreter } from '../../core/python/interpreter.js';
import { compareVersions } from '../../core/python/versions.js';
import type { Candidate, Machine } from './discovery.js';
import { managedCandidates, pathCandidates, workspaceCandidates } from './discovery.js';
import type { ProbeFault, PythonProbe } from './probe.js';

/** What the user chose, here or in another extension: the first that answers is used. */
export interface Wishes {
  readonly chosen: readonly Candidate[];
  /** Empty in a workspace that is not trusted: what lies in it is not run, not even to be asked. */
  readonly folders: readonly string[];
  /** The extension's own environment: listed, and used only for what it was made for. */
  readonly lab?: Candidate | undefined;
}

/** The oldest Python that is used unasked; an older one is used when the user chose it. */
const usable = '3.10';

export class InterpreterSearch {
  constructor(
    private readonly machine: Machine,
    private readonly probe: PythonProbe,
  ) {}

  /** The interpreter to use; `refused` hears why something that the user chose cannot be it. */
  async first(
    wishes: Wishes,
    refused: (candidate: Candidate, fault: ProbeFault) => void,
  ): Promise<Interpreter | undefined> {
    for (const candidate of wishes.chosen) {
      const answer = await this.probe.ask(candidate);
      if (answer.ok) return answer.interpreter;
      refused(candidate, answer.fault);
    }
    for (const candidate of workspaceCandidates(this.machine, wishes.folders)) {
      const answer = await this.probe.ask(candidate);
      if (answer.ok) return answer.interpreter;
    }
    let old: Interpreter | undefined;
    for (const candidate of this.onMachine()) {
      const answer = await this.probe.ask(candidate);
      if (!answer.ok) continue;
      if (compareVersions(answer.interpreter.version, usable) >= 0) return answer.interpreter;
      old ??= answer.interpreter;
    }
    return old;
  }

  /** All that answer, once each, in the order in which they are found. */
  async all(wishes: Wishes): Promise<readonly Interpreter[]> {
    const candidates = [
      ...wishes.chosen,
      ...workspaceCandidates(this.machine, wishes.folders),
      ...(wishes.lab ? [wishes.lab] : []),
      ...this.onMachine(),
    ];
    const found = new Map<string, Interpreter>();
    // A few at a time: each is a process, and the user's machine has other things to do.
    const size = 4;
    for (let at = 0; at < candidates.length; at += size) {
      const answers = await Promise.all(
        candidates.slice(at, at + size).map((one) => this.probe.ask(one)),
      );
      for (const answer of answers) {
        if (!answer.ok) continue;
        const { prefix, version, freeThreaded } = answer.interpreter;
        const key = [prefix, version, freeThreaded].join('\0');
        if (!found.has(key)) found.set(key, answer.interpreter);
      }
    }
    return [...found.values()];
  }

  private onMachine(): Candidate[] {
    return [...pathCandidates(this.machine), ...managedCandidates(this.machine)];
  }
}
