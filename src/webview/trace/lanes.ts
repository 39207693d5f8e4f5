/** What the threads and the tasks are at, one beside another, in the order in which this run took them. */
import * as l10n from '@vscode/l10n';
import type { Recording } from '../../core/trace/recording.js';
import type { Step, ThreadStack } from '../../core/trace/step.js';
import { element } from '../shared/dom.js';
import { placeText, stateText } from './stepText.js';

interface Lane {
  readonly name: string;
  readonly at: string;
  readonly runs: boolean;
}

export class Lanes {
  readonly element = element('section', {
    class: 'lanes',
    hidden: true,
    attributes: { 'aria-label': l10n.t('Threads and tasks') },
  });

  constructor(private readonly recording: Recording) {}

  show(step: Step): void {
    const threads = this.recording.threads > 1 ? this.threads(step) : [];
    const tasks = tasksOf(step);
    this.element.hidden = threads.length + tasks.length === 0;
    this.element.replaceChildren(
      ...group(l10n.t('Threads, in the order of this run'), threads),
      ...group(l10n.t('Tasks, in the order of this run'), tasks),
    );
  }

  private threads(step: Step): readonly Lane[] {
    const stacks: readonly ThreadStack[] = [step, ...step.others];
    return Array.from({ length: this.recording.threads }, (_, thread) => {
      const innermost = stacks.find((each) => each.thread === thread)?.stack.at(-1);
      return {
        name:
          this.recording.threadName(thread) ??
          (thread === 0 ? mainThread() : l10n.t('Thread {0}', thread)),
        at: innermost ? placeText(innermost) : '–',
        runs: thread === step.thread,
      };
    });
  }
}

function tasksOf({ tasks, task, heap, stack }: Step): readonly Lane[] {
  return tasks.map((id) => {
    const object = heap.get(id);
    const [, coroutineId] = pairsOf(object?.items).find(([name]) => name === 'coroutine') ?? [];
    const coroutine = typeof coroutineId === 'number' ? heap.get(coroutineId) : undefined;
    const runs = id === task;
    const line = runs
      ? stack.find((frame) => frame.id === coroutine?.frame)?.line
      : coroutine?.line;
    const state = runs
      ? l10n.t({ message: 'runs', comment: ['What a task does'] })
      : stateText(coroutine?.says ?? object?.says);
    return {
      name: `${object?.type ?? l10n.t('task')} #${id}`,
      at: [coroutine?.type, state, line === undefined ? undefined : l10n.t('line {0}', line)]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
      runs,
    };
  });
}

function pairsOf(items: readonly unknown[] = []): readonly (readonly [unknown, unknown])[] {
  return items.filter((item): item is readonly [unknown, unknown] => Array.isArray(item));
}

function group(title: string, lanes: readonly Lane[]): readonly HTMLElement[] {
  if (lanes.length === 0) return [];
  return [
    element('h2', { text: title }),
    element(
      'ul',
      {},
      lanes.map(({ name, at, runs }) =>
        element(
          'li',
          { class: runs ? 'runs' : '', attributes: runs ? { 'aria-current': 'true' } : {} },
          [element('strong', { text: `${runs ? '▶ ' : ''}${name}` }), ` ${at}`],
        ),
      ),
    ),
  ];
}

function mainThread(): string {
  return l10n.t({ message: 'Main', comment: ['The thread with which a program begins'] });
}
