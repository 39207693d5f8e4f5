import '../shared/base.css';
import './question.css';
import './snippet.css';
import './ansi.css';
import { connectToHost, firstModel, savedState, saveState } from '../shared/host.js';
import { faultParagraph, fillRoot, followQuestionLinks, root } from '../shared/root.js';
import type { QuestionHost, QuestionModel, QuestionPage } from '../../protocol/question.js';
import { applyColours } from './colours.js';
import { QuestionView } from './questionView.js';
import { decodePlace, goTo, readingPlace, start } from './readingPlace.js';
import type { ReadingPlace } from './readingPlace.js';

let view: QuestionView | undefined;

const host = connectToHost<QuestionPage, QuestionHost>({
  show,
  colours: (colours) => {
    applyColours(root, colours);
  },
  snippets: ({ snippets }) => view?.updateSnippets(snippets),
  state: ({ state }) => view?.updateState(state),
  marks: (marks) => view?.marks.update(marks),
  takesInput: ({ snippet }) => view?.snippet(snippet)?.takeInput(),
  output: ({ snippet, stream, text }) => view?.snippet(snippet)?.append(stream, text),
  finished: (report) => view?.snippet(report.snippet)?.finish(report),
});

/** Where the reader was in a question, kept by VS Code across reloads: `{ question, place }`. */
function placeIn(question: string): ReadingPlace {
  const saved = savedState();
  if (typeof saved !== 'object' || saved === null || !('question' in saved) || !('place' in saved))
    return start;
  return saved.question === question ? decodePlace(saved.place) : start;
}

function show(model: QuestionModel): void {
  const place = placeIn(model.id);
  view = new QuestionView(model, host);
  fillRoot(view.element);
  // In the page, so that output is scrolled to its end.
  for (const run of model.runs) view.snippet(run.snippet)?.restore(run);
  saveState({ question: model.id, place });
  goTo(place);
  if (place === start) view.focusTitle();
}

let saving = 0;
window.addEventListener('scroll', () => {
  cancelAnimationFrame(saving);
  saving = requestAnimationFrame(() => {
    if (view) saveState({ question: view.id, place: readingPlace() });
  });
});

followQuestionLinks((question, toSide) => {
  void host.call('open', { question, toSide });
});

// The host wrote it, as it writes every message: both are trusted alike.
const first = firstModel() as QuestionModel | undefined;
if (first) show(first);
host.call('ready', {}).then(
  (model) => {
    if (model) show(model);
  },
  (error: unknown) => {
    fillRoot(faultParagraph(error));
  },
);
