import type { Linter } from 'eslint';

/** What the linter holds which files to. */
declare const config: readonly Linter.Config[];
export { config as default };
