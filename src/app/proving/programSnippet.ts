import type { Snippet } from '../../core/pack/pack.js';
import { checkSeconds } from '../../core/quiz/codeCheck.js';

/** A program of a quiz item as the snippet that it would be. */
export function programSnippet(code: string, python = ''): Snippet {
  return {
    name: 'answer',
    code,
    line: 0,
    python,
    requires: [],
    files: [],
    expected: [],
    timeout: checkSeconds,
    stdin: '',
    exit: 0,
  };
}
