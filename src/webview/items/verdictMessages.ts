import type { Verdict } from '../../protocol/quiz.js';

export const verdictWords: Readonly<Record<Verdict['verdict'], string>> = {
  correct: 'Correct',
  partly: 'Partly correct',
  wrong: 'Not correct',
  skipped: 'Not answered',
  unchecked: 'Not checked',
};

export const verdictIcons: Readonly<Record<Verdict['verdict'], string>> = {
  correct: 'pass',
  partly: 'circle-large-outline',
  wrong: 'error',
  skipped: 'debug-step-over',
  unchecked: 'question',
};
