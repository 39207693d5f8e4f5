/** The files of a pack, which may be anything: what is read is regular files inside it, of bounded size and number. */
import type { Fault } from '../../core/pack/pack.js';

export interface PackText {
  readonly file: string;
  readonly text: string;
}

/** The folder of a pack. Paths are within it, with forward slashes. */
export interface PackFiles {
  /**
   * The files in the folder that may be read, by their paths within it, with forward slashes and in order; what may not
   * goes to `faults`. Nothing hidden, and no folder behind a link.
   *
   * @throws PackFileError when the pack's own folder cannot be read.
   */
  list(faults: Fault[]): Promise<readonly string[]>;

  /**
   * A text of the pack; undefined when it is no longer there.
   *
   * @throws PackFileError when it may not be read.
   */
  read(file: string): Promise<string | undefined>;

  /** The texts of some of the listed files in their order; what cannot be read goes to `faults`. */
  texts(files: readonly string[], faults: Fault[]): AsyncIterable<PackText>;
}

/** Rejects with a PackFileError when there is no such folder. */
export type OpenPackFiles = (root: string) => Promise<PackFiles>;

/** Why a file of a pack is not read: a sentence for its author, and the 0-based line where there is one. */
export class PackFileError extends Error {
  constructor(
    message: string,
    readonly line = 0,
  ) {
    super(message);
  }
}

/** A fault at a file, made of whatever was thrown. */
export function faultOf(file: string, error: unknown): Fault {
  const line = error instanceof PackFileError ? error.line : 0;
  return { file, line, message: error instanceof Error ? error.message : String(error) };
}
