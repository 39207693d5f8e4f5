import '../shared/base.css';
import '../quiz/quiz.css';
import './review.css';
import * as v from 'valibot';
import { answerSchema } from '../../core/quiz/answer.js';
import type { CardModel, ReviewHost, ReviewModel, ReviewPage } from '../../protocol/review.js';
import { ItemColours } from '../quiz/itemColours.js';
import { spokenVerdict } from '../quiz/verdictView.js';
import { element } from '../shared/dom.js';
import { helpDialog } from '../shared/helpDialog.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import type { Actions } from './actions.js';
import { CardView, typedInto } from './cardView.js';
import { EndView, endTitle } from './endView.js';
import { keys } from './words.js';

/** An answer that is not given yet. */
const stateSchema = v.object({ step: v.number(), answer: v.optional(answerSchema) });

const root = document.querySelector<HTMLElement>('#root');
if (!root) throw new Error('The page has no root.');

const screen = element('div');
/** Stays in the page, so that what it says is announced. */
const spoken = element('p', {
  class: 'visually-hidden',
  attributes: { role: 'status', 'aria-live': 'polite' },
});
const help = helpDialog(keys, () => view?.focus());
root.append(screen, spoken, help);

let step = 0;
let view: CardView | EndView | undefined;

const host = connectToHost<ReviewPage, ReviewHost>({
  show,
  recolour: () => {
    colours.again();
  },
});
const colours = new ItemColours((key) => host.call('colours', { key }));

const actions: Actions = {
  reveal: () => {
    turn(host.call('reveal', { step }));
  },
  answer: (answer) => {
    turn(host.call('answer', { step, answer }));
  },
  rate: (rating) => {
    turn(host.call('rate', { step, rating }));
  },
  bury: () => {
    turn(host.call('bury', { step }), 'Buried until tomorrow. ');
  },
  suspend: () => {
    turn(host.call('suspend', { step }), 'Suspended. ');
  },
  undo: () => {
    turn(host.call('undo', {}), 'Undone. ');
  },
  askSoon: () => {
    turn(host.call('askSoon', {}));
  },
  help: () => {
    if (help.open) help.close();
    else help.showModal();
  },
};

function turn(next: Promise<ReviewModel>, said = ''): void {
  next.then((model) => {
    show(model);
    spoken.textContent = said + spoken.textContent;
  }, failed);
}

function show(model: ReviewModel): void {
  const isNew = model.step !== step;
  step = model.step;
  view =
    model.screen === 'card' ? new CardView(withDraft(model), actions) : new EndView(model, actions);
  screen.replaceChildren(view.element);
  colours.follow(screen);
  root?.removeAttribute('aria-busy');
  keepDraft();
  if (isNew) window.scrollTo(0, 0);
  view.focus();
  spoken.textContent = spokenFor(model);
}

/** The card with what the learner had put in before the page was reloaded. */
function withDraft(model: CardModel): CardModel {
  const parsed = v.safeParse(stateSchema, savedState());
  if (!parsed.success || model.ratings || parsed.output.step !== model.step) return model;
  const { answer } = parsed.output;
  return answer ? { ...model, given: answer } : model;
}

function keepDraft(): void {
  const answer = view instanceof CardView ? view.draft() : undefined;
  saveState({ step, ...(answer ? { answer } : {}) });
}

function spokenFor(model: ReviewModel): string {
  if (model.screen === 'end') return `${endTitle(model)}. ${model.nextDue}`;
  if (model.verdict) return spokenVerdict(model.verdict);
  if (model.answerHtml !== undefined && view instanceof CardView) return view.spokenAnswer();
  return [`${model.title}.`, `${model.left} left.`, ...model.notes].join(' ');
}

function failed(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (view) {
    view.fail(message);
    return;
  }
  root?.removeAttribute('aria-busy');
  screen.replaceChildren(
    element('p', { class: 'fault', text: message, attributes: { role: 'alert' } }),
  );
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  // A key that is held down answers one card, not all of them.
  if (event.repeat && (event.key === ' ' || event.key === 'Enter')) {
    event.preventDefault();
    return;
  }
  const typing = event.target instanceof HTMLElement && event.target.matches(typedInto);
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === '?' && !typing) {
    event.preventDefault();
    actions.help();
  } else if (help.open) {
    return;
  } else if (!typing && (isUndo || (plain && event.key.toLowerCase() === 'u'))) {
    event.preventDefault();
    actions.undo();
  } else if (view instanceof CardView && view.key(event)) {
    event.preventDefault();
  }
});

// What is being answered outlives a reload; after the key, for by then the page has changed.
for (const change of ['input', 'change', 'keyup', 'drop', 'click'])
  document.addEventListener(change, keepDraft);

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
  const question = link?.dataset['question'];
  if (question === undefined) return;
  event.preventDefault();
  host.call('openQuestion', { question }).catch(failed);
});

turn(host.call('ready', {}));
