/** What a run prints, as elements: styled text with links to the frames of tracebacks. */
import type { OutputStream } from '../../core/pack/pack.js';
import { Terminal } from '../../core/terminal/terminal.js';
import type { StyledText } from '../../core/terminal/terminal.js';
import type { TextStyle } from '../../core/terminal/textStyle.js';

/** Lines that are shown together until one of them changes; each begins with the break that ends the one before. */
interface Block {
  readonly lines: number;
  /** The cell that each begins with; only of use in a block of one line. */
  readonly nodes: readonly { readonly node: ChildNode; readonly from: number }[];
}

/** Lines of a block: a change of one shows as many anew. */
const longestBlock = 500;

export class OutputText {
  private terminal = new Terminal();
  private blocks: Block[] = [];
  private shown = 0;

  /**
   * @param parent what the elements are put into.
   * @param folder what the learner's files begin with: frames of tracebacks in them become links.
   */
  constructor(
    private readonly parent: HTMLElement,
    private readonly folder: () => string,
  ) {}

  clear(): void {
    this.terminal = new Terminal();
    this.empty();
  }

  /** Takes what was printed; `paint` shows it. */
  write(stream: OutputStream, text: string): void {
    this.terminal.write(stream, text);
  }

  /** Shows what changed since it was called last. */
  paint(): void {
    const { lines, all } = this.terminal.takeChanged();
    if (all) this.empty();
    const { lineCount } = this.terminal;
    while (this.shown > lineCount) this.dropLastLine();
    const changed = [...lines].filter(([line]) => line < this.shown).sort(([a], [b]) => b - a);
    let at = this.blocks.length;
    let start = this.shown;
    for (const [line, from] of changed) {
      while (line < start) {
        at -= 1;
        start -= this.blocks[at]?.lines ?? 0;
      }
      if ((this.blocks[at]?.lines ?? 0) > 1) {
        this.split(at, start);
        at += line - start;
        start = line;
      }
      this.repaint(at, line, from);
    }
    // The last line goes on, and is shown by itself.
    while (this.shown < lineCount - 1)
      this.append(Math.min(longestBlock, lineCount - 1 - this.shown));
    if (this.shown < lineCount) this.append(1);
  }

  private append(lines: number): void {
    this.blocks.push({ lines, nodes: this.show(this.shown, lines, null) });
    this.shown += lines;
  }

  private dropLastLine(): void {
    const last = this.blocks.length - 1;
    const block = this.blocks[last];
    if (block && block.lines > 1) this.split(last, this.shown - block.lines);
    for (const { node } of this.blocks.pop()?.nodes ?? []) node.remove();
    this.shown -= 1;
  }

  /** Makes blocks of one line of a block that begins with the line `start`. */
  private split(at: number, start: number): void {
    const block = this.blocks[at];
    if (!block) return;
    const before = this.nodeAfter(at);
    for (const { node } of block.nodes) node.remove();
    const parts = Array.from({ length: block.lines }, (_, index): Block => ({
      lines: 1,
      nodes: this.show(start + index, 1, before),
    }));
    this.blocks.splice(at, 1, ...parts);
  }

  /** Shows a block's only line anew from the run of one style on that a cell is in. */
  private repaint(at: number, line: number, from: number): void {
    const { nodes = [] } = this.blocks[at] ?? {};
    const start = this.terminal.lineAt(line).runStart(from);
    const kept = nodes.filter((each) => each.from < start);
    for (const { node, from: cell } of nodes) if (cell >= start) node.remove();
    const added = this.showPieces(this.terminal.lineAt(line).pieces(start), this.nodeAfter(at));
    this.blocks[at] = { lines: 1, nodes: [...kept, ...added] };
  }

  /** Puts lines before a node, or last when there is none; text in one style is one element also over several lines. */
  private show(start: number, lines: number, before: ChildNode | null): Block['nodes'] {
    if (lines === 1) {
      const pieces = this.terminal.lineAt(start).pieces(0);
      const lineBreak = start > 0 ? [this.put(document.createTextNode('\n'), before, -1)] : [];
      return [...lineBreak, ...this.showPieces(pieces, before)];
    }
    const merged: StyledText[] = [];
    let breaks = '';
    for (let line = start; line < start + lines; line += 1) {
      if (line > 0) breaks += '\n';
      for (const piece of this.terminal.lineAt(line).pieces(0)) {
        const last = merged.at(-1);
        const text = breaks + piece.text;
        breaks = '';
        if (last?.style === piece.style && last.stream === piece.stream)
          merged[merged.length - 1] = { ...last, text: last.text + text };
        else merged.push({ ...piece, text });
      }
    }
    const rest = breaks === '' ? [] : [this.put(document.createTextNode(breaks), before, 0)];
    return [...this.showPieces(merged, before), ...rest];
  }

  private showPieces(pieces: readonly StyledText[], before: ChildNode | null): Block['nodes'] {
    return pieces.map((piece) => this.put(this.span(piece), before, piece.column));
  }

  private put(node: ChildNode, before: ChildNode | null, from: number): Block['nodes'][number] {
    this.parent.insertBefore(node, before);
    return { node, from };
  }

  private nodeAfter(at: number): ChildNode | null {
    return this.blocks[at + 1]?.nodes[0]?.node ?? null;
  }

  private empty(): void {
    this.parent.replaceChildren();
    this.blocks = [];
    this.shown = 0;
  }

  private span({ stream, style, text }: StyledText): HTMLSpanElement {
    const span = document.createElement('span');
    span.className = [stream, ...classesOf(style)].join(' ');
    if (style.color?.startsWith('#') === true) span.style.color = style.color;
    if (style.background?.startsWith('#') === true) span.style.backgroundColor = style.background;
    span.append(...withLinks(text, this.folder()));
    return span;
  }
}

function classesOf({ color, background, marks }: TextStyle): readonly string[] {
  const inPalette = (name: string | undefined): name is string => name?.startsWith('#') === false;
  return [
    ...(inPalette(color) ? [`ansi-${color}`] : []),
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
    // Not `#` alone: VS Code takes the page to its top at a click on that.
    link.href = '#frame:';
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
