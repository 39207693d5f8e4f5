import type { DayModel, TodayHost, TodayModel } from '../../protocol/today.js';
import type { Connection } from '../../protocol/rpc.js';
import { element, icon, tool } from '../shared/dom.js';
import { percent, plural } from '../shared/figures.js';

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
    element('h1', { text: 'Today' }),
    element('p', { class: 'standing' }, [standing(model)]),
    planBar(model),
    element(
      'ol',
      { class: 'tasks' },
      tasks.map((task, at) => taskRow(task, at === 0)),
    ),
    element('div', { class: 'tools' }, [
      tool('graph', 'Show Progress', () => void host.call('progress', {})),
      tool('milestone', model.plan ? 'Change Plan' : 'Choose a Plan', () => {
        turn(host.call('chooseAgain', {}));
      }),
    ]),
  ]);
}

function tasksOf(model: DayModel, host: Connection<TodayHost>): readonly Task[] {
  const { due, readOn, weakest } = model;
  const tasks: Task[] = [];
  if (due > 0)
    tasks.push({
      icon: 'history',
      title: `${plural(due, 'card')} due for review`,
      words: 'What you are about to forget comes first.',
      action: 'Review',
      onClick: () => void host.call('review', {}),
    });
  if (readOn)
    tasks.push({
      icon: 'book',
      title: readOn.title,
      words: readOn.topic,
      action: 'Read On',
      onClick: () => void host.call('open', { question: readOn.id, toSide: false }),
    });
  if (weakest)
    tasks.push({
      icon: 'checklist',
      title: `Your weakest topic: ${weakest.title}`,
      words: `${percent(weakest.strength)} of what was asked is known.`,
      action: 'Take a Quiz on It',
      onClick: () => void host.call('quiz', { packId: weakest.packId, topic: weakest.topic }),
    });
  tasks.push({
    icon: 'comment-discussion',
    title: 'Rehearse the interview',
    words: 'Questions and follow-ups against the clock.',
    action: 'Mock Interview',
    onClick: () => void host.call('interview', {}),
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
      attributes: { type: 'button', 'aria-label': `${task.action}: ${task.title}` },
      onClick: task.onClick,
    }),
  ]);
}

function standing({ plan, readToday, streak }: DayModel): string {
  const read = `${plural(readToday, 'question')} read today`;
  const measured = plan && plan.measure > 0 ? `${read}, of ${String(plan.measure)} planned` : read;
  const days =
    streak.current === 0
      ? 'No streak yet: anything done today begins one.'
      : `${plural(streak.current, 'day')} in a row${streak.today ? '.' : ': do something today to keep it.'}`;
  return `${measured}. ${days}`;
}

function planBar({ plan }: DayModel): HTMLElement | undefined {
  if (!plan) return undefined;
  const { title, read, questions, daysLeft } = plan;
  const left =
    daysLeft === undefined
      ? ''
      : daysLeft === 0
        ? ' The interview is today.'
        : ` The interview is in ${plural(daysLeft, 'day')}.`;
  const bar = element('progress', { attributes: { 'aria-label': `Read of ${title}` } });
  bar.max = Math.max(1, questions);
  bar.value = read;
  return element('div', { class: 'plan' }, [
    element('p', {
      text: `${title}: ${String(read)} of ${plural(questions, 'question')} read.${left}`,
    }),
    bar,
  ]);
}
