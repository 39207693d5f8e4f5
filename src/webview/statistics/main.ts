import '../shared/base.css';
import './statistics.css';
import { connectToHost } from '../shared/host.js';
import type { StatisticsHost, StatisticsModel, StatisticsPage } from '../../protocol/statistics.js';
import { statisticsView } from './statisticsView.js';

const root = document.querySelector<HTMLElement>('#root');
if (!root) throw new Error('The page has no root.');

const host = connectToHost<StatisticsPage, StatisticsHost>({ show });

let shown = '';

/** Draws afresh when a figure changed; tables stay open, and the focus and the place stay where they are. */
function show(model: StatisticsModel): void {
  const figures = JSON.stringify(model);
  if (!root || figures === shown) return;
  shown = figures;
  const open = [...root.querySelectorAll('details[open]')].map(({ id }) => id);
  const focused = document.activeElement?.id ?? '';
  const place = window.scrollY;
  root.replaceChildren(statisticsView(model));
  root.removeAttribute('aria-busy');
  for (const id of open) root.querySelector(`#${id}`)?.setAttribute('open', '');
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo({ top: place });
}

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
  const question = link?.dataset['question'];
  if (question === undefined) return;
  event.preventDefault();
  void host.call('open', { question, toSide: event.ctrlKey || event.metaKey });
});

void host.call('ready', {}).then(show, (error: unknown) => {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = error instanceof Error ? error.message : String(error);
  root.replaceChildren(paragraph);
});
