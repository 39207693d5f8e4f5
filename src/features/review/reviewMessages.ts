/** What the host says on the review page. */
import * as vscode from 'vscode';
import { msPerDay, msPerMinute } from '../../core/review/days.js';
import type { ReviewMessages } from '../../app/review/reviewMessages.js';

/** @param startOf when a day begins, in milliseconds since 1970 */
export function reviewMessages(
  startOf: (day: number) => number,
  isEmpty: () => boolean,
): ReviewMessages {
  return {
    interval: ({ days, dueAt }, now) => (days === 0 ? minutesText(dueAt - now) : daysText(days)),
    nextDue: (dueAt, now) => {
      if (isEmpty())
        return vscode.l10n.t(
          'Read a question or take a quiz: what you have met is asked here again, just before you would forget it.',
        );
      if (dueAt === undefined) return vscode.l10n.t('No card is waiting for a review.');
      if (dueAt <= now) return vscode.l10n.t('More cards are due now.');
      const when = dueAt - now < msPerDay / 2 ? minutesText(dueAt - now) : inDays(dueAt, now);
      return vscode.l10n.t('The next review is due in {0}.', when);
    },
    kind: (kind) => {
      if (kind === 'new') return [vscode.l10n.t('New')];
      return kind === 'relearn' ? [vscode.l10n.t('Forgotten today')] : [];
    },
    leech: (lapses) =>
      vscode.l10n.t(
        'You have forgotten this card {0} times. Read the question again and put it in your own words, or suspend the card.',
        lapses,
      ),
    limits: ({ waiting, caughtUpOn }) => {
      if (waiting === 0) return [];
      if (waiting === 1)
        return [vscode.l10n.t('One more card waits for another day, by your daily limits.')];
      if (caughtUpOn === undefined)
        return [
          vscode.l10n.t('{0} more cards wait for another day, by your daily limits.', waiting),
        ];
      const day = new Date(startOf(caughtUpOn)).toLocaleDateString(vscode.env.language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      });
      return [
        vscode.l10n.t(
          '{0} more cards are due and spread over the coming days, the most at risk first. You will have caught up by {1}.',
          waiting,
          day,
        ),
      ];
    },
  };

  function inDays(dueAt: number, now: number): string {
    return daysText(Math.max(1, Math.round((dueAt - now) / msPerDay)));
  }
}

function minutesText(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / msPerMinute));
  return minutes < 90
    ? vscode.l10n.t('{0} min', minutes)
    : vscode.l10n.t('{0} hours', Math.round(minutes / 60));
}

function daysText(days: number): string {
  if (days === 1) return vscode.l10n.t('1 day');
  if (days < 60) return vscode.l10n.t('{0} days', days);
  if (days < 730) return vscode.l10n.t('{0} months', Math.round(days / 30.4));
  return vscode.l10n.t('{0} years', Math.round(days / 365));
}
