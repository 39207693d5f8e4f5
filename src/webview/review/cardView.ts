import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Rating } from '../../core/progress/event.js';
import type { CardModel } from '../../protocol/review.js';
import { ChoiceInput } from '../items/choiceInput.js';
import { codeBlock } from '../items/codeBlock.js';
import { DefectInput } from '../items/defectInput.js';
import { OrderInput } from '../items/orderInput.js';
import { TextInput } from '../items/textInput.js';
import { verdictHead, verdictReasons } from '../items/verdictView.js';
import { questionHref } from '../../core/questionHref.js';
import { element } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import type { Actions } from './actions.js';
import { approachTable, exerciseAsked } from './exerciseCard.js';
import { RatingRow } from './ratingRow.js';
import { reviewHeader } from './reviewHeader.js';
import { ofContent } from '../shared/content.js';

type Input = ChoiceInput | DefectInput | OrderInput | TextInput;

/** One card: what is asked, then the answer and how well it was known. */
export class CardView {
  readonly element: HTMLElement;
  private readonly input: Input | undefined;
  private readonly ratings: RatingRow | undefined;
  private readonly main: HTMLButtonElement | undefined;
  private readonly title: HTMLElement;
  private readonly fault = new FaultLine();
  private isBusy = false;

  constructor(
    private readonly model: CardModel,
    private readonly actions: Actions,
  ) {
    const { ratings } = model;
    this.title = element('h2', {
      class: 'title',
      text: model.title,
      attributes: { tabindex: '-1', ...ofContent },
    });
    this.input = inputOf(model);
    if (ratings)
      this.ratings = new RatingRow(ratings, (rating) => {
        this.once(() => {
          actions.rate(rating);
        });
      });
    else
      this.main = element(
        'button',
        {
          class: 'button',
          attributes: { type: 'button' },
          onClick: () => {
            this.proceed();
          },
        },
        this.input
          ? [l10n.t({ message: 'Check', comment: ['A verb on a button'] })]
          : [l10n.t('Show Answer'), ' ', keyMark(l10n.t({ message: 'Space', comment: ['A key'] }))],
      );
    this.element = element(
      'article',
      { class: 'item card', attributes: { 'data-item': String(model.step) } },
      [
        reviewHeader(model, actions),
        this.title,
        element('p', { class: 'place about', text: model.about.join(' · ') }),
        ...this.asked(),
        ...this.told(),
        this.fault.element,
        this.ratings?.element ?? this.buttons(),
      ],
    );
  }

  focus(): void {
    if (this.ratings) {
      this.ratings.focus();
      this.element.querySelector('.verdict h2')?.scrollIntoView({ block: 'nearest' });
    } else if (this.input instanceof TextInput) {
      // In a field, *Undo* would be of what is typed there, and U a letter.
      this.title.focus();
    } else if (this.input) this.input.focus();
    else this.main?.focus();
  }

  /** What is answered so far, to be kept across reloads. */
  draft(): Answer | undefined {
    return this.ratings ? undefined : this.input?.value();
  }

  /** True when the key was for this card. */
  key(event: KeyboardEvent, isTyping: boolean): boolean {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    if (event.key === 'Enter' && !this.ratings) {
      if (target?.matches('button, a, summary')) return false;
      if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return false;
      if (this.input instanceof TextInput && this.input.isUntouched) this.input.focus();
      else this.proceed();
      return true;
    }
    if (isTyping) return false;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (
      event.key === ' ' &&
      !this.ratings &&
      !this.input &&
      target?.matches('button, a') !== true
    ) {
      this.proceed();
      return true;
    }
    if (this.ratings && /^[1-4]$/.test(event.key)) {
      this.ratings.press(Number(event.key) as Rating);
      return true;
    }
    if (!this.ratings && this.input && 'key' in this.input && this.input.key(event)) return true;
    return this.letter(event.key.toUpperCase());
  }

  /** Something did not work; the card stays. */
  fail(message: string): void {
    this.busy(false);
    this.fault.tell(message);
  }

  /** For screen readers, when the answer is shown. */
  spokenAnswer(): string {
    return this.element.querySelector('.answer-shown')?.textContent.trim() ?? '';
  }

  private letter(letter: string): boolean {
    const { actions } = this;
    const does: Partial<Record<string, () => void>> = {
      B: () => {
        actions.bury();
      },
      S: () => {
        actions.suspend();
      },
      W: () => {
        if (this.model.exercise) actions.writeAgain();
      },
      O: () => this.element.querySelector<HTMLElement>('[data-question]')?.click(),
    };
    const run = does[letter];
    if (!run) return false;
    this.once(run);
    // These lead elsewhere, and the card stays.
    if (letter === 'O' || letter === 'W') this.busy(false);
    return true;
  }

  private asked(): readonly (HTMLElement | undefined)[] {
    const { asked, answerHtml, verdict, exercise } = this.model;
    if (exercise) return exerciseAsked(exercise, this.actions);
    if (!asked) {
      const hint = l10n.t('Say the answer aloud or in your head. Then show it.');
      return answerHtml === undefined ? [element('p', { class: 'hint', text: hint })] : [];
    }
    const prompt = element('div', { class: 'prompt', id: 'prompt', attributes: ofContent });
    prompt.innerHTML = asked.promptHtml;
    const starter =
      asked.kind === 'code' ? codeBlock(asked.starter, asked.block, l10n.t('Code')) : undefined;
    return [verdict && verdictHead(verdict), prompt, starter ?? this.input?.element];
  }

  private told(): readonly (HTMLElement | undefined)[] {
    const { asked, verdict, answerHtml, question, exercise } = this.model;
    if (exercise?.approaches) return [approachTable(exercise.approaches)];
    if (verdict)
      return [
        verdictReasons(verdict, asked?.kind === 'defect'),
        asked?.kind === 'output' ? this.steps() : undefined,
      ];
    if (answerHtml === undefined) return [];
    const answer = element('div', { class: 'answer-shown', attributes: ofContent });
    answer.innerHTML = answerHtml;
    return [
      answer,
      question &&
        element('p', {}, [
          element('a', {
            text: l10n.t('Read the whole answer'),
            attributes: { href: questionHref, 'data-question': question.id },
          }),
        ]),
    ];
  }

  private steps(): HTMLElement {
    const step = element('button', {
      class: 'button secondary',
      text: l10n.t('Step Through'),
      attributes: { type: 'button' },
      onClick: () => {
        this.actions.stepThrough();
      },
    });
    return element('div', { class: 'buttons' }, [step]);
  }

  private buttons(): HTMLElement {
    const show = element('button', {
      class: 'button secondary',
      text: l10n.t('Show Answer'),
      attributes: { type: 'button' },
      onClick: () => {
        this.once(() => {
          this.actions.reveal();
        });
      },
    });
    return element('div', { class: 'buttons' }, [this.main, this.input ? show : undefined]);
  }

  private proceed(): void {
    if (!this.input) {
      this.once(() => {
        this.actions.reveal();
      });
      return;
    }
    const answer = this.input.value();
    if (answer)
      this.once(() => {
        this.actions.answer(answer);
      });
    else this.fail(l10n.t('Answer first, or show the answer.'));
  }

  /** A card is done with once, however often a key is pressed. */
  private once(act: () => void): void {
    if (this.isBusy) return;
    this.fault.tell('');
    this.busy(true);
    act();
  }

  private busy(busy: boolean): void {
    this.isBusy = busy;
    this.ratings?.disable(busy);
    if (this.main) this.main.disabled = busy;
  }
}

function inputOf({ asked, given, verdict }: CardModel): Input | undefined {
  switch (asked?.kind) {
    case 'single':
    case 'multiple':
      return new ChoiceInput(asked, given, verdict);
    case 'output':
    case 'text':
      return new TextInput(asked, given, verdict !== undefined);
    case 'order':
      return new OrderInput(asked, given, verdict !== undefined);
    case 'defect':
      return new DefectInput(asked, given, verdict);
    case 'code':
    case undefined:
      return undefined;
  }
}

function keyMark(text: string): HTMLElement {
  return element('kbd', { text, attributes: { 'aria-hidden': 'true' } });
}
