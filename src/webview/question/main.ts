import '../shared/words.js';
import '../shared/base.css';
import './question.css';
import './snippet.css';
import './ansi.css';
import { connectToHost, firstModel, savedState, saveState } from '../shared/host.js';
import { faultParagraph, fillRoot, followQuestionLinks, root } from '../shared/root.js';
import type { QuestionHost, QuestionModel, QuestionPage } from '../../protocol/question.js';
import { applyColors } from './colors.js';
import { draftsOf } from './inputDrafts.js';
import { QuestionView } from './questionView.js';
import type { ReadingSoFar } from '../../core/reading.js';
import { decodePlace, goTo, readingPlace, start } from './readingPlace.js';
import type { ReadingPlace } from './readingPlace.js';
import { decodeReading } from './readingWatch.js';

let view: QuestionView | undefined;

const host = connectToHost<QuestionPage, QuestionHost>({
  show,
  colors: (colors) => {
    applyColors(root, colors);
    for (const { snippet, files } of colors.ran) view?.snippet(snippet)?.colorRan(files);
  },
  goTo: ({ section }) => document.querySelector(`#${CSS.escape(section)}`)?.scrollIntoView(),
  runInView: () => view?.runInView(),
  ran: ({ snippet, files }) => view?.snippet(snippet)?.showRan(files),
  snippets: ({ snippets }) => view?.updateSnippets(snippets),
  state: ({ state }) => view?.updateState(state),
  marks: (marks) => view?.marks.update(marks),
  takesInput: ({ snippet }) => view?.snippet(snippet)?.takeInput(),
  output: ({ snippet, stream, text }) => view?.snippet(snippet)?.append(stream, text),
  tail: ({ snippet, ...tail }) => view?.snippet(snippet)?.showTail(tail),
  finished: (report) => view?.snippet(report.snippet)?.finish(report),
});

/** What VS Code keeps across reloads: `{ question, place, reading, inputs }`. */
function saved(question: string): {
  readonly place: ReadingPlace;
  readonly reading: ReadingSoFar;
} {
  const state = savedState();
  const own =
    typeof state === 'object' &&
    state !== null &&
    'question' in state &&
    state.question === question;
  return {
    place: own && 'place' in state ? decodePlace(state.place) : start,
    reading: decodeReading(own && 'reading' in state ? state.reading : undefined),
  };
}

function save(place = readingPlace()): void {
  if (view)
    saveState({
      question: view.id,
      place,
      reading: view.readSoFar,
      inputs: Object.fromEntries(draftsOf(view.id)),
    });
}

function show(model: QuestionModel): void {
  const { place, reading } = saved(model.id);
  const before = view?.id === model.id ? view.readSoFar : reading;
  view?.dispose();
  view = new QuestionView(model, host, before);
  fillRoot(view.element);
  // In the page, so that output is scrolled to its end.
  for (const run of model.runs) view.snippet(run.snippet)?.restore(run);
  save(place);
  goTo(place);
  if (place === start) view.focusTitle();
}

let saving = 0;
window.addEventListener('scroll', () => {
  cancelAnimationFrame(saving);
  saving = requestAnimationFrame(() => {
    save();
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
