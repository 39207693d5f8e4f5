/** Which of the Pythons that were found is used, without a word of VS Code. */
import { builtInCommand } from '../../core/python/builtIn.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { compareVersions } from '../../core/python/versions.js';
import type { Machine } from '../ports.js';
import { expandPath, lookUp, pathCandidates, workspaceCandidates } from './discovery.js';
import { environmentCandidates } from './environmentFolders.js';
import { managedCandidates } from './managedPythons.js';
import type { Candidate, Probe, ProbeFault } from './probe.js';

/** What the user chose, here or in another extension: the first that answers is used. */
export interface Wishes {
  readonly chosen: readonly Candidate[];
  readonly folders: readonly string[];
  /** The extension's own environment: listed, and used only for what it was made for. */
  readonly lab?: Candidate | undefined;
}

/** The oldest Python that is used unasked; an older one is used when the user chose it. */
export const usable = '3.10';

/** What always is there, and needs nothing on the machine. */
const builtInCandidate: Candidate = { command: builtInCommand, args: [], origin: builtInCommand };

export class InterpreterSearch {
  constructor(
    private readonly machine: Machine,
    private readonly probe: Probe,
  ) {}

  /** What a path or a name stands for that a user wrote; `folder` is that of the workspace. */
  command(text: string, folder: string | undefined): string {
    return lookUp(this.machine, expandPath(this.machine, text, folder));
  }

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
    const builtIn = await this.probe.ask(builtInCandidate);
    return builtIn.ok ? builtIn.interpreter : old;
  }

  /**
   * All that answer, once each, in the order in which they are looked for. `found` hears of each as soon as it
   * answers: one that is slow does not keep the others from being shown.
   */
  async all(
    wishes: Wishes,
    found: (interpreter: Interpreter) => void = () => undefined,
  ): Promise<readonly Interpreter[]> {
    const candidates = [
      ...wishes.chosen,
      ...workspaceCandidates(this.machine, wishes.folders),
      ...(wishes.lab ? [wishes.lab] : []),
      ...this.onMachine(),
      ...environmentCandidates(this.machine),
      builtInCandidate,
    ];
    const answers: (Interpreter | undefined)[] = candidates.map(() => undefined);
    const heard = new Set<string>();
    let next = 0;
    const askInTurn = async (): Promise<void> => {
      for (let at = next++; at < candidates.length; at = next++) {
        const candidate = candidates[at];
        const answer = candidate && (await this.probe.ask(candidate));
        if (answer?.ok !== true) continue;
        answers[at] = answer.interpreter;
        const key = identity(answer.interpreter);
        if (!heard.has(key)) found(answer.interpreter);
        heard.add(key);
      }
    };
    // A few at a time: each is a process, and the user's machine has other things to do.
    await Promise.all(Array.from({ length: 4 }, askInTurn));
    const all = new Map<string, Interpreter>();
    for (const interpreter of answers) {
      if (!interpreter) continue;
      const key = identity(interpreter);
      if (!all.has(key)) all.set(key, interpreter);
    }
    return [...all.values()];
  }

  private onMachine(): Candidate[] {
    return [...pathCandidates(this.machine), ...managedCandidates(this.machine)];
  }
}

/** Two names of the same installation are one interpreter. */
function identity({ prefix, version, freeThreaded }: Interpreter): string {
  return [prefix, version, freeThreaded].join('\0');
}
