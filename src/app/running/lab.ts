/** The lab environment: a virtual environment of the extension's own, for what snippets ask to be installed. */
import type { InstallFault } from '../../core/python/installFault.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { Event } from '../event.js';
import type { Candidate } from '../interpreters/probe.js';

/** Under the extension's storage. */
export const labFolder = 'lab-environment';

export interface InstallRequest {
  /** As an installer takes them, without markers. */
  readonly requirements: readonly string[];
  /** The Python that the environment is made of. */
  readonly base: Interpreter;
  readonly signal: AbortSignal;
  /** Hears each line that the installer prints. */
  readonly onLine: (line: string) => void;
}

export interface Lab {
  /** The environment's Python; undefined before the first installation. */
  candidate(): Candidate | undefined;
  /**
   * Installs beside what was installed before. Answers with what went wrong; nothing is left of it then.
   * Two installations follow one another.
   */
  install(request: InstallRequest): Promise<InstallFault | undefined>;
  readonly onDidChange: Event<void>;
}
