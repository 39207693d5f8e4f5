/** How many of what the pages count most often: 1 question, 1,200 questions. */
import * as l10n from '@vscode/l10n';
import { counted, figure } from './figures.js';

export function questionCount(count: number): string {
  return counted(
    count,
    l10n.t('{0} question', figure(count)),
    l10n.t('{0} questions', figure(count)),
  );
}

export function minuteCount(count: number): string {
  return counted(count, l10n.t('{0} minute', figure(count)), l10n.t('{0} minutes', figure(count)));
}

export function cardCount(count: number): string {
  return counted(count, l10n.t('{0} card', figure(count)), l10n.t('{0} cards', figure(count)));
}

export function dayCount(count: number): string {
  return counted(count, l10n.t('{0} day', figure(count)), l10n.t('{0} days', figure(count)));
}
