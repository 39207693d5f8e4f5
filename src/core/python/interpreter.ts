import { pythonSatisfies } from './versions.js';

/** What is known of a Python after it was asked once. */
export interface Interpreter {
  /** The real executable that it reports, not a shim. */
  readonly executable: string;
  /** `3.12.1`, `3.14.0rc2`: as PEP 440 writes it. */
  readonly version: string;
  /** `cpython`, `pypy`, … */
  readonly implementation: string;
  readonly freeThreaded: boolean;
  readonly prefix: string;
  /** Installed distributions: normalized name (PEP 503) to version. */
  readonly distributions: Readonly<Record<string, string>>;
  /** Where it was found, in words for the user: `setting`, `Python extension`, `.venv`, `PATH`, `pyenv`, … */
  readonly origin: string;
}

/** Whether it is older than what any snippet is written for. */
export function isTooOld({ version }: Pick<Interpreter, 'version'>): boolean {
  return !pythonSatisfies('>=3.10', version);
}
