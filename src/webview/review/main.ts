import '../shared/words.js';
import '../shared/base.css';
import '../shared/asking.css';
import '../shared/progressBar.css';
import '../items/items.css';
import './review.css';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { answerSchema } from '../../core/quiz/answer.js';
import type { CardModel, ReviewHost, ReviewModel, ReviewPage } from '../../protocol/review.js';
import { ItemColors } from '../items/itemColors.js';
import { spokenVerdict } from '../items/verdictView.js';
import { Frame } from '../shared/frame.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import { followQuestionLinks } from '../shared/root.js';
import type { Actions } from './actions.js';
import { CardView } from './cardView.js';
import { EndView, endTitle } from './endView.js';
import { keys } from './messages.js';
import { figure } from '../shared/figures.js';
import { asSentence, paragraph } from '../shared/sentence.js';

/** An answer that is not given yet. */
const stateSchema = v.object({ step: v.number(), answer: v.optional(answerSchema) });

const frame = new Frame<CardView | EndView>(keys);

let step = 0;

const host = connectToHost<ReviewPage, ReviewHost>({
  show,
  recolor: () => {
    colors.again();
  },
});
const colors = new ItemColors((key) => host.call('colors', { key }));

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
  writeAgain: () => {
    host.call('writeAgain', { step }).catch(failed);
  },
  bury: () => {
    turn(host.call('bury', { step }), l10n.t('Buried until tomorrow.'));
  },
  suspend: () => {
    turn(host.call('suspend', { step }), l10n.t('Suspended.'));
  },
  undo: () => {
    turn(host.call('undo', {}), l10n.t('Undone.'));
  },
  askSoon: () => {
    turn(host.call('askSoon', {}));
  },
  stepThrough: () => {
    host.call('stepThrough', { step }).catch(failed);
  },
  help: () => {
    frame.toggleHelp();
  },
};

function turn(next: Promise<ReviewModel>, said = ''): void {
  next.then((model) => {
    show(model, said);
  }, failed);
}

function show(model: ReviewModel, said = ''): void {
  step = model.step;
  frame.show(
    model.screen === 'card' ? new CardView(withDraft(model), actions) : new EndView(model, actions),
    String(step),
  );
  colors.follow(frame.screen);
  keepDraft();
  frame.say(paragraph([said, spokenFor(model)]));
}

/** The card with what the learner had put in before the page was reloaded. */
function withDraft(model: CardModel): CardModel {
  const parsed = v.safeParse(stateSchema, savedState());
  if (!parsed.success || model.ratings || parsed.output.step !== model.step) return model;
  const { answer } = parsed.output;
  return answer ? { ...model, given: answer } : model;
}

function keepDraft(): void {
  const answer = frame.view instanceof CardView ? frame.view.draft() : undefined;
  saveState({ step, ...(answer ? { answer } : {}) });
}

function spokenFor(model: ReviewModel): string {
  if (model.screen === 'end') return paragraph([asSentence(endTitle(model)), model.nextDue]);
  if (model.verdict) return spokenVerdict(model.verdict);
  if (model.answerHtml !== undefined && frame.view instanceof CardView)
    return frame.view.spokenAnswer();
  return paragraph([
    asSentence(model.title),
    l10n.t('{0} left.', figure(model.left)),
    ...model.notes,
  ]);
}

function failed(error: unknown): void {
  frame.fail(error);
}

frame.onKey((event, isTyping) => {
  // A key that is held down answers one card, not all of them.
  if (event.repeat && !isTyping && (event.key === ' ' || event.key === 'Enter')) return true;
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isTyping && (isUndo || (plain && event.key.toLowerCase() === 'u'))) {
    actions.undo();
    return true;
  }
  return frame.view instanceof CardView && frame.view.key(event, isTyping);
});

// What is being answered outlives a reload; after the key, for by then the page has changed.
for (const change of ['input', 'change', 'keyup', 'drop', 'click'])
  document.addEventListener(change, keepDraft);

followQuestionLinks((question) => {
  host.call('openQuestion', { question }).catch(failed);
});

turn(host.call('ready', {}));
