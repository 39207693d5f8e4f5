import * as l10n from '@vscode/l10n';
import { milestonesBetween } from '../../core/interview/milestones.js';
import type { ClockReading } from '../../core/interview/milestones.js';
import type { TurnModel } from '../../protocol/interview.js';
import { element, icon } from '../shared/dom.js';
import { duration } from '../shared/figures.js';
import { milestoneWords } from './messages.js';

/** The time of the question and of the interview; it runs while the learner answers, and says when an end is near. */
export class Clock {
  readonly element: HTMLElement;
  private readonly question = element('span', { class: 'time' });
  private readonly whole = element('span', { class: 'time' });
  private readonly since = performance.now();
  private readonly ticking: number | undefined;
  private last: ClockReading;

  constructor(
    private readonly model: TurnModel,
    private readonly say: (words: string) => void,
  ) {
    this.last = model.spent;
    this.element = element('p', { class: 'clocks', attributes: { role: 'timer' } }, [
      labelled(l10n.t('This question'), this.question),
      labelled(l10n.t('Interview'), this.whole),
    ]);
    this.paint();
    if (!model.paused && !model.told)
      this.ticking = window.setInterval(() => {
        this.tick();
      }, 1000);
  }

  dispose(): void {
    window.clearInterval(this.ticking);
  }

  private tick(): void {
    const passed = performance.now() - this.since;
    const { spent } = this.model;
    const now = { question: spent.question + passed, whole: spent.whole + passed };
    const words = milestonesBetween(this.last, now, this.model).map((each) => milestoneWords[each]);
    this.last = now;
    this.paint();
    if (words.length > 0) this.say(words.join(' '));
  }

  private paint(): void {
    paintTime(this.question, this.last.question, this.model.share);
    paintTime(this.whole, this.last.whole, this.model.limit);
  }
}

function labelled(label: string, time: HTMLElement): HTMLElement {
  return element('span', { class: 'clock' }, [
    element('span', { class: 'clock-label', text: label }),
    time,
  ]);
}

function paintTime(time: HTMLElement, spent: number, limit: number): void {
  const over = spent >= limit;
  time.replaceChildren(
    ...(over ? [icon('watch')] : []),
    over
      ? l10n.t({
          message: '{0} over',
          args: [duration(spent - limit)],
          comment: ['So much more time was taken than there was'],
        })
      : l10n.t({
          message: '{0} of {1}',
          args: [duration(spent), duration(limit)],
          comment: ['The time taken, and the time there is'],
        }),
  );
  time.classList.toggle('over', over);
}
