import * as l10n from '@vscode/l10n';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { element, icon } from '../shared/dom.js';
import { counted, figure, percent } from '../shared/figures.js';

/** The figures that matter most, each in a tile with what it means. */
export function tiles({
  activity,
  due: days,
  streak,
  retention: { recent, target },
  topics: all,
}: StatisticsModel): HTMLElement {
  // Where nothing was ever done, nothing is done for today either.
  const isNew = activity.length === 0 && days.every((count) => count === 0);
  const due = isNew ? undefined : days[0];
  const mastered = all.reduce((sum, topic) => sum + topic.mastered, 0);
  const total = all.reduce((sum, topic) => sum + topic.total, 0);
  const goal =
    target === undefined
      ? l10n.t('of reviews, last 30 days')
      : l10n.t('target {0}, last 30 days', percent(target));
  return element('dl', { class: 'tiles' }, [
    tile('calendar', l10n.t('Due today'), due === undefined ? '–' : figure(due), dueWords(due)),
    tile('flame', l10n.t('Streak'), figure(streak.current), streakWords(streak)),
    tile(
      'target',
      l10n.t('Remembered'),
      recent.reviewed === 0 ? '–' : percent(recent.remembered / recent.reviewed),
      recent.reviewed === 0 ? l10n.t('no reviews yet') : goal,
    ),
    tile(
      'verified',
      l10n.t('Mastered'),
      figure(mastered),
      counted(
        total,
        l10n.t('of {0} question', figure(total)),
        l10n.t('of {0} questions', figure(total)),
      ),
    ),
  ]);
}

function dueWords(count: number | undefined): string {
  if (count === undefined) return l10n.t('nothing scheduled yet');
  if (count === 0) return l10n.t('all done');
  return counted(count, l10n.t('card'), l10n.t('cards'));
}

function streakWords({ current, longest, today }: StatisticsModel['streak']): string {
  if (current > 0 && !today)
    return counted(
      current,
      l10n.t('day: do something today to keep it'),
      l10n.t('days: do something today to keep it'),
    );
  return longest > current
    ? counted(
        current,
        l10n.t('day, longest {0}', figure(longest)),
        l10n.t('days, longest {0}', figure(longest)),
      )
    : counted(current, l10n.t('day'), l10n.t('days'));
}

function tile(iconName: string, name: string, value: string, words: string): HTMLElement {
  return element('div', { class: 'tile' }, [
    element('dt', {}, [icon(iconName), name]),
    element('dd', { class: 'value', text: value }),
    element('dd', { class: 'words', text: words }),
  ]);
}
