/** Quizzes whose items do not meet the newer rules yet: printed as skipped at each run. Take out a name that is mended. */

/** The starter may pass a check, and programs that try the checks may be missing. */
<<<<<<< HEAD
export const stillUntried: readonly string[] = ['concurrency', 'final-exam', 'internals', 'knowledge-check'];
=======
export const stillUntried: readonly string[] = ['concurrency', 'engineering', 'final-exam', 'internals', 'knowledge-check', 'objects', 'types'];

/** Right options may be told by their length, their place or the reasons that options give. */
export const stillGuessable: readonly string[] = ['concurrency', 'engineering', 'final-exam', 'internals', 'knowledge-check', 'objects', 'types'];

/** Text items may refuse a form of a name that means the same. */
export const stillNarrow: readonly string[] = ['concurrency', 'engineering', 'final-exam', 'internals', 'knowledge-check', 'objects', 'types'];

/** An item may ask nearly the same as one of another quiz; a pair counts under the quiz that comes later by its name. */
export const stillAlike: readonly string[] = ['objects', 'types'];

/** The exam may not be drawn by its blueprint. */
export const stillUndrawn: readonly string[] = ['final-exam'];
>>>>>>> b7ce159 (Measure what gives answers away, likeness and the exam's blueprint, and lint every program with ruff)
