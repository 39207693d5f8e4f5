import * as l10n from '@vscode/l10n';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { dataTable } from '../shared/dataTable.js';
import { cardCount, dayCount } from '../shared/counts.js';
import { counted, figure, percent } from '../shared/figures.js';
import { fullDay, shortDay } from './dates.js';
import { datedDueDay, dueChart } from './dueChart.js';
import { heatMap, totalOf } from './heatMap.js';
import { mastery, readWord } from './mastery.js';
import { retentionChart } from './retentionChart.js';
import type { StatisticsActions } from './actions.js';
import { mistakes } from './mistakes.js';
import { resultsOf } from './results.js';
import { tiles } from './tiles.js';
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
    text: l10n.t('Begin with Today'),
    attributes: { type: 'button' },
    onClick: showToday,
  });
  const review = element('button', {
    id: 'start-review',
    class: 'button',
    text: l10n.t('Start Review'),
    attributes: { type: 'button' },
    onClick: startReview,
  });
  return element('header', {}, [
    element('div', { class: 'top' }, [
      element('h1', { text: l10n.t('Progress') }),
      isNew ? begin : (model.due[0] ?? 0) > 0 ? review : undefined,
    ]),
    tiles(model),
  ]);
}

function comingUp(model: StatisticsModel): HTMLElement {
  const { due, today } = model;
  const sum = due.reduce((total, count) => total + count, 0);
  const title = l10n.t('Coming Up');
  if (sum === 0)
    return section(
      'due',
      title,
      l10n.t('Nothing is scheduled. Questions that you review or answer in a quiz come back here.'),
    );
  const week = due.slice(0, 7).reduce((total, count) => total + count, 0);
  return section(
    'due',
    title,
    l10n.t('{0} within 7 days, {1} within 30.', cardCount(week), cardCount(sum)),
    [
      dueChart(model),
      dataTable({
        id: 'table-due',
        caption: l10n.t('Cards to review by day'),
        head: [l10n.t('Day'), l10n.t('Cards')],
        rows: () => due.map((count, index) => [datedDueDay(today, index), figure(count)]),
      }),
    ],
  );
}

function year(model: StatisticsModel): HTMLElement {
  const { activity } = model;
  const title = l10n.t('Your Year');
  if (activity.length === 0)
    return section(
      'year',
      title,
      l10n.t('Nothing yet. Read a question, and today is marked here.'),
    );
  const things = activity.reduce((sum, [, day]) => sum + totalOf(day), 0);
  return section(
    'year',
    title,
    counted(
      things,
      l10n.t('{0} thing done on {1}.', figure(things), dayCount(activity.length)),
      l10n.t('{0} things done on {1}.', figure(things), dayCount(activity.length)),
    ),
    [
      heatMap(model),
      dataTable({
        id: 'table-year',
        caption: l10n.t('What you did, by day, latest first'),
        head: [
          l10n.t('Day'),
          l10n.t('Reviews'),
          l10n.t('Answers'),
          l10n.t('Questions read'),
          l10n.t('Notes'),
          l10n.t('Interviews'),
          l10n.t('Exercises'),
        ],
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
              ].map(figure),
            ]),
      }),
    ],
  );
}

function topics({ topics: all }: StatisticsModel): HTMLElement {
  return section(
    'topics',
    l10n.t('Mastery by Topic'),
    l10n.t(
      'A question is mastered when you have read it and last answered all its quiz items right.',
    ),
    [
      mastery(all),
      dataTable({
        id: 'table-topics',
        caption: l10n.t('Questions by topic'),
        head: [
          l10n.t('Topic'),
          l10n.t('Mastered'),
          readWord(),
          l10n.t('Not read yet'),
          l10n.t('All'),
        ],
        rows: () =>
          all.map(({ title, total, read, mastered }) => [
            element('span', { text: title, attributes: ofContent }),
            ...[mastered, read, total - read - mastered, total].map(figure),
          ]),
      }),
    ],
  );
}

function retention({ retention: all }: StatisticsModel): HTMLElement {
  const { weeks } = all;
  const title = l10n.t('Retention');
  if (weeks.every(({ reviewed }) => reviewed === 0))
    return section(
      'retention',
      title,
      l10n.t('Nothing to compare yet: cards count from the day after you first met them.'),
    );
  return section(
    'retention',
    title,
    l10n.t('How much you remember when a card comes back, week by week.'),
    [
      retentionChart(all),
      dataTable({
        id: 'table-retention',
        caption: l10n.t('Reviews remembered by week, latest first'),
        head: [
          l10n.t('Week of'),
          l10n.t('Reviews'),
          l10n.t('Remembered'),
          l10n.t({
            message: 'Share',
            comment: ['A column: the part of the reviews that was remembered'],
          }),
        ],
        rows: () =>
          [...weeks]
            .reverse()
            .map(({ week, reviewed, remembered }) => [
              shortDay(week),
              figure(reviewed),
              figure(remembered),
              reviewed === 0 ? '–' : percent(remembered / reviewed),
            ]),
      }),
    ],
  );
}

function weakestQuestions({ weakest: questions, today }: StatisticsModel): HTMLElement {
  const title = l10n.t('Weakest Questions');
  if (questions.length === 0)
    return section(
      'weakest',
      title,
      l10n.t('None: nothing that you were asked went wrong lately.'),
    );
  return section('weakest', title, l10n.t('Read these again first.'), [weakest(questions, today)]);
}

function mistakesSection(
  { mistakes: all, today }: StatisticsModel,
  actions: StatisticsActions,
): HTMLElement {
  const open = all.filter(({ isMended }) => !isMended).length;
  const title = l10n.t('Mistakes');
  if (all.length === 0)
    return section(
      'mistakes',
      title,
      l10n.t('None yet. Quiz items that you miss are kept here, each with its reason.'),
    );
  const mended = figure(all.length - open);
  const standing = counted(
    open,
    l10n.t('{0} item still to mend, {1} right since.', figure(open), mended),
    l10n.t('{0} items still to mend, {1} right since.', figure(open), mended),
  );
  return section('mistakes', title, standing, [mistakes(all, today, actions)]);
}

function results(model: StatisticsModel): HTMLElement {
  const { words, content } = resultsOf(model);
  return section('results', l10n.t('Interviews and Quizzes'), words, content);
}

/** @param name of the section, the same in every language */
function section(
  name: string,
  title: string,
  words: string,
  content: readonly HTMLElement[] = [],
): HTMLElement {
  const id = `heading-${name}`;
  return element('section', { attributes: { 'aria-labelledby': id } }, [
    element('h2', { id, text: title }),
    element('p', { class: 'facts', text: words }),
    ...content,
  ]);
}
