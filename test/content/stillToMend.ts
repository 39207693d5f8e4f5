/** Quizzes whose items do not meet the newer rules yet: printed as skipped at each run. Take out a name that is mended. */

/** The starter may pass a check, and programs that try the checks may be missing. */
export const stillUntried: readonly string[] = [];

/** Right options may be told by their length, their place or the reasons that options give. */
export const stillGuessable: readonly string[] = [];

/** Text items may refuse a form of a name that means the same. */
export const stillNarrow: readonly string[] = [];

/** An item may ask nearly the same as one of another quiz; a pair counts under the quiz that comes later by its name. */
export const stillAlike: readonly string[] = [];

/** The exam may not be drawn by its blueprint. */
export const stillUndrawn: readonly string[] = [];
