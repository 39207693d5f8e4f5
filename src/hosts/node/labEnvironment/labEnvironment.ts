/**
 * The lab environment: a virtual environment of the extension's own, for what snippets ask to be installed. The user's
 * own environments are never touched. A new one is built beside the old one and takes its place when it is finished,
 * so that a failed or cancelled installation leaves everything as it was.
 */
import { join } from 'node:path';
import type { InstallFault } from '../../../core/python/installFault.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import type { Log } from '../../vscode/log.js';
import type { Candidate, Machine } from '../interpreters/discovery.js';
import { environmentPython } from '../interpreters/discovery.js';
import type { Runner } from '../../../app/running/pythonServices.js';

/** Where it is found, in words for the user. */
export const labOrigin = 'Lab environment';
/** Under the extension's storage. */
export const labFolder = 'lab-environment';
/** Written last: a folder without it is no finished environment. */
export const labRecord = 'interview-lab.json';

export interface LabSurroundings {
  /** Absolute path of the extension's storage. */
  readonly storage: string;
  readonly machine: Machine;
  readonly runner: Pick<Runner, 'startTool'>;
  readonly log: Pick<Log, 'info'>;
}

export interface InstallRequest {
  /** As an installer takes them, without markers. */
  readonly requirements: readonly string[];
  /** The Python that the environment is made of. */
  readonly base: Interpreter;
  readonly signal: AbortSignal;
  /** Hears each line that the installer prints. */
  readonly onLine: (line: string) => void;
}

export class LabEnvironment {
  private readonly listeners = new Set<() => void>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly surroundings: LabSurroundings) {}

  /** The environment's Python; undefined before the first installation. */
  candidate(): Candidate | undefined {
    const { storage, machine } = this.surroundings;
    const folder = join(storage, labFolder);
    if (!machine.list(folder).includes(labRecord)) return undefined;
    return { command: environmentPython(machine, folder), args: [], origin: labOrigin };
  }

  /**
   * Installs beside what was installed before. Answers with what went wrong; nothing is left of it then.
   * Two installations follow one another.
   */
  install(request: InstallRequest): Promise<InstallFault | undefined> {
    const installed = this.queue.then(async () => {
      const { LabBuild } = await import('./labBuild.js');
      const fault = await new LabBuild(this.surroundings, request).run();
      if (!fault) for (const listener of this.listeners) listener();
      return fault;
    });
    this.queue = installed.catch(() => undefined);
    return installed;
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }
}
