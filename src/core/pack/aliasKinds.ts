import type { Aliases } from './pack.js';

/** What a pack may give another id. */
export type AliasKind = keyof Aliases;
export const aliasKinds: readonly AliasKind[] = ['questions', 'quizzes', 'exercises'];
