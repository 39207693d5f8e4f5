/** A recording at one of its steps, and the ways to others. */
import * as l10n from '@vscode/l10n';
import { ChangeIndex, changesIn } from '../../core/trace/changes.js';
import type { Watched } from '../../core/trace/changes.js';
import { out, over, toLine, toOutput } from '../../core/trace/moving.js';
import { judge, predictable } from '../../core/trace/prediction.js';
import type { Prediction } from '../../core/trace/prediction.js';
import { Recording } from '../../core/trace/recording.js';
import type { Colors } from '../../protocol/question.js';
import type { TraceModel } from '../../protocol/trace.js';
import { counted, figure } from '../../core/figures.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { paragraph, withElements } from '../shared/sentence.js';
import { CodePane } from './codePane.js';
import { OutputPane } from './outputPane.js';
import { Lanes } from './lanes.js';
import { PicturePane } from './picturePane.js';
import { PredictionForm } from './predictionForm.js';
import { StepBar } from './stepBar.js';
import { stepText } from './stepText.js';
import type { ToChanges } from './values.js';
import { deviations, notes } from './notes.js';

interface Actions {
  again(counts: boolean): void;
  /** Shows a line in the editor; `file` is the place of a file in the model. */
  reveal(file: number, line: number): void;
  /** The step that is shown, for when the page comes back. */
  keep(index: number): void;
  /** What comes next was told before it was shown. */
  predicted(isRight: boolean): void;
}

export class TraceView {
  readonly element: HTMLElement;
  private readonly recording: Recording;
  private readonly code: CodePane;
  private readonly output: OutputPane;
  private readonly lanes: Lanes;
  private changes: ChangeIndex | undefined;
  private readonly picture: PicturePane;
  private readonly says = element('p', {
    class: 'says',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  private readonly bar: StepBar;
  private readonly prediction: PredictionForm;
  private index = 0;

  constructor(
    private readonly model: TraceModel,
    private readonly actions: Actions,
  ) {
    this.recording = new Recording(model.recording);
    this.picture = new PicturePane(this.recording, (watched) => this.toChanges(watched));
    this.lanes = new Lanes(this.recording);
    this.code = new CodePane(model.files, model.hint?.lines ?? [], (file, line) => {
      this.go(toLine(this.recording, this.index, file, line));
    });
    this.output = new OutputPane(model, (stream, byte) => {
      this.go(toOutput(this.recording, stream, byte));
    });
    this.bar = new StepBar(this.length, model.counts, {
      go: (index) => {
        this.go(index);
      },
      move: (steps) => {
        this.go(this.index + steps);
      },
      over: () => {
        this.over();
      },
      out: () => {
        this.out();
      },
      predict: () => {
        this.predict();
      },
      again: () => {
        actions.again(model.counts);
      },
      count: () => {
        actions.again(!model.counts);
      },
      reveal: () => {
        this.reveal();
      },
    });
    this.prediction = new PredictionForm(
      (prediction) => {
        this.judge(prediction);
      },
      () => {
        this.focus();
      },
    );
    this.element = element('div', { class: 'trace' }, [
      element('h1', { text: model.title }),
      model.hint && model.hint.watch !== ''
        ? element(
            'p',
            { class: 'watch' },
            withElements(l10n.t({ message: 'Watch {0}', comment: ['Keep an eye on'] }), [
              element('span', { text: model.hint.watch, attributes: ofContent }),
            ]),
          )
        : undefined,
      this.bar.element,
      this.prediction.element,
      this.says,
      element('p', { class: 'notes', text: notes(model, this.recording) }),
      element('details', { class: 'notes' }, [
        element('summary', { text: l10n.t('What a recording cannot hide from the program') }),
        element(
          'ul',
          {},
          deviations(this.recording.python).map((text) => element('li', { text })),
        ),
      ]),
      this.lanes.element,
      element('div', { class: 'panes' }, [
        this.code.element,
        this.picture.element,
        this.output.element,
      ]),
    ]);
  }

  get length(): number {
    return this.recording.length;
  }

  focus(): void {
    this.bar.focus();
  }

  /** Undefined where there is no such step: then nothing happens. */
  go(index: number | undefined): void {
    if (index === undefined || index < 0 || index >= this.length) return;
    this.index = index;
    const before = index > 0 ? this.recording.at(index - 1) : undefined;
    const step = this.recording.at(index);
    const changes = changesIn(step, before);
    this.code.show(step, before);
    this.output.show(step, before);
    this.lanes.show(step);
    this.picture.show(index, step, changes);
    const gap =
      index === this.recording.gapAt
        ? counted(
            this.recording.leftOut,
            l10n.t('{0} step is left out here.', figure(this.recording.leftOut)),
            l10n.t('{0} steps are left out here.', figure(this.recording.leftOut)),
          )
        : '';
    this.says.textContent = paragraph([gap, stepText(step, changes)]);
    this.prediction.close();
    this.bar.show(index);
    this.actions.keep(index);
  }

  /** @returns whether the key was one of ours */
  onKey({ key, shiftKey }: KeyboardEvent): boolean {
    const last = this.length - 1;
    if (key === 'ArrowRight' || (key === 'F11' && !shiftKey)) this.go(this.index + 1);
    else if (key === 'ArrowLeft') this.go(this.index - 1);
    else if (key === 'o' || key === 'F10') this.over();
    else if (key === 'u' || (key === 'F11' && shiftKey)) this.out();
    else if (key === 'Home') this.go(0);
    else if (key === 'End') this.go(last);
    else if (key === 'p') this.predict();
    else if (key === 'r') this.actions.again(this.model.counts);
    else return false;
    return true;
  }

  private predict(): void {
    if (this.index < this.length - 1) this.prediction.open(predictable(this.recording, this.index));
  }

  /** Shows what comes next, and whether it was predicted. */
  private judge(prediction: Prediction): void {
    const judged = judge(this.recording, this.index, prediction);
    this.focus();
    if (!judged) {
      this.says.textContent = l10n.t(
        'That cannot be told from here: the recording does not show it.',
      );
      return;
    }
    const { isRight, actual, at } = judged;
    this.actions.predicted(isRight);
    this.go(at);
    const verdict = isRight
      ? l10n.t('✓ Right: {0}.', actual)
      : l10n.t('✗ Not so: you said {0}, and it is {1}.', prediction.text.trim(), actual);
    this.says.prepend(element('strong', { text: `${verdict} ` }));
  }

  private over(): void {
    this.go(over(this.recording, this.index) ?? this.length - 1);
  }

  private out(): void {
    this.go(out(this.recording, this.index) ?? this.length - 1);
  }

  private toChanges(watched: Watched): ToChanges {
    const go = (direction: 1 | -1): void => {
      this.changes ??= new ChangeIndex(this.recording);
      this.go(this.changes.nearest(watched, this.index, direction));
    };
    return {
      before: () => {
        go(-1);
      },
      after: () => {
        go(1);
      },
    };
  }

  private reveal(): void {
    const innermost = this.recording.stackAt(this.index).at(-1);
    const file = this.model.files.findIndex(({ name }) => name === innermost?.code.file);
    if (innermost && file >= 0) this.actions.reveal(file, innermost.line);
  }

  color(colors: Colors): void {
    this.code.color(colors);
  }

  /** The first step at which a line that matters is about to run; else the first of all. */
  get begin(): number {
    const { files, hint } = this.model;
    const [line] = hint?.lines ?? [];
    const file = files[0]?.name;
    if (line === undefined || file === undefined) return 0;
    return toLine(this.recording, -1, file, line) ?? 0;
  }
}
