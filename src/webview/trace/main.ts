import '../shared/words.js';
import * as l10n from '@vscode/l10n';
import '../shared/base.css';
import './trace.css';
import './picture.css';
import { element, tool } from '../shared/dom.js';
import { Frame } from '../shared/frame.js';
import type { View } from '../shared/frame.js';
import { connectToHost, savedState, saveState } from '../shared/host.js';
import type { TraceHost, TraceModel, TracePage } from '../../protocol/trace.js';
import { keys } from './keys.js';
import { TraceView } from './traceView.js';

/** The program is being recorded, or could not be. */
class Waiting implements View {
  readonly element: HTMLElement;
  private readonly fault = element('p', { class: 'fault', attributes: { role: 'alert' } });
  private readonly output = element('pre', {
    attributes: { 'aria-label': l10n.t('Output'), tabindex: '0' },
  });
  private readonly input = element('input', {
    attributes: {
      type: 'text',
      'aria-label': l10n.t('Input for the program'),
      autocomplete: 'off',
    },
  });
  private readonly form = element('form', { class: 'input', hidden: true }, [
    this.input,
    tool('circle-slash', l10n.t('End Input'), () => {
      this.form.hidden = true;
      host.notify('endInput', {});
    }),
  ]);
  private readonly stop = tool('debug-stop', l10n.t('Stop'), () => {
    host.notify('stop', {});
  });

  constructor(words: string) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      host.notify('input', { text: `${this.input.value}\n` });
      this.input.value = '';
    });
    this.element = element('div', { class: 'trace' }, [
      element('p', { text: words, attributes: { role: 'status' } }),
      this.stop,
      this.fault,
      this.output,
      this.form,
    ]);
  }

  focus(): void {
    if (!this.stop.hidden) this.stop.focus();
  }

  fail(message: string): void {
    this.fault.textContent = message;
    this.stop.hidden = true;
  }

  append(text: string): void {
    this.output.append(text);
  }

  takeInput(): void {
    this.form.hidden = false;
    this.input.focus();
  }
}

class Replay implements View {
  readonly element: HTMLElement;
  private readonly fault = element('p', { class: 'fault', attributes: { role: 'alert' } });

  constructor(readonly trace: TraceView) {
    this.element = element('div', {}, [trace.element, this.fault]);
  }

  focus(): void {
    this.trace.focus();
  }

  fail(message: string): void {
    this.fault.textContent = message;
  }
}

const frame = new Frame<Waiting | Replay>(keys);
let shown = '';

const host = connectToHost<TracePage, TraceHost>({
  begun: () => {
    shown = '';
    frame.show(new Waiting(l10n.t('Recording…')), 'waiting');
  },
  output: ({ text }) => {
    if (frame.view instanceof Waiting) frame.view.append(text);
  },
  takesInput: () => {
    if (frame.view instanceof Waiting) frame.view.takeInput();
  },
  show,
  recolor: color,
});

function again(counts: boolean): void {
  host.call('again', { counts }).catch((error: unknown) => {
    frame.fail(error);
  });
}

function reveal(file: number, line: number): void {
  host.call('reveal', { file, line }).catch((error: unknown) => {
    frame.fail(error);
  });
}

function predicted(right: boolean): void {
  host.call('predicted', { right }).catch((error: unknown) => {
    frame.fail(error);
  });
}

function color(): void {
  const { view } = frame;
  if (!(view instanceof Replay)) return;
  host.call('colors', {}).then(
    (colors) => {
      view.trace.color(colors);
    },
    () => undefined, // The text stays as it is; the host has logged why.
  );
}

function show(model: TraceModel): void {
  const trace =
    model.fault === undefined
      ? new TraceView(model, { again, keep, reveal, predicted })
      : undefined;
  if (!trace || trace.length === 0) {
    const waiting = new Waiting(model.title);
    waiting.fail(
      model.fault ?? l10n.t('Nothing was recorded: the program ran no code of its own.'),
    );
    waiting.append(model.stdout + model.stderr);
    frame.show(waiting, 'fault');
    return;
  }
  shown = model.recording.slice(0, 200);
  const view = new Replay(trace);
  frame.show(view, 'replay');
  trace.go(keptStep() ?? trace.begin);
  color();
}

/** What VS Code keeps across reloads: `{ recording, index }`. */
function keep(index: number): void {
  saveState({ recording: shown, index });
}

function keptStep(): number | undefined {
  const state = savedState();
  const own =
    typeof state === 'object' &&
    state !== null &&
    'recording' in state &&
    state.recording === shown;
  return own && 'index' in state && typeof state.index === 'number' ? state.index : undefined;
}

frame.onKey((event, isTyping) => {
  // A list of choices has its own arrows and letters.
  const isChoosing = event.target instanceof HTMLSelectElement;
  if (isTyping || isChoosing || event.ctrlKey || event.metaKey || event.altKey) return false;
  return frame.view instanceof Replay && frame.view.trace.onKey(event);
});

host.call('ready', {}).then(
  (model) => {
    if (model) show(model);
    else if (!frame.view) frame.show(new Waiting(l10n.t('Recording…')), 'waiting');
  },
  (error: unknown) => {
    frame.fail(error);
  },
);
