import '../shared/words.js';
import '../shared/base.css';
import '../shared/asking.css';
import '../shared/progressBar.css';
import '../items/items.css';
import './quiz.css';
import './result.css';
import * as l10n from '@vscode/l10n';
import type { QuizHost, QuizModel, QuizPage } from '../../protocol/quiz.js';
import { ItemColors } from '../items/itemColors.js';
import { spokenVerdict } from '../items/verdictView.js';
import { Frame } from '../shared/frame.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import { followQuestionLinks } from '../shared/root.js';
import type { Actions } from './actions.js';
import { DraftSender, withDraft } from './draft.js';
import { ItemView } from './itemView.js';
import { printedView } from './printedView.js';
import { ResultView } from './resultView.js';
import { keys } from './messages.js';
import { figure } from '../shared/figures.js';
import { paragraph } from '../shared/sentence.js';

const frame = new Frame<ItemView | ResultView>(keys);

let taking = {};
/** The editor is about to have the answer. */
let handedOver = false;

const host = connectToHost<QuizPage, QuizHost>({
  show,
  recolor: () => {
    colors.again();
  },
  code: ({ key, text }) => {
    if (!(frame.view instanceof ItemView)) return;
    frame.view.follow(key, text);
    colors.again();
  },
  check: () => {
    if (frame.view instanceof ItemView) frame.view.check();
  },
  tryCode: () => {
    if (frame.view instanceof ItemView) frame.view.tryCode();
  },
});
const drafts = new DraftSender(({ key, draft }) => {
  host.call('draft', { key, draft }).catch(failed);
});
const colors = new ItemColors((key) => host.call('colors', { key }));

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
  tryCode: (params) => host.call('tryCode', params),
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
    const printed = printedView(host.call('runIt', { key }));
    const old = frame.screen.querySelector('.printed');
    if (old) old.replaceWith(printed);
    else frame.screen.querySelector('.reasons')?.append(printed);
  },
  stepThrough: (key, check) => {
    host.call('stepThrough', { key, check }).catch(failed);
  },
  saveMarkdown: () => {
    host.call('saveMarkdown', {}).catch(failed);
  },
  refresh: () => {
    turn(host.call('ready', {}));
  },
  help: () => {
    frame.toggleHelp();
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
  if (frame.view instanceof ItemView) frame.view.dispose();
  const view =
    model.screen === 'item'
      ? new ItemView(withDraft(model, savedState()), actions)
      : new ResultView(model, actions);
  const draft = view instanceof ItemView ? view.draft() : undefined;
  drafts.shown(draft);
  taking = { session: model.session, attempt: model.attempt };
  saveState({ ...taking, ...(draft ? { draft } : {}) });
  frame.show(view, model.screen === 'item' ? model.key : 'result');
  colors.follow(frame.screen);
  frame.say(spokenFor(model));
}

function spokenFor(model: QuizModel): string {
  if (model.screen === 'result')
    return l10n.t('The quiz is finished: {0} of {1}.', figure(model.score), figure(model.count));
  if (model.verdict) return spokenVerdict(model.verdict);
  if (model.unchecked !== undefined) return l10n.t('Not checked: {0}', model.unchecked);
  return paragraph([
    model.mode === 'exam' && model.given ? l10n.t('Your answer is saved.') : '',
    l10n.t('Item {0} of {1}.', figure(model.index + 1), figure(model.steps.length)),
  ]);
}

function failed(error: unknown): void {
  handedOver = false;
  frame.fail(error);
}

frame.onKey((event) => frame.view instanceof ItemView && frame.view.key(event));

// What is being answered outlives a reload; after the key, for by then the page has changed.
for (const change of ['input', 'change', 'keyup', 'drop', 'click']) {
  document.addEventListener(change, () => {
    if (handedOver || !(frame.view instanceof ItemView)) return;
    const draft = frame.view.draft();
    saveState({ ...taking, ...(draft ? { draft } : {}) });
    drafts.note(draft);
  });
}

followQuestionLinks((question) => {
  host.call('openQuestion', { question }).catch(failed);
});

turn(host.call('ready', {}));
