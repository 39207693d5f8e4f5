import '../shared/words.js';
import '../shared/base.css';
import '../shared/asking.css';
import '../shared/progressBar.css';
import '../shared/setup.css';
import './interview.css';
import type { InterviewHost, InterviewModel, InterviewPage } from '../../protocol/interview.js';
import { Frame } from '../shared/frame.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import { followQuestionLinks } from '../shared/root.js';
import type { Actions, InterviewView } from './actions.js';
import { newerNotes } from './draft.js';
import { NotesSender } from './notesSender.js';
import { ReportView } from './reportView.js';
import { StartView } from './startView.js';
import { TurnView } from './turnView.js';
import { keys } from './messages.js';

const frame = new Frame<InterviewView>(keys);

let session = '';

const host = connectToHost<InterviewPage, InterviewHost>({ show });
const notes = new NotesSender(
  (key, text) => host.call('note', { key, text }),
  (message) => {
    frame.fail(message);
  },
);

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
      frame.view?.fail('');
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
    frame.say(words);
  },
  help: () => {
    frame.toggleHelp();
  },
};

/** Every step is taken with the notes stored: a step that fails leaves the page as it is. */
function turn(step: () => Promise<InterviewModel>): void {
  notes.flush().then(step).then(show, failed);
}

function show(model: InterviewModel): void {
  const draft = newerNotes(model, savedState());
  const whole = model.screen === 'turn' && draft !== undefined ? { ...model, notes: draft } : model;
  frame.view?.dispose();
  session = model.screen === 'start' ? '' : model.session;
  saveState({ session });
  if (model.screen === 'turn' && draft !== undefined) actions.note(model.key, draft);
  const view = viewOf(whole);
  frame.show(view, model.screen === 'turn' ? `${session}/${model.key}` : model.screen);
  frame.say(view.spoken());
}

function viewOf(model: InterviewModel): InterviewView {
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
  frame.fail(error);
}

frame.onKey((event) => frame.view?.key(event) ?? false);

// The page goes away when its tab is hidden or closed.
for (const leaving of ['pagehide', 'visibilitychange', 'blur'])
  window.addEventListener(leaving, () => {
    notes.flush().catch(failed);
  });

followQuestionLinks((question) => {
  host.call('openQuestion', { question }).catch(failed);
});

turn(() => host.call('ready', {}));
