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

/** A line of what was written: from its first byte to behind its last. */
interface Line {
  readonly begin: number;
  readonly end: number;
}

class Stream {
  readonly element: HTMLElement;
  private readonly bytes: Uint8Array;
  private readonly lines: readonly Line[];
  private readonly text = element('pre');
  /** As `show` was told last. */
  private from = 0;
  private to = 0;

  constructor(
    title: string,
    written: string,
    private readonly toByte: (byte: number) => void,
  ) {
    this.bytes = new TextEncoder().encode(written);
    this.lines = [...linesOf(this.bytes)];
    this.text.setAttribute('aria-label', title);
    leadByArrows(this.text, () => this.text.lastElementChild);
    this.element = element('section', { hidden: true }, [
      element('h2', { text: title }),
      this.text,
    ]);
  }

  /** @param from bytes written by the step before; the rest to `to` is new */
  show(from: number, to: number): void {
    if (from === this.from && to === this.to) return;
    // Lines before all that was new or is new look as they did.
    const same = Math.min(from, to, this.from, this.to);
    this.from = from;
    this.to = to;
    this.element.hidden = to === 0;
    const firstOther = this.lines.findIndex(({ end }) => end > same);
    const { children } = this.text;
    while (firstOther >= 0 && children.length > firstOther)
      children.item(children.length - 1)?.remove();
    this.text.append(
      ...this.lines
        .slice(children.length)
        .filter(({ begin }) => begin < to)
        .map((line) => this.piece(line)),
    );
    this.text.scrollTop = this.text.scrollHeight;
  }

  private piece({ begin, end }: Line): HTMLElement {
    const until = Math.min(end, this.to);
    return element('span', {
      class: until > this.from ? 'new' : '',
      text: shownText(new TextDecoder().decode(this.bytes.subarray(begin, until))),
      title: l10n.t('Go to the step that wrote it'),
      onClick: () => {
        this.toByte(begin);
      },
    });
  }
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let begin = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, begin)) {
    yield { begin, end: at + 1 };
    begin = at + 1;
  }
  if (begin < bytes.length) yield { begin, end: bytes.length };
}
