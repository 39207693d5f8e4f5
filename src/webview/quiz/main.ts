import '../shared/base.css';
import './quiz.css';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import { element } from '../shared/dom.js';
import type { QuizHost, QuizModel, QuizPage } from '../../protocol/quiz.js';
import { DraftSender, withDraft } from './draft.js';
import { helpDialog } from '../shared/helpDialog.js';
import { ItemColours } from './itemColours.js';
import { ItemView } from './itemView.js';
import { ResultView } from './resultView.js';
import { keys } from './words.js';
import { spokenVerdict } from './verdictView.js';

type Params<K extends keyof QuizHost> = Parameters<QuizHost[K]>[0];

/** What the views may do. */
export interface Actions {
  answer(params: Params<'answer'>): void;
  next(): void;
  goTo(index: number): void;
  flag(flagged: boolean): void;
  openCode(params: Params<'openCode'>): void;
  pause(paused: boolean): void;
  finish(): void;
  restart(mode: Params<'restart'>['mode']): void;
  runIt(key: string): void;
  saveMarkdown(): void;
  refresh(): void;
  help(): void;
}

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

let taking = {};
/** The editor is about to have the answer. */
let handedOver = false;
let view: ItemView | ResultView | undefined;

const host = connectToHost<QuizPage, QuizHost>({
  show,
  recolour: () => {
    colours.again();
  },
  code: ({ key, text }) => {
    if (!(view instanceof ItemView)) return;
    view.follow(key, text);
    colours.again();
  },
  check: () => {
    if (view instanceof ItemView) view.check();
  },
});
const drafts = new DraftSender(({ key, draft }) => {
  host.call('draft', { key, draft }).catch(failed);
});
const colours = new ItemColours((key) => host.call('colours', { key }));

const actions: Actions = {
  answer: (params) => {
    drafts.forget();
    turn(host.call('answer', params).then(onward));
  },
  next: () => {
    leave(() => host.call('next', {}));
  },
  goTo: (index) => {
    if (index >= 0) leave(() => host.call('goTo', { index }));
  },
  flag: (flagged) => {
    leave(() => host.call('flag', { flagged }));
  },
  openCode: (params) => {
    // From now on the file has the answer, and not the page.
    drafts.forget();
    saveState(taking);
    handedOver = true;
    turn(host.call('openCode', params));
  },
  pause: (paused) => {
    leave(() => host.call('pause', { paused }));
  },
  finish: () => {
    leave(() => host.call('finish', {}));
  },
  restart: (mode) => {
    leave(() => host.call('restart', { mode }));
  },
  runIt: (key) => {
    void runIt(key);
  },
  saveMarkdown: () => {
    host.call('saveMarkdown', {}).catch(failed);
  },
  refresh: () => {
    turn(host.call('ready', {}));
  },
  help: () => {
    toggleHelp();
  },
};

/** In an exam the next item follows at once, unless there is something to mend. */
function onward(model: QuizModel): QuizModel | Promise<QuizModel> {
  const goesOn =
    model.screen === 'item' &&
    model.mode === 'exam' &&
    model.unchecked === undefined &&
    model.index + 1 < model.steps.length;
  return goesOn ? host.call('next', {}) : model;
}

function turn(next: Promise<QuizModel>): void {
  next.then(show, failed);
}

/** Goes on to something else than what is being answered. */
function leave(call: () => Promise<QuizModel>): void {
  drafts.flush();
  turn(call());
}

function show(model: QuizModel): void {
  handedOver = false;
  drafts.flush();
  if (view instanceof ItemView) view.dispose();
  const isFirst = view === undefined;
  const isNew = shownKey() !== keyOf(model);
  view =
    model.screen === 'item'
      ? new ItemView(withDraft(model, savedState()), actions)
      : new ResultView(model, actions);
  screen.dataset['key'] = keyOf(model);
  screen.replaceChildren(view.element);
  colours.follow(screen);
  root?.removeAttribute('aria-busy');
  const draft = view instanceof ItemView ? view.draft() : undefined;
  drafts.shown(draft);
  taking = { session: model.session, attempt: model.attempt };
  saveState({ ...taking, ...(draft ? { draft } : {}) });
  if (isNew) window.scrollTo(0, 0);
  // What came by itself, while the learner is in the editor, must not take the focus.
  if (isFirst || document.hasFocus()) view.focus();
  spoken.textContent = spokenFor(model);
}

function keyOf(model: QuizModel): string {
  return model.screen === 'item' ? model.key : 'result';
}

function shownKey(): string | undefined {
  return screen.dataset['key'];
}

function spokenFor(model: QuizModel): string {
  if (model.screen === 'result') return `The quiz is finished: ${model.score} of ${model.count}.`;
  if (model.verdict) return spokenVerdict(model.verdict);
  if (model.unchecked !== undefined) return `Not checked: ${model.unchecked}`;
  const saved = model.mode === 'exam' && model.given ? 'Your answer is saved. ' : '';
  return `${saved}Item ${model.index + 1} of ${model.steps.length}.`;
}

function failed(error: unknown): void {
  handedOver = false;
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

async function runIt(key: string): Promise<void> {
  const old = screen.querySelector('.printed');
  const printed = element('figure', { class: 'given printed', attributes: { role: 'status' } }, [
    'Running…',
  ]);
  if (old) old.replaceWith(printed);
  else screen.querySelector('.verdict')?.append(printed);
  const text = await host.call('runIt', { key }).then(
    ({ output }) => output,
    (error: unknown) => String(error instanceof Error ? error.message : error),
  );
  printed.replaceChildren(
    element('figcaption', { text: 'It prints' }),
    element('pre', {
      class: 'code',
      text: text === '' ? '(nothing)' : text,
      attributes: { tabindex: '0' },
    }),
  );
}

function toggleHelp(): void {
  if (help.open) help.close();
  else help.showModal();
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const typing =
    event.target instanceof HTMLElement &&
    event.target.matches(
      'textarea:not([readonly]), input:not([type=radio], [type=checkbox], [readonly])',
    );
  if (event.key === '?' && !typing) {
    event.preventDefault();
    toggleHelp();
  } else if (!help.open && view instanceof ItemView && view.key(event)) {
    event.preventDefault();
  }
});

// What is being answered outlives a reload; after the key, for by then the page has changed.
for (const change of ['input', 'change', 'keyup', 'drop', 'click']) {
  document.addEventListener(change, () => {
    if (handedOver || !(view instanceof ItemView)) return;
    const draft = view.draft();
    saveState({ ...taking, ...(draft ? { draft } : {}) });
    drafts.note(draft);
  });
}

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
  const question = link?.dataset['question'];
  if (question === undefined) return;
  event.preventDefault();
  host.call('openQuestion', { question }).catch(failed);
});

turn(host.call('ready', {}));
