import '../shared/words.js';
import '../shared/base.css';
import './statistics.css';
import '../shared/chart.css';
import '../shared/dataTable.css';
import type { StatisticsHost, StatisticsModel, StatisticsPage } from '../../protocol/statistics.js';
import { connectToHost } from '../shared/host.js';
import { faultParagraph, fillRoot, followQuestionLinks, root } from '../shared/root.js';
import type { StatisticsActions } from './actions.js';
import { statisticsView } from './statisticsView.js';

const host = connectToHost<StatisticsPage, StatisticsHost>({ show });

let shown = '';

/** Draws afresh when a figure changed; tables stay open, and the focus and the place stay where they are. */
function show(model: StatisticsModel): void {
  const figures = JSON.stringify(model);
  if (figures === shown) return;
  shown = figures;
  const open = [...root.querySelectorAll('details[open]')].map(({ id }) => id);
  const focused = document.activeElement?.id ?? '';
  const place = window.scrollY;
  fillRoot(statisticsView(model, actions));
  for (const id of open) root.querySelector(`#${id}`)?.setAttribute('open', '');
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo({ top: place });
}

const actions: StatisticsActions = {
  startReview: () => void host.call('startReview', {}),
  showToday: () => void host.call('showToday', {}),
  ask: ({ question, quiz, item }) => void host.call('ask', { question, quiz, item }),
};

followQuestionLinks((question, toSide) => {
  void host.call('open', { question, toSide });
});

host.call('ready', {}).then(show, (error: unknown) => {
  fillRoot(faultParagraph(error));
});
