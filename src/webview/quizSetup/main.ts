import '../shared/words.js';
import '../shared/base.css';
import '../shared/asking.css';
import '../shared/setup.css';
import * as l10n from '@vscode/l10n';
import type { QuizSetupHost, QuizSetupModel, QuizSetupPage } from '../../protocol/quizSetup.js';
import { Frame } from '../shared/frame.js';
import { connectToHost } from '../shared/host.js';
import { SetupView } from './setupView.js';

const keys = [
  [l10n.t('Ctrl+Enter'), l10n.t('Start the quiz')],
  ['?', l10n.t('Show or hide this help')],
] as const;

const frame = new Frame<SetupView>(keys);
const host = connectToHost<QuizSetupPage, QuizSetupHost>({ show });

function show(model: QuizSetupModel): void {
  const chosen = frame.view?.setup();
  // What is chosen here outlives a change of the packs.
  const whole = chosen ? { ...model, setup: chosen } : model;
  const view = new SetupView(whole, {
    start: (setup) => {
      host.call('start', { setup }).catch(failed);
    },
    resume: () => {
      host.call('resume', {}).catch(failed);
    },
    help: () => {
      frame.toggleHelp();
    },
  });
  frame.show(view, 'setup');
}

function failed(error: unknown): void {
  frame.fail(error);
}

frame.onKey((event) => frame.view?.key(event) ?? false);

host.call('ready', {}).then(show, failed);
