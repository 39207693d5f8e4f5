/** What a run prints, as elements: styled text with links to the frames of tracebacks. */
import type { OutputStream } from '../../core/pack/pack.js';
import { TerminalText } from '../../core/terminalText.js';
import type { StyledText, TextChange } from '../../core/terminalText.js';
import type { TextStyle } from '../../core/textStyle.js';

export class OutputText {
  private terminal = new TerminalText();
  /** What follows the last line break: it may still be written over. */
  private lastLine: ChildNode[] = [];

  /**
   * @param parent what the elements are put into.
   * @param folder what the learner's files begin with: frames of tracebacks in them become links.
   */
  constructor(
    private readonly parent: HTMLElement,
    private readonly folder: () => string,
  ) {}

  clear(): void {
    this.terminal = new TerminalText();
    this.empty();
  }

  write(stream: OutputStream, text: string): void {
    for (const change of this.terminal.write(stream, text)) this.apply(change);
  }

  private apply(change: TextChange): void {
    if (change.kind === 'clear') this.empty();
    else if (change.kind === 'append') this.append(change.piece);
    else {
      for (const node of this.lastLine) node.remove();
      this.lastLine = [];
      for (const piece of change.pieces) this.append(piece);
    }
  }

  private append(piece: StyledText): void {
    const start = piece.text.lastIndexOf('\n') + 1;
    if (start > 0) {
      this.parent.append(this.span(piece, piece.text.slice(0, start)));
      this.lastLine = [];
    }
    if (start === piece.text.length) return;
    const span = this.span(piece, piece.text.slice(start));
    this.parent.append(span);
    this.lastLine.push(span);
  }

  private empty(): void {
    this.parent.replaceChildren();
    this.lastLine = [];
  }

  private span({ stream, style }: StyledText, text: string): HTMLSpanElement {
    const span = document.createElement('span');
    span.className = [stream, ...classesOf(style)].join(' ');
    if (style.colour?.startsWith('#') === true) span.style.color = style.colour;
    if (style.background?.startsWith('#') === true) span.style.backgroundColor = style.background;
    span.append(...withLinks(text, this.folder()));
    return span;
  }
}

function classesOf({ colour, background, marks }: TextStyle): readonly string[] {
  const inPalette = (name: string | undefined): name is string => name?.startsWith('#') === false;
  return [
    ...(inPalette(colour) ? [`ansi-${colour}`] : []),
    ...(inPalette(background) ? [`ansi-on-${background}`] : []),
    ...marks.map((mark) => `ansi-${mark}`),
  ];
}

const frame = /File "([^"\n]+)", line (\d+)/g;

/** A frame's file and line, as its link keeps them. */
export function frameOf(link: HTMLElement): { readonly file: string; readonly line: number } {
  return { file: link.dataset['file'] ?? '', line: Number(link.dataset['line']) };
}

function withLinks(text: string, folder: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(frame)) {
    const [whole, path = '', line = ''] = match;
    if (!path.startsWith(folder)) continue;
    const link = document.createElement('a');
    link.href = '#';
    link.className = 'frame';
    const file = path.slice(folder.length).replaceAll('\\', '/');
    link.dataset['file'] = file;
    link.dataset['line'] = line;
    link.title = path;
    link.textContent = `File "${file}", line ${line}`;
    parts.push(text.slice(at, match.index), link);
    at = match.index + whole.length;
  }
  parts.push(text.slice(at));
  return parts;
}
