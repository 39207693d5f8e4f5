/** A recording at one of its steps, and the ways to others. */
import { ChangeIndex, changesIn } from '../../core/trace/changes.js';
import type { Watched } from '../../core/trace/changes.js';
import { out, over, toLine, toOutput } from '../../core/trace/moving.js';
import { Recording } from '../../core/trace/recording.js';
import type { Step } from '../../core/trace/step.js';
import type { Colors } from '../../protocol/question.js';
import type { TraceModel } from '../../protocol/trace.js';
import { element, tool } from '../shared/dom.js';
import { Arrows } from './arrows.js';
import { CodePane } from './codePane.js';
import { OutputPane } from './outputPane.js';
import { Lanes } from './lanes.js';
import { placesOf } from './slots.js';
import { stepText } from './stepText.js';
import { frameElement, objectElement } from './values.js';
import type { ToChanges } from './values.js';
import { deviations, notes } from './notes.js';

export const keys: readonly (readonly [string, string])[] = [
  ['→ or F11', 'Next step'],
  ['←', 'Step back'],
  ['O or F10', 'Step over calls'],
  ['U or Shift+F11', 'Step out of the function'],
  ['Home', 'First step'],
  ['End', 'Last step'],
  ['R', 'Record again'],
  ['?', 'These keys'],
];

interface Actions {
  again(counts: boolean): void;
  /** Shows a line in the editor; `file` is the place of a file in the model. */
  reveal(file: number, line: number): void;
  /** The step that is shown, for when the page comes back. */
  keep(index: number): void;
}

export class TraceView {
  readonly element: HTMLElement;
  private readonly recording: Recording;
  private readonly places: readonly ReadonlyMap<number, number>[];
  private readonly code: CodePane;
  private readonly output: OutputPane;
  private readonly lanes: Lanes;
  private readonly arrows = new Arrows();
  private changes: ChangeIndex | undefined;
  private readonly frames = element('div', { class: 'frames' });
  private readonly objects = element('div', { class: 'objects' });
  private readonly picture: HTMLElement;
  private readonly says = element('p', {
    class: 'says',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  private readonly count = element('span', { class: 'count' });
  private readonly slider: HTMLInputElement;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private index = 0;

  constructor(
    private readonly model: TraceModel,
    private readonly actions: Actions,
  ) {
    this.recording = new Recording(model.recording);
    this.places = placesOf(this.recording);
    const last = this.recording.length - 1;
    this.lanes = new Lanes(this.recording);
    this.code = new CodePane(model.files, model.hint?.lines ?? [], (file, line) => {
      this.go(toLine(this.recording, this.index, file, line));
    });
    this.output = new OutputPane(model, (stream, byte) => {
      this.go(toOutput(this.recording, stream, byte));
    });
    this.slider = element('input', {
      attributes: {
        type: 'range',
        min: '0',
        max: String(last),
        value: '0',
        'aria-label': 'Step',
      },
    });
    this.slider.addEventListener('input', () => {
      this.go(Number(this.slider.value));
    });
    this.back = tool('debug-step-back', 'Back', () => {
      this.go(this.index - 1);
    });
    this.next = tool('debug-step-into', 'Next', () => {
      this.go(this.index + 1);
    });
    this.next.classList.add('primary');
    const bar = element(
      'div',
      { class: 'bar', attributes: { role: 'toolbar', 'aria-label': 'Steps' } },
      [
        tool('debug-restart', 'First', () => {
          this.go(0);
        }),
        this.back,
        this.next,
        tool('debug-step-over', 'Over', () => {
          this.over();
        }),
        tool('debug-step-out', 'Out', () => {
          this.out();
        }),
        tool('debug-continue', 'Last', () => {
          this.go(last);
        }),
        this.slider,
        this.count,
        tool('refresh', 'Record Again', () => {
          actions.again(model.counts);
        }),
        tool('references', model.counts ? 'Hide References' : 'Count References', () => {
          actions.again(!model.counts);
        }),
        tool('go-to-file', 'Show in Editor', () => {
          this.reveal();
        }),
      ],
    );
    this.picture = element(
      'section',
      { class: 'picture', attributes: { 'aria-label': 'Names and objects' } },
      [this.frames, this.objects],
    );
    this.picture.prepend(this.arrows.element);
    this.element = element('div', { class: 'trace' }, [
      element('h1', { text: model.title }),
      model.hint && model.hint.watch !== ''
        ? element('p', { class: 'watch', text: `Watch ${model.hint.watch}` })
        : undefined,
      bar,
      this.says,
      element('p', { class: 'notes', text: notes(model, this.recording) }),
      element('details', { class: 'notes' }, [
        element('summary', { text: 'What a recording cannot hide from the program' }),
        element(
          'ul',
          {},
          deviations(this.recording.python).map((text) => element('li', { text })),
        ),
      ]),
      this.lanes.element,
      element('div', { class: 'panes' }, [this.code.element, this.picture, this.output.element]),
    ]);
    new ResizeObserver(() => {
      this.arrows.draw(this.picture);
    }).observe(this.picture);
  }

  get length(): number {
    return this.recording.length;
  }

  focus(): void {
    this.next.focus({ preventScroll: true });
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
    this.frames.replaceChildren(...this.framesOf(step, changes.names));
    this.showObjects(step, changes.objects);
    this.arrows.draw(this.picture);
    const gap =
      index === this.recording.gapAt
        ? `${this.recording.leftOut.toLocaleString()} steps are left out here. `
        : '';
    this.says.textContent = gap + stepText(step, changes);
    this.count.textContent = `Step ${index + 1} of ${this.length}`;
    this.slider.value = String(index);
    this.slider.setAttribute('aria-valuetext', this.count.textContent);
    this.back.disabled = index === 0;
    this.next.disabled = index === this.length - 1;
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
    else if (key === 'r') this.actions.again(this.model.counts);
    else return false;
    return true;
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

  private framesOf(step: Step, changed: ReadonlySet<string>): HTMLElement[] {
    return step.stack.map((frame) =>
      frameElement(
        frame,
        step.names.get(frame.id) ?? new Map(),
        step.heap,
        (name) => changed.has(`${frame.id}.${name}`),
        (name) => this.toChanges({ frame: frame.id, name }),
      ),
    );
  }

  private showObjects(step: Step, changed: ReadonlySet<number>): void {
    const places = this.places[this.index] ?? new Map<number, number>();
    const boxes: HTMLElement[] = [];
    for (const [id, object] of step.heap)
      boxes[places.get(id) ?? 0] = objectElement(
        id,
        object,
        step.heap,
        changed.has(id),
        this.toChanges({ id }),
      );
    this.objects.replaceChildren(
      ...Array.from(boxes, (box?: HTMLElement) => box ?? element('div', { class: 'free' })),
    );
  }
}
