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
