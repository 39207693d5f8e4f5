import '../shared/words.js';
import '../shared/base.css';
import '../shared/chart.css';
import '../shared/dataTable.css';
import './exercise.css';
import type { ExerciseHost, ExerciseModel, ExercisePage } from '../../protocol/exercise.js';
import { connectToHost, saveState } from '../shared/host.js';
import { faultParagraph, fillRoot, followQuestionLinks, root } from '../shared/root.js';
import type { Actions } from './exerciseView.js';
import { exerciseView } from './exerciseView.js';

const host = connectToHost<ExercisePage, ExerciseHost>({ show });

/** Draws afresh and keeps the focus on what had it. */
function show(model: ExerciseModel): void {
  saveState({ exercise: model.exercise });
  const focused = document.activeElement?.id ?? '';
  fillRoot(exerciseView(model, actions));
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}

function turn(step: Promise<ExerciseModel>): void {
  step.then(show, (error: unknown) => {
    root.prepend(faultParagraph(error));
  });
}

const actions: Actions = {
  check: () => {
    turn(host.call('check', {}));
  },
  hint: () => {
    turn(host.call('hint', {}));
  },
  solutions: () => {
    turn(host.call('solutions', {}));
  },
  measure: () => {
    turn(host.call('measure', {}));
  },
  compare: (approach) => void host.call('compare', { approach }),
  stepThrough: (name) => void host.call('stepThrough', { name }),
  startAgain: () => void host.call('startAgain', {}),
  open: (line) => void host.call('open', { line }),
};

followQuestionLinks((question, toSide) => {
  void host.call('question', { question, toSide });
});

turn(host.call('ready', {}));
