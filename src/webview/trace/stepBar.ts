/** The buttons and the slider that lead from step to step. */
import * as l10n from '@vscode/l10n';
import { element, tool } from '../shared/dom.js';

export interface StepActions {
  /** To a step, from 0. */
  go(index: number): void;
  /** So many steps on, or back. */
  move(steps: 1 | -1): void;
  over(): void;
  out(): void;
  predict(): void;
  again(): void;
  /** Records again, with the references to each object or without. */
  count(): void;
  reveal(): void;
}

export class StepBar {
  readonly element: HTMLElement;
  private readonly count = element('span', { class: 'count' });
  private readonly slider: HTMLInputElement;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly predict: HTMLButtonElement;

  /**
   * @param length how many steps there are
   * @param counts whether references are counted
   */
  constructor(
    private readonly length: number,
    counts: boolean,
    actions: StepActions,
  ) {
    const last = length - 1;
    this.slider = element('input', {
      attributes: {
        type: 'range',
        min: '0',
        max: String(last),
        value: '0',
        'aria-label': l10n.t('Step'),
      },
    });
    this.slider.addEventListener('input', () => {
      actions.go(Number(this.slider.value));
    });
    this.back = tool('debug-step-back', l10n.t('Back'), () => {
      actions.move(-1);
    });
    this.next = tool('debug-step-into', l10n.t('Next'), () => {
      actions.move(1);
    });
    this.next.classList.add('primary');
    this.predict = tool('question', l10n.t('What Happens Next?'), () => {
      actions.predict();
    });
    const first = tool(
      'debug-restart',
      l10n.t({ message: 'First', comment: ['The first step'] }),
      () => {
        actions.go(0);
      },
    );
    const over = tool(
      'debug-step-over',
      l10n.t({ message: 'Over', comment: ['Steps over a call'] }),
      () => {
        actions.over();
      },
    );
    const out = tool(
      'debug-step-out',
      l10n.t({ message: 'Out', comment: ['Steps out of a function'] }),
      () => {
        actions.out();
      },
    );
    const end = tool(
      'debug-continue',
      l10n.t({ message: 'Last', comment: ['The last step'] }),
      () => {
        actions.go(last);
      },
    );
    const again = tool('refresh', l10n.t('Record Again'), () => {
      actions.again();
    });
    const count = tool(
      'references',
      counts ? l10n.t('Hide References') : l10n.t('Count References'),
      () => {
        actions.count();
      },
    );
    const reveal = tool('go-to-file', l10n.t('Show in Editor'), () => {
      actions.reveal();
    });
    this.element = element(
      'div',
      { class: 'bar', attributes: { role: 'toolbar', 'aria-label': l10n.t('Steps') } },
      [
        ...[first, this.back, this.next, over, out, end, this.slider, this.count],
        ...[this.predict, again, count, reveal],
      ],
    );
  }

  /** @param index the step that is shown, from 0 */
  show(index: number): void {
    this.count.textContent = l10n.t('Step {0} of {1}', index + 1, this.length);
    this.slider.value = String(index);
    this.slider.setAttribute('aria-valuetext', this.count.textContent);
    this.back.disabled = index === 0;
    this.next.disabled = index === this.length - 1;
    this.predict.disabled = this.next.disabled;
  }

  focus(): void {
    this.next.focus({ preventScroll: true });
  }
}
