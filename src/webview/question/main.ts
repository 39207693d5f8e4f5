import '../shared/base.css';
import './question.css';
import './ansi.css';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import type { QuestionHost, QuestionModel, QuestionPage } from '../../protocol/question.js';
import { applyColours } from './colours.js';
import { QuestionView } from './questionView.js';

const root = document.querySelector<HTMLElement>('#root');
if (!root) throw new Error('The page has no root.');

let view: QuestionView | undefined;

const host = connectToHost<QuestionPage, QuestionHost>({
  show,
  colours: (colours) => {
    applyColours(root, colours);
  },
  snippets: ({ snippets }) => view?.updateSnippets(snippets),
  state: ({ state }) => view?.updateState(state),
  started: ({ snippet }) => view?.snippet(snippet)?.begin(),
  output: ({ snippet, stream, text }) => view?.snippet(snippet)?.append(stream, text),
  finished: (report) => view?.snippet(report.snippet)?.finish(report),
});

/** Where the reader was, kept by VS Code across reloads: `{ question, scroll }`. */
function scrollOf(question: string): number {
  const saved = savedState();
  if (typeof saved !== 'object' || saved === null || !('question' in saved) || !('scroll' in saved))
    return 0;
  return saved.question === question && typeof saved.scroll === 'number' ? saved.scroll : 0;
}

function show(model: QuestionModel): void {
  const scroll = scrollOf(model.id);
  view = new QuestionView(model, host);
  root?.replaceChildren(view.element);
  root?.removeAttribute('aria-busy');
  saveState({ question: model.id, scroll });
  window.scrollTo(0, scroll);
  if (scroll === 0) view.focusTitle();
}

let saving = 0;
window.addEventListener('scroll', () => {
  cancelAnimationFrame(saving);
  saving = requestAnimationFrame(() => {
    if (view) saveState({ question: view.id, scroll: Math.round(window.scrollY) });
  });
});

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
  const question = link?.dataset['question'];
  if (question === undefined) return;
  event.preventDefault();
  void host.call('open', { question, toSide: event.ctrlKey || event.metaKey });
});

void host.call('ready', {}).then(show, (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = message;
  root.replaceChildren(paragraph);
});
