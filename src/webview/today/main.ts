import '../shared/words.js';
import '../shared/base.css';
import '../shared/progressBar.css';
import './today.css';
import type { TodayHost, TodayModel, TodayPage } from '../../protocol/today.js';
import { connectToHost } from '../shared/host.js';
import { faultParagraph, fillRoot, followQuestionLinks } from '../shared/root.js';
import { chooseView } from './chooseView.js';
import { dayView } from './dayView.js';

const host = connectToHost<TodayPage, TodayHost>({ show });

let shown = '';

/** Draws afresh when something changed; the first thing to do has the focus, so that Enter begins. */
function show(model: TodayModel): void {
  const text = JSON.stringify(model);
  if (text === shown) return;
  const isAnother = !shown.includes(`"screen":"${model.screen}"`);
  shown = text;
  fillRoot(model.screen === 'choose' ? chooseView(model, host, turn) : dayView(model, host, turn));
  if (isAnother || document.hasFocus())
    document.querySelector<HTMLElement>('.first')?.focus({ preventScroll: true });
}

function turn(step: Promise<TodayModel>): void {
  step.then(show, fail);
}

function fail(error: unknown): void {
  fillRoot(faultParagraph(error));
}

followQuestionLinks((question, toSide) => {
  void host.call('open', { question, toSide });
});

turn(host.call('ready', {}));
