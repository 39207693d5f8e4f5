import * as l10n from '@vscode/l10n';
import type { DayModel, TodayHost, TodayModel } from '../../protocol/today.js';
import type { Connection } from '../../protocol/rpc.js';
import { dayCount, minuteCount } from '../shared/counts.js';
import { daysView } from './daysView.js';
import { element, icon, tool } from '../shared/dom.js';
import { counted, figure, percent } from '../shared/figures.js';
import { paragraph } from '../shared/sentence.js';

interface Task {
  readonly icon: string;
  readonly title: string;
  readonly words: string;
  readonly action: string;
  readonly onClick: () => void;
}

/** What to do now, the most pressing first, one click each; and how it stands with the plan. */
export function dayView(
  model: DayModel,
  host: Connection<TodayHost>,
  turn: (step: Promise<TodayModel>) => void,
): HTMLElement {
  const tasks = tasksOf(model, host);
  return element('div', { class: 'day' }, [
    element('h1', { text: l10n.t('Today') }),
    element('p', { class: 'standing' }, [standing(model)]),
    planBar(model),
    daysView(model),
    element(
      'ol',
      { class: 'tasks' },
      tasks.map((task, at) => taskRow(task, at === 0)),
    ),
    element('div', { class: 'tools' }, [
      tool('graph', l10n.t('Show Progress'), () => void host.call('progress', {})),
      tool('milestone', model.plan ? l10n.t('Change Plan') : l10n.t('Choose a Plan'), () => {
        turn(host.call('chooseAgain', {}));
      }),
    ]),
  ]);
}

function tasksOf(model: DayModel, host: Connection<TodayHost>): readonly Task[] {
  const { due, readOn, weakest, days } = model;
  const tasks: Task[] = [];
  if (due > 0)
    tasks.push({
      icon: 'history',
      title: counted(
        due,
        l10n.t('{0} card due for review', figure(due)),
        l10n.t('{0} cards due for review', figure(due)),
      ),
      words: l10n.t('What you are about to forget comes first.'),
      action: l10n.t({ message: 'Review', comment: ['A verb on a button'] }),
      onClick: () => void host.call('review', {}),
    });
  if (readOn)
    tasks.push({
      icon: 'book',
      title: readOn.title,
      words: readOn.topic,
      action: l10n.t('Read On'),
      onClick: () => void host.call('open', { question: readOn.id, toSide: false }),
    });
  if (weakest)
    tasks.push({
      icon: 'checklist',
      title: l10n.t('Your weakest topic: {0}', weakest.title),
      words: l10n.t('{0} of what was asked is known.', percent(weakest.strength)),
      action: l10n.t('Take a Quiz on It'),
      onClick: () => void host.call('quiz', { packId: weakest.packId, topic: weakest.topic }),
    });
  tasks.push({
    icon: 'comment-discussion',
    title: l10n.t('Rehearse the interview'),
    words: l10n.t('Questions and follow-ups against the clock.'),
    action: l10n.t('Mock Interview'),
    onClick: () => void host.call('interview', {}),
  });
  const exercise = days?.[0]?.exercises[0];
  if (exercise)
    tasks.push({
      icon: 'code',
      title: exercise.title,
      words: l10n.t('An exercise of {0}.', minuteCount(exercise.minutes)),
      action: l10n.t({ message: 'Write It', comment: ['A verb on a button: write code'] }),
      onClick: () => void host.call('exercise', { exercise: exercise.id }),
    });
  return tasks;
}

function taskRow(task: Task, isFirst: boolean): HTMLElement {
  return element('li', { class: 'task' }, [
    icon(task.icon),
    element('div', { class: 'about' }, [
      element('strong', { text: task.title }),
      element('span', { class: 'words', text: task.words }),
    ]),
    element('button', {
      class: isFirst ? 'button first' : 'button secondary',
      text: task.action,
      attributes: {
        type: 'button',
        'aria-label': l10n.t({
          message: '{0}: {1}',
          args: [task.action, task.title],
          comment: ['What a button does, and to what'],
        }),
      },
      onClick: task.onClick,
    }),
  ]);
}

function standing({ plan, readToday, streak }: DayModel): string {
  return paragraph([readWords(readToday, plan?.measure ?? 0), streakWords(streak)]);
}

/** @param measure the questions planned for the day; 0 without a plan for it */
function readWords(read: number, measure: number): string {
  return measure > 0
    ? counted(
        read,
        l10n.t('{0} question read today, of {1} planned.', figure(read), figure(measure)),
        l10n.t('{0} questions read today, of {1} planned.', figure(read), figure(measure)),
      )
    : counted(
        read,
        l10n.t('{0} question read today.', figure(read)),
        l10n.t('{0} questions read today.', figure(read)),
      );
}

function streakWords({ current, today }: DayModel['streak']): string {
  if (current === 0) return l10n.t('No streak yet: anything done today begins one.');
  const days = dayCount(current);
  return today
    ? l10n.t('{0} in a row.', days)
    : l10n.t('{0} in a row: do something today to keep it.', days);
}

function planBar({ plan }: DayModel): HTMLElement | undefined {
  if (!plan) return undefined;
  const { title, read, questions, daysLeft } = plan;
  const bar = element('progress', { attributes: { 'aria-label': l10n.t('Read of {0}', title) } });
  bar.max = Math.max(1, questions);
  bar.value = read;
  return element('div', { class: 'plan' }, [
    element('p', {
      text: paragraph([
        counted(
          questions,
          l10n.t('{0}: {1} of {2} question read.', title, figure(read), figure(questions)),
          l10n.t('{0}: {1} of {2} questions read.', title, figure(read), figure(questions)),
        ),
        whenWords(daysLeft),
      ]),
    }),
    bar,
  ]);
}

/** @param daysLeft undefined where there is no date */
function whenWords(daysLeft: number | undefined): string {
  if (daysLeft === undefined) return '';
  return daysLeft === 0
    ? l10n.t('The interview is today.')
    : l10n.t('The interview is in {0}.', dayCount(daysLeft));
}
