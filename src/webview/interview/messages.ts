/** The page's words. */
import type { Milestone } from '../../core/interview/milestones.js';
import { lastMinutes } from '../../core/interview/milestones.js';
import type { Mark } from '../../core/interview/sessionSchema.js';
import type { TurnModel } from '../../protocol/interview.js';
import { percent } from '../shared/figures.js';

export const marks: readonly { readonly value: Mark; readonly label: string }[] = [
  { value: 0, label: 'Missed' },
  { value: 1, label: 'In part' },
  { value: 2, label: 'Had it' },
];

export const markIcons: Readonly<Record<Mark, string>> = {
  0: 'circle-large-outline',
  1: 'circle-large-filled',
  2: 'pass-filled',
};

export const milestoneWords: Readonly<Record<Milestone, string>> = {
  questionMinute: 'One minute left for this question.',
  questionOver: 'The time for this question is over. Finish your thought.',
  interviewMinutes: `${String(lastMinutes)} minutes left in the interview.`,
  interviewOver: 'The time is over. The interview ends after this answer.',
};

export const keys: readonly (readonly [string, string])[] = [
  ['Ctrl+Enter', 'Show the model answer; then go on'],
  ['1, 2, 3', 'Rate a point: missed, in part, had it'],
  ['Up, Down', 'The point before or after'],
  ['Enter', 'Go on when every point is rated'],
  ['Escape', 'Leave the notes'],
  ['N', 'Back to the notes'],
  ['P', 'Pause, or continue'],
  ['?', 'Show or hide this help'],
];

export function scoreWords(score: number | undefined): string {
  return score === undefined ? 'not rated' : percent(score);
}

/** Where the interview is, in words. */
export function place({ index, count, turn, turns }: TurnModel): string {
  const question = `Question ${String(index + 1)} of ${String(count)}`;
  return turn === 0 ? question : `${question}, follow-up ${String(turn)} of ${String(turns - 1)}`;
}
