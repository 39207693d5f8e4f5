/** The page's words. */
import * as l10n from '@vscode/l10n';
import type { Milestone } from '../../core/interview/milestones.js';
import { lastMinutes } from '../../core/interview/milestones.js';
import type { Mark } from '../../core/interview/sessionSchema.js';
import type { TurnModel } from '../../protocol/interview.js';
import { figure, percent } from '../shared/figures.js';

export const marks: readonly { readonly value: Mark; readonly label: string }[] = [
  { value: 0, label: l10n.t('Missed') },
  { value: 1, label: l10n.t('In part') },
  { value: 2, label: l10n.t('Had it') },
];

export const markIcons: Readonly<Record<Mark, string>> = {
  0: 'circle-large-outline',
  1: 'circle-large-filled',
  2: 'pass-filled',
};

export const milestoneWords: Readonly<Record<Milestone, string>> = {
  questionMinute: l10n.t('One minute left for this question.'),
  questionOver: l10n.t('The time for this question is over. Finish your thought.'),
  interviewMinutes: l10n.t('{0} minutes left in the interview.', figure(lastMinutes)),
  interviewOver: l10n.t('The time is over. The interview ends after this answer.'),
};

export const keys: readonly (readonly [string, string])[] = [
  ['Ctrl+Enter', l10n.t('Show the model answer; then go on')],
  ['1, 2, 3', l10n.t('Rate a point: missed, in part, had it')],
  [l10n.t('Up, Down'), l10n.t('The point before or after')],
  ['Enter', l10n.t('Go on when every point is rated')],
  ['Escape', l10n.t('Leave the notes')],
  ['N', l10n.t('Back to the notes')],
  ['P', l10n.t('Pause, or continue')],
  ['?', l10n.t('Show or hide this help')],
];

export function scoreWords(score: number | undefined): string {
  return score === undefined ? l10n.t('not rated') : percent(score);
}

/** Where the interview is, in words. */
export function place({ index, count, turn, turns }: TurnModel): string {
  const question = [figure(index + 1), figure(count)] as const;
  return turn === 0
    ? l10n.t('Question {0} of {1}', ...question)
    : l10n.t(
        'Question {0} of {1}, follow-up {2} of {3}',
        ...question,
        figure(turn),
        figure(turns - 1),
      );
}
