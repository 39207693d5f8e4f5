import * as l10n from '@vscode/l10n';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { element, icon } from '../shared/dom.js';
import { dataTable } from './dataTable.js';
import { counted, percent, plural } from '../shared/figures.js';
import { fullDay, shortDay } from './dates.js';
import { dueChart, dueDay } from './dueChart.js';
import { heatMap, totalOf } from './heatMap.js';
import { mastery } from './mastery.js';
import { retentionChart } from './retentionChart.js';
import type { StatisticsActions } from './actions.js';
import { mistakes } from './mistakes.js';
import { resultsOf } from './results.js';
import { weakest } from './weakest.js';

/** The whole page, from top to bottom: figures, then a section a chart. */
export function statisticsView(model: StatisticsModel, actions: StatisticsActions): HTMLElement {
  return element('div', { class: 'statistics' }, [
    header(model, actions),
    comingUp(model),
    year(model),
    topics(model),
    retention(model),
    weakestQuestions(model),
    mistakesSection(model, actions),
    results(model),
  ]);
}

function header(
  model: StatisticsModel,
  { startReview, showToday }: StatisticsActions,
): HTMLElement {
  const isNew = model.activity.length === 0;
  const begin = element('button', {
    class: 'button',
    text: 'Begin with Today',
    attributes: { type: 'button' },
    onClick: showToday,
  });
  const review = element('button', {
    id: 'start-review',
    class: 'button',
    text: 'Start Review',
    attributes: { type: 'button' },
    onClick: startReview,
  });
  return element('header', {}, [
    element('div', { class: 'top' }, [
      element('h1', { text: 'Progress' }),
      isNew ? begin : (model.due[0] ?? 0) > 0 ? review : undefined,
    ]),
    tiles(model),
  ]);
}

function tiles({
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
    target === undefined ? 'of reviews, last 30 days' : `target ${percent(target)}, last 30 days`;
  return element('dl', { class: 'tiles' }, [
    tile('calendar', 'Due today', due === undefined ? '–' : String(due), dueWords(due)),
    tile('flame', 'Streak', String(streak.current), streakWords(streak)),
    tile(
      'target',
      'Remembered',
      recent.reviewed === 0 ? '–' : percent(recent.remembered / recent.reviewed),
      recent.reviewed === 0 ? 'no reviews yet' : goal,
    ),
    tile('verified', 'Mastered', String(mastered), `of ${plural(total, 'question')}`),
  ]);
}

function dueWords(count: number | undefined): string {
  if (count === undefined) return 'nothing scheduled yet';
  if (count === 0) return 'all done';
  return counted(count, l10n.t('card'), l10n.t('cards'));
}

function streakWords({ current, longest, today }: StatisticsModel['streak']): string {
  const days = counted(current, l10n.t('day'), l10n.t('days'));
  if (current > 0 && !today) return `${days}: do something today to keep it`;
  return longest > current ? `${days}, longest ${String(longest)}` : days;
}

function tile(iconName: string, name: string, value: string, words: string): HTMLElement {
  return element('div', { class: 'tile' }, [
    element('dt', {}, [icon(iconName), name]),
    element('dd', { class: 'value', text: value }),
    element('dd', { class: 'words', text: words }),
  ]);
}

function comingUp(model: StatisticsModel): HTMLElement {
  const { due, today } = model;
  const sum = due.reduce((total, count) => total + count, 0);
  if (sum === 0)
    return section(
      'Coming Up',
      'Nothing is scheduled. Questions that you review or answer in a quiz come back here.',
    );
  const week = due.slice(0, 7).reduce((total, count) => total + count, 0);
  return section(
    'Coming Up',
    `${plural(week, 'card')} within 7 days, ${plural(sum, 'card')} within 30.`,
    [
      dueChart(model),
      dataTable({
        id: 'table-due',
        caption: 'Cards to review by day',
        head: ['Day', 'Cards'],
        rows: () =>
          due.map((count, index) => [
            index < 2
              ? `${dueDay(today, index)}, ${shortDay(today + index)}`
              : dueDay(today, index),
            String(count),
          ]),
      }),
    ],
  );
}

function year(model: StatisticsModel): HTMLElement {
  const { activity } = model;
  if (activity.length === 0)
    return section('Your Year', 'Nothing yet. Read a question, and today is marked here.');
  const things = activity.reduce((sum, [, day]) => sum + totalOf(day), 0);
  return section(
    'Your Year',
    `${plural(things, 'thing')} done on ${plural(activity.length, 'day')}.`,
    [
      heatMap(model),
      dataTable({
        id: 'table-year',
        caption: 'What you did, by day, latest first',
        head: ['Day', 'Reviews', 'Answers', 'Questions read', 'Notes', 'Interviews', 'Exercises'],
        rows: () =>
          [...activity]
            .reverse()
            .map(([day, done]) => [
              fullDay(day),
              ...[
                done.reviews,
                done.answers,
                done.reads,
                done.notes,
                done.interviews,
                done.exercises,
              ].map(String),
            ]),
      }),
    ],
  );
}

function topics({ topics: all }: StatisticsModel): HTMLElement {
  return section(
    'Mastery by Topic',
    'A question is mastered when you have read it and last answered all its quiz items right.',
    [
      mastery(all),
      dataTable({
        id: 'table-topics',
        caption: 'Questions by topic',
        head: ['Topic', 'Mastered', 'Read', 'Not read yet', 'All'],
        rows: () =>
          all.map(({ title, total, read, mastered }) => [
            title,
            ...[mastered, read, total - read - mastered, total].map(String),
          ]),
      }),
    ],
  );
}

function retention({ retention: all }: StatisticsModel): HTMLElement {
  const { weeks } = all;
  if (weeks.every(({ reviewed }) => reviewed === 0))
    return section(
      'Retention',
      'Nothing to compare yet: cards count from the day after you first met them.',
    );
  return section('Retention', 'How much you remember when a card comes back, week by week.', [
    retentionChart(all),
    dataTable({
      id: 'table-retention',
      caption: 'Reviews remembered by week, latest first',
      head: ['Week of', 'Reviews', 'Remembered', 'Share'],
      rows: () =>
        [...weeks]
          .reverse()
          .map(({ week, reviewed, remembered }) => [
            shortDay(week),
            String(reviewed),
            String(remembered),
            reviewed === 0 ? '–' : percent(remembered / reviewed),
          ]),
    }),
  ]);
}

function weakestQuestions({ weakest: questions, today }: StatisticsModel): HTMLElement {
  if (questions.length === 0)
    return section('Weakest Questions', 'None: nothing that you were asked went wrong lately.');
  return section('Weakest Questions', 'Read these again first.', [weakest(questions, today)]);
}

function mistakesSection(
  { mistakes: all, today }: StatisticsModel,
  actions: StatisticsActions,
): HTMLElement {
  const open = all.filter(({ isMended }) => !isMended).length;
  return all.length === 0
    ? section('Mistakes', 'None yet. Quiz items that you miss are kept here, each with its reason.')
    : section(
        'Mistakes',
        `${plural(open, 'item')} still to mend, ${String(all.length - open)} right since.`,
        [mistakes(all, today, actions)],
      );
}

function results(model: StatisticsModel): HTMLElement {
  const { words, content } = resultsOf(model);
  return section('Interviews and Quizzes', words, content);
}

function section(title: string, words: string, content: readonly HTMLElement[] = []): HTMLElement {
  const id = `heading-${title.toLowerCase().replaceAll(' ', '-')}`;
  return element('section', { attributes: { 'aria-labelledby': id } }, [
    element('h2', { id, text: title }),
    element('p', { class: 'facts', text: words }),
    ...content,
  ]);
}
