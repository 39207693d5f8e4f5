import * as l10n from '@vscode/l10n';
import type { TurnModel } from '../../protocol/interview.js';
import { ofContent } from '../shared/content.js';
import { element, tool } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { counted, figure } from '../shared/figures.js';
import { asSentence, withElements } from '../shared/sentence.js';
import { Checklist } from './checklist.js';
import { Clock } from './clock.js';
import type { Actions, InterviewView } from './actions.js';
import { place } from './messages.js';

/** One thing that is asked: the clock, the notes, and after that the model answer with its points. */
export class TurnView implements InterviewView {
  readonly element: HTMLElement;
  private readonly clock: Clock;
  private readonly notes = element('textarea', { class: 'field', id: 'notes' });
  private readonly fault = new FaultLine();
  private readonly main: HTMLButtonElement;
  private readonly answer = element('h2', {
    id: 'answer',
    text: l10n.t('What a strong candidate says'),
    attributes: { tabindex: '-1' },
  });
  private readonly checklist: Checklist | undefined;

  constructor(
    private readonly model: TurnModel,
    private readonly actions: Actions,
  ) {
    const { key, told } = model;
    this.clock = new Clock(model, (words) => {
      actions.say(words);
    });
    this.notes.value = model.notes;
    this.notes.spellcheck = false;
    this.notes.setAttribute('aria-describedby', 'notes-hint');
    this.notes.addEventListener('input', () => {
      actions.note(key, this.notes.value);
    });
    if (told)
      this.checklist = new Checklist(told.points, (point, value) => {
        actions.mark(key, point, value);
      });
    this.main = element('button', {
      class: 'button',
      text: model.paused ? l10n.t('Continue') : this.mainLabel(),
      attributes: { type: 'button' },
      onClick: () => {
        this.proceed();
      },
    });
    this.element = element('div', { class: 'turn' }, [
      this.header(),
      ...(model.paused ? this.pausedBody() : this.body()),
    ]);
  }

  dispose(): void {
    this.clock.dispose();
  }

  focus(): void {
    if (this.model.paused) this.main.focus();
    else if (this.model.told) this.answer.focus();
    else {
      this.notes.focus();
      this.notes.setSelectionRange(this.notes.value.length, this.notes.value.length);
    }
  }

  spoken(): string {
    const { told, paused } = this.model;
    if (paused) return l10n.t('The interview is paused. The clock stands still.');
    if (told)
      return counted(
        told.points.length,
        l10n.t('The model answer is shown, with {0} point to rate.', figure(told.points.length)),
        l10n.t('The model answer is shown, with {0} points to rate.', figure(told.points.length)),
      );
    return asSentence(place(this.model));
  }

  key(event: KeyboardEvent): boolean {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const typing = target === this.notes;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.proceed();
      return true;
    }
    if (event.key === 'Escape' && typing) {
      this.main.focus();
      return true;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (this.checklist?.key(event)) return true;
    if (event.key === 'Enter' && !target?.matches('button, a')) {
      if (!this.checklist?.focusOpen()) this.proceed();
      return true;
    }
    const letter = event.key.toUpperCase();
    if (letter === 'P' && !this.model.told) {
      this.actions.pause(!this.model.paused);
      return true;
    }
    if (letter === 'N' && !this.model.paused) {
      this.notes.focus();
      return true;
    }
    return false;
  }

  fail(message: string): void {
    this.fault.tell(message);
    if (message !== '') this.main.disabled = false;
  }

  private proceed(): void {
    if (this.main.disabled) return;
    this.main.disabled = true;
    const { key, told, paused } = this.model;
    if (paused) this.actions.pause(false);
    else if (told) this.actions.next(key);
    else this.actions.showAnswer(key);
  }

  private mainLabel(): string {
    if (!this.model.told) return l10n.t('Show Model Answer');
    const labels = {
      followUp: l10n.t('Next: Follow-up'),
      question: l10n.t('Next Question'),
      report: l10n.t('Finish and Show Report'),
    };
    return labels[this.model.then];
  }

  private header(): HTMLElement {
    const { model, actions } = this;
    const bar = element('progress', { attributes: { 'aria-label': place(model) } });
    bar.max = model.count;
    bar.value = model.index + (model.turn + (model.told ? 1 : 0)) / model.turns;
    return element('header', {}, [
      element('div', { class: 'top' }, [
        element('p', { class: 'place' }, [
          place(model),
          ...(model.about === '' ? [] : [` (${model.about})`]),
        ]),
        element('span', { class: 'tools' }, [
          model.paused || model.told
            ? undefined
            : tool('debug-pause', l10n.t('Pause'), () => {
                actions.pause(true);
              }),
          tool('question', l10n.t('Keys'), () => {
            actions.help();
          }),
        ]),
      ]),
      bar,
      this.clock.element,
    ]);
  }

  private pausedBody(): readonly HTMLElement[] {
    return [
      element('h1', { text: l10n.t('Paused') }),
      element('p', {
        text: l10n.t(
          'The clock stands still, and what you wrote is stored. You can close this tab: “Start Mock Interview” goes on from here.',
        ),
      }),
      this.fault.element,
      element('div', { class: 'buttons' }, [this.main, this.finishButton()]),
    ];
  }

  private body(): readonly (HTMLElement | undefined)[] {
    const { model } = this;
    const asked = element('h1', { id: 'asked', attributes: ofContent });
    if (model.askHtml === undefined) asked.textContent = model.title;
    else asked.innerHTML = model.askHtml;
    return [
      element('div', { class: 'asked' }, [
        model.askHtml === undefined
          ? undefined
          : element(
              'p',
              { class: 'hint' },
              withElements(l10n.t('Follow-up to: {0}'), [
                element('span', { text: model.title, attributes: ofContent }),
              ]),
            ),
        asked,
      ]),
      element('label', {
        class: 'notes-label',
        text: l10n.t('Your notes'),
        attributes: { for: 'notes' },
      }),
      this.notes,
      element('p', {
        class: 'hint',
        id: 'notes-hint',
        text: model.told
          ? l10n.t('The clock stands still while you compare.')
          : l10n.t(
              'Answer aloud and note the key words, or write your answer. Ctrl+Enter shows the model answer.',
            ),
      }),
      ...this.toldBody(),
      this.fault.element,
      element('div', { class: 'buttons' }, [
        this.main,
        model.then === 'report' && model.told ? undefined : this.finishButton(),
      ]),
    ];
  }

  private toldBody(): readonly HTMLElement[] {
    const { told } = this.model;
    if (!told || !this.checklist) return [];
    const answer = element('div', { class: 'model-answer', attributes: ofContent });
    answer.innerHTML = told.answerHtml;
    return [
      element('section', { attributes: { 'aria-labelledby': 'answer' } }, [this.answer, answer]),
      element('section', { attributes: { 'aria-labelledby': 'rate' } }, [
        element('h2', { id: 'rate', text: l10n.t('Did you say it?') }),
        this.checklist.element,
      ]),
    ];
  }

  private finishButton(): HTMLElement {
    return element('button', {
      class: 'button secondary',
      text: l10n.t('End Interview'),
      attributes: { type: 'button' },
      onClick: () => {
        this.actions.finish();
      },
    });
  }
}
