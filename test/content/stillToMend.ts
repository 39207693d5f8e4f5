/** Quizzes whose items do not meet the newer rules yet: printed as skipped at each run. Take out a name that is mended. */

/** The starter may pass a check, and programs that try the checks may be missing. */
export const stillUntried: readonly string[] = ['concurrency', 'final-exam', 'internals', 'knowledge-check'];
