import * as l10n from '@vscode/l10n';
import type { Verdict } from '../../protocol/quiz.js';

export const verdictWords: Readonly<Record<Verdict['verdict'], string>> = {
  correct: l10n.t('Correct'),
  partly: l10n.t('Partly correct'),
  wrong: l10n.t('Not correct'),
  skipped: l10n.t('Not answered'),
  unchecked: l10n.t('Not checked'),
};

export const verdictIcons: Readonly<Record<Verdict['verdict'], string>> = {
  correct: 'pass',
  partly: 'circle-large-outline',
  wrong: 'error',
  skipped: 'debug-step-over',
  unchecked: 'question',
};
