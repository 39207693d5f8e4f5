import * as l10n from '@vscode/l10n';
import type { Confidence } from '../../core/quiz/answer.js';
import { decodeSteps } from '../../protocol/quiz.js';
import type { ItemModel } from '../../protocol/quiz.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { answerInput } from './answerInput.js';
import type { AnswerInput } from './answerInput.js';
import { CodeInput } from './codeInput.js';
import type { Actions } from './actions.js';
import type { PlacedDraft } from './draft.js';
import { itemButtons } from './itemButtons.js';
import { itemHeader } from './itemHeader.js';
import { surenessRow } from './surenessRow.js';
import { verdictHead, verdictReasons } from '../items/verdictView.js';
import { duration } from '../shared/figures.js';
import { sureness } from './messages.js';
import { ofContent } from '../shared/content.js';

function uncheckedNote(reason: string): HTMLElement {
  const text = l10n.t(
    'Your answer is kept but could not be checked: {0} It does not count until it is.',
    reason,
  );
  return element('p', { class: 'note' }, [icon('warning'), element('span', { text })]);
}

/** One item: what is asked, where to answer, and after that the verdict. */
export class ItemView {
  readonly element: HTMLElement;
  private readonly input: AnswerInput;
  private readonly fault = new FaultLine();
  private readonly main: HTMLButtonElement;
  private readonly head: HTMLElement | undefined;
  private readonly clock = element('span', { class: 'clock', attributes: { role: 'timer' } });
  private readonly deadline: number | undefined;
  private readonly ticking: number | undefined;
  private sure: Confidence | undefined;

  constructor(
    private readonly model: ItemModel,
    private readonly actions: Actions,
  ) {
    this.sure = model.confidence;
    this.head = model.verdict && verdictHead(model.verdict);
    const code = (text: string | undefined) => ({
      key: model.key,
      ...(text === undefined ? {} : { text }),
    });
    this.input = answerInput(model, {
      open: (text) => {
        actions.openCode(code(text));
      },
      run: (text) => actions.tryCode(code(text)),
    });
    this.main = element('button', {
      class: 'button',
      attributes: { type: 'button' },
      onClick: () => {
        this.proceed();
      },
    });
    this.main.textContent = this.mainLabel();
    const prompt = element('div', { class: 'prompt', id: 'prompt', attributes: ofContent });
    prompt.innerHTML = model.asked.promptHtml;
    const body = model.paused
      ? [
          element('p', { text: l10n.t('The quiz is paused. The clock stands still.') }),
          this.resumeButton(),
        ]
      : [
          this.head,
          prompt,
          this.input.element,
          this.model.verdict
            ? undefined
            : surenessRow(this.sure, (sure) => {
                this.sure = sure;
              }),
          model.unchecked === undefined ? undefined : uncheckedNote(model.unchecked),
          this.fault.element,
          model.verdict &&
            verdictReasons(model.verdict, model.asked.kind === 'defect', (check) => {
              actions.stepThrough(model.key, check);
            }),
          ...itemButtons(this.model, this.main, this.actions),
        ];
    this.element = element('div', { class: 'item', attributes: { 'data-item': model.key } }, [
      itemHeader(this.model, this.clock, this.actions),
      ...model.notes.map((note) => element('p', { class: 'note' }, [icon('info'), note])),
      ...body,
    ]);
    if (model.remaining !== undefined) {
      this.deadline = performance.now() + model.remaining;
      this.clock.textContent = duration(model.remaining);
      if (!model.paused)
        this.ticking = window.setInterval(() => {
          this.tick();
        }, 1000);
    }
  }

  /** The page turns to something else. */
  dispose(): void {
    window.clearInterval(this.ticking);
  }

  /** The file that holds the answer to an item has changed. */
  follow(key: string, text: string): void {
    if (key === this.model.key && this.input instanceof CodeInput) this.input.follow(text);
  }

  /** As if *Check* were pressed, when there is something to check. */
  check(): void {
    if (!this.model.verdict && !this.model.paused) this.proceed();
  }

  /** As if *Run* were pressed, where there is code to run. */
  tryCode(): void {
    if (!this.model.verdict && !this.model.paused && this.input instanceof CodeInput)
      this.input.run();
  }

  /** What is answered so far, to be kept across reloads. */
  draft(): PlacedDraft | undefined {
    const { key, attempt, verdict, paused } = this.model;
    const answer = verdict || paused ? undefined : this.input.value();
    const sure = this.sure ? { confidence: this.sure } : {};
    return answer && { key, attempt, draft: { answer, ...sure } };
  }

  focus(): void {
    if (this.head) {
      this.main.focus({ preventScroll: true });
      this.head.scrollIntoView({ block: 'nearest' });
    } else if (this.model.paused) this.element.querySelector<HTMLElement>('.button')?.focus();
    else this.input.focus();
  }

  /** True when the key was for this item. */
  key(event: KeyboardEvent): boolean {
    if (this.model.paused) return false;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const typing = target?.matches('textarea, input:not([type=radio], [type=checkbox])') ?? false;
    if (event.key === 'Enter') {
      if (target?.matches('button, a, summary')) return false;
      if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return false;
      this.proceed();
      return true;
    }
    if (event.key === 'PageDown') return this.go(1);
    if (event.key === 'PageUp') return this.go(-1);
    if (typing && !(target instanceof HTMLTextAreaElement && target.readOnly)) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (this.input.key?.(event)) return true;
    const letter = event.key.toUpperCase();
    if (letter === 'F') {
      this.actions.flag(!this.flagged());
      return true;
    }
    if (letter === 'S' && !this.model.verdict) {
      this.actions.answer({ key: this.model.key, answer: { kind: 'skipped' } });
      return true;
    }
    const sure = sureness.find(({ key }) => key === letter);
    if (!sure || this.model.verdict) return false;
    this.element.querySelector<HTMLInputElement>(`#sure-${sure.value}`)?.click();
    return true;
  }

  /** Something did not work; the answer stays. */
  fail(message: string): void {
    this.fault.tell(message);
    this.main.disabled = false;
    this.main.textContent = this.mainLabel();
  }

  private mainLabel(): string {
    const last = this.model.index + 1 === this.model.steps.length;
    if (this.model.verdict) return last ? l10n.t('Show Result') : l10n.t('Continue');
    if (this.model.mode === 'practice')
      return this.model.unchecked
        ? l10n.t('Check Again')
        : l10n.t({ message: 'Check', comment: ['A verb on a button'] });
    return last ? l10n.t('Save Answer') : l10n.t('Save and Go On');
  }

  private flagged(): boolean {
    return decodeSteps(this.model.steps)[this.model.index]?.flagged ?? false;
  }

  private proceed(): void {
    if (this.main.disabled) return;
    if (this.model.verdict) {
      this.actions.next();
      return;
    }
    const answer = this.input.value();
    if (!answer) {
      this.fail(l10n.t('Answer first, or skip the item.'));
      return;
    }
    this.fault.tell('');
    this.main.disabled = true;
    if (this.model.asked.kind === 'code') this.main.textContent = l10n.t('Running Checks…');
    this.actions.answer({
      key: this.model.key,
      answer,
      ...(this.sure ? { confidence: this.sure } : {}),
      ...(this.input.fromFile ? { fromFile: true } : {}),
    });
  }

  private go(step: number): boolean {
    const { index, mode, steps, verdict } = this.model;
    const isThere = index + step >= 0 && index + step < steps.length;
    // While practicing, what was not answered comes before what follows it; then the key scrolls.
    if (!isThere || (step > 0 && mode === 'practice' && !verdict)) return false;
    this.actions.goTo(index + step);
    return true;
  }

  private tick(): void {
    const left = Math.max(0, (this.deadline ?? 0) - performance.now());
    this.clock.textContent = duration(left);
    if (left === 0) {
      this.dispose();
      this.actions.refresh();
    }
  }

  private resumeButton(): HTMLElement {
    return element('button', {
      class: 'button',
      text: l10n.t('Continue'),
      attributes: { type: 'button' },
      onClick: () => {
        this.actions.pause(false);
      },
    });
  }
}
