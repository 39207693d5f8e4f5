import '../shared/base.css';
import './interview.css';
import type { Setup } from '../../core/interview/plan.js';
import type { Mark } from '../../core/interview/sessionSchema.js';
import type { InterviewHost, InterviewModel, InterviewPage } from '../../protocol/interview.js';
import { element } from '../shared/dom.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import { helpDialog } from '../shared/helpDialog.js';
import { newerNotes } from './draft.js';
import { NotesSender } from './notesSender.js';
import { ReportView } from './reportView.js';
import { StartView } from './startView.js';
import { TurnView } from './turnView.js';
import { keys } from './words.js';

/** What the views may do. */
export interface Actions {
  start(setup: Setup): void;
  resume(): void;
  endUnfinished(): void;
  note(key: string, text: string): void;
  showAnswer(key: string): void;
  mark(key: string, point: number, value: Mark): void;
  next(key: string): void;
  pause(paused: boolean): void;
  finish(): void;
  another(): void;
  saveReport(): void;
  say(words: string): void;
  help(): void;
}

export interface View {
  readonly element: HTMLElement;
  dispose(): void;
  focus(): void;
  /** What a screen reader hears when the view is shown. */
  spoken(): string;
  /** True when the key was for this view. */
  key(event: KeyboardEvent): boolean;
  /** Something did not work, or works again when the message is empty; what was put in stays. */
  fail(message: string): void;
}

const root = document.querySelector<HTMLElement>('#root');
if (!root) throw new Error('The page has no root.');

const screen = element('div');
/** Stays in the page, so that what it says is announced. */
const status = element('p', {
  class: 'visually-hidden',
  attributes: { role: 'status', 'aria-live': 'polite' },
});
const help = helpDialog(keys, () => view?.focus());
root.append(screen, status, help);

let view: View | undefined;
let shown = '';
let session = '';

const host = connectToHost<InterviewPage, InterviewHost>({ show });
const notes = new NotesSender((key, text) => host.call('note', { key, text }), told);

const actions: Actions = {
  start: (setup) => {
    turn(() => host.call('start', { setup }));
  },
  resume: () => {
    turn(() => host.call('resume', {}));
  },
  endUnfinished: () => {
    turn(() => host.call('endUnfinished', {}));
  },
  note: (key, text) => {
    saveState({ session, draft: { key, text, at: Date.now() } });
    notes.put(key, text);
  },
  showAnswer: (key) => {
    turn(() => host.call('showAnswer', { key }));
  },
  mark: (key, point, value) => {
    host.call('mark', { key, point, value }).then(() => {
      told('');
    }, failed);
  },
  next: (key) => {
    turn(() => host.call('next', { key }));
  },
  pause: (paused) => {
    turn(() => host.call('pause', { paused }));
  },
  finish: () => {
    turn(() => host.call('finish', {}));
  },
  another: () => {
    turn(() => host.call('another', {}));
  },
  saveReport: () => {
    host.call('saveReport', {}).catch(failed);
  },
  say: (words) => {
    status.textContent = words;
  },
  help: () => {
    toggleHelp();
  },
};

/** Every step is taken with the notes stored: a step that fails leaves the page as it is. */
function turn(step: () => Promise<InterviewModel>): void {
  notes.flush().then(step).then(show, failed);
}

function show(model: InterviewModel): void {
  const draft = newerNotes(model, savedState());
  const whole = model.screen === 'turn' && draft !== undefined ? { ...model, notes: draft } : model;
  view?.dispose();
  view = viewOf(whole);
  session = model.screen === 'start' ? '' : model.session;
  const place = model.screen === 'turn' ? `${session}/${model.key}` : model.screen;
  screen.replaceChildren(view.element);
  root?.removeAttribute('aria-busy');
  saveState({ session });
  if (model.screen === 'turn' && draft !== undefined) actions.note(model.key, draft);
  if (place !== shown) window.scrollTo(0, 0);
  shown = place;
  view.focus();
  status.textContent = view.spoken();
}

function viewOf(model: InterviewModel): View {
  switch (model.screen) {
    case 'start':
      return new StartView(model, actions);
    case 'turn':
      return new TurnView(model, actions);
    case 'report':
      return new ReportView(model, actions);
  }
}

function failed(error: unknown): void {
  told(error instanceof Error ? error.message : String(error));
}

function told(message: string): void {
  if (view) {
    view.fail(message);
    return;
  }
  root?.removeAttribute('aria-busy');
  screen.replaceChildren(
    element('p', { class: 'fault', text: message, attributes: { role: 'alert' } }),
  );
}

function toggleHelp(): void {
  if (help.open) help.close();
  else help.showModal();
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const typing =
    event.target instanceof HTMLElement && event.target.matches('textarea, input[type=number]');
  if (event.key === '?' && !typing) {
    event.preventDefault();
    toggleHelp();
  } else if (!help.open && view?.key(event)) {
    event.preventDefault();
  }
});

// The page goes away when its tab is hidden or closed.
for (const leaving of ['pagehide', 'visibilitychange', 'blur'])
  window.addEventListener(leaving, () => {
    notes.flush().catch(failed);
  });

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
  const question = link?.dataset['question'];
  if (question === undefined) return;
  event.preventDefault();
  host.call('openQuestion', { question }).catch(failed);
});

turn(() => host.call('ready', {}));
