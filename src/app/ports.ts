/** What the program needs of the world that it runs in; each host implements these. */

/** Whether the user trusts what is open. Asked anew each time: trust may be granted while the window is open. */
export interface Trust {
  readonly isTrusted: boolean;
  /** For the user, when it is not: why nothing runs, and what to do about it. */
  readonly refusal: string;
}

/** Where paths really lead. Neither method rejects: what cannot be looked at is as if it were not there. */
export interface Paths {
  /** Whether paths are written as Windows has them. */
  readonly isWindows: boolean;
  /** What a symbolic link or junction holds; undefined where there is none. */
  linkTarget(path: string): Promise<string | undefined>;
  /** Equal for two spellings of one place on the disk, links followed; undefined where there is nothing. */
  identity(path: string): Promise<string | undefined>;
}

/** A file of an append log. */
export interface Segment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970 of the last change, by the host's clock. */
  readonly changedAt: number;
}

/**
 * Files that only grow, side by side in one place. Each is written by one writer and read by all, so that neither a
 * lock nor an append that others take part in is needed; what is stored outlives the program, and where the host can
 * promise it, a power cut. Everything rejects with the host's own error.
 */
export interface AppendLog {
  segments(): Promise<readonly Segment[]>;
  /** Up to so many bytes from a place on: fewer at the end, none when there is no such segment. */
  read(name: string, from: number, length: number): Promise<Uint8Array>;
  /** Makes the segment when there is none; resolves when the whole lines are stored. */
  append(name: string, lines: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Small texts by name, side by side in one place; each is written whole or not at all, and outlives the program. */
export interface Texts {
  /** None of them when the place is not there. */
  names(): Promise<readonly string[]>;
  /** Undefined when there is none of that name; otherwise rejects with the host's own error, as the others do. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** How paths are written where the program runs. */
export interface PathSyntax {
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  relative(from: string, to: string): string;
  dirname(path: string): string;
  isAbsolute(path: string): boolean;
  basename(path: string): string;
  /** Between the parts of a path. */
  readonly sep: string;
  /** Between the folders of the PATH. */
  readonly delimiter: string;
}

/** What a machine has of Pythons, before one of them is asked. */
export interface Machine {
  /** As Node names it: `win32`, `darwin`, `linux`. */
  readonly platform: string;
  readonly paths: PathSyntax;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the user's own folder. */
  readonly home: string;
  /** The names in a folder; empty when there is no such folder. */
  list(folder: string): readonly string[];
  /** The text of a file; empty when there is no such file. */
  read(file: string): string;
}
