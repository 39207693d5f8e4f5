/** What had been written when a step began, with the piece that came by the step before marked. */
import * as l10n from '@vscode/l10n';
import type { Step } from '../../core/trace/step.js';
import type { TraceModel } from '../../protocol/trace.js';
import { shownText } from '../../core/terminal/terminal.js';
import { element } from '../shared/dom.js';
import { leadByArrows } from './arrowKeys.js';

export class OutputPane {
  readonly element: HTMLElement;
  private readonly streams: readonly Stream[];

  /** @param toByte leads to the step by which it had been written */
  constructor(model: TraceModel, toByte: (stream: 0 | 1, byte: number) => void) {
    this.streams = [
      new Stream(l10n.t('Output'), model.stdout, (byte) => {
        toByte(0, byte);
      }),
      new Stream(l10n.t('Errors'), model.stderr, (byte) => {
        toByte(1, byte);
      }),
    ];
    this.element = element('section', { class: 'pane output-pane' }, [
      ...this.streams.map((stream) => stream.element),
    ]);
  }

  show(step: Step, before: Step | undefined): void {
    for (const [index, stream] of this.streams.entries())
      stream.show(before?.written[index] ?? 0, step.written[index] ?? 0);
  }
}

class Stream {
  readonly element: HTMLElement;
  private readonly bytes: Uint8Array;
  private readonly text = element('pre');

  constructor(
    title: string,
    written: string,
    private readonly toByte: (byte: number) => void,
  ) {
    this.bytes = new TextEncoder().encode(written);
    this.text.setAttribute('aria-label', title);
    leadByArrows(this.text, () => this.text.lastElementChild);
    this.element = element('section', { hidden: true }, [
      element('h2', { text: title }),
      this.text,
    ]);
  }

  /** @param from bytes written by the step before; the rest to `to` is new */
  show(from: number, to: number): void {
    this.element.hidden = to === 0;
    const pieces: HTMLElement[] = [];
    let at = 0;
    for (const line of linesOf(this.bytes.subarray(0, to))) {
      const begin = at;
      at += line.length;
      pieces.push(
        element('span', {
          class: at > from ? 'new' : '',
          text: shownText(new TextDecoder().decode(line)),
          title: l10n.t('Go to the step that wrote it'),
          onClick: () => {
            this.toByte(begin);
          },
        }),
      );
    }
    this.text.replaceChildren(...pieces);
    this.text.scrollTop = this.text.scrollHeight;
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let begin = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, begin)) {
    yield bytes.subarray(begin, at + 1);
    begin = at + 1;
  }
  if (begin < bytes.length) yield bytes.subarray(begin);
}
