import type { OutputStream } from '../../core/pack/pack.js';

const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

const escape = '\\u001b';
const cutOff = new RegExp(`${escape}(?:\\[[0-9;]*)?$`);
const sequence = new RegExp(`${escape}\\[([0-9;]*)([A-Za-z])`, 'g');

/** Turns text with ANSI colours (SGR sequences) into spans; state and a cut-off sequence are kept between chunks. */
export class AnsiText {
  private colour = '';
  private bold = false;
  private rest = '';

  /** @param folder what the learner's files begin with: frames of tracebacks in them become links. */
  constructor(private readonly folder: () => string) {}

  reset(): void {
    this.colour = '';
    this.bold = false;
    this.rest = '';
  }

  render(text: string, stream: OutputStream): DocumentFragment {
    const fragment = document.createDocumentFragment();
    const all = this.rest + text;
    const cut = cutOff.exec(all);
    this.rest = cut ? cut[0] : '';
    const whole = cut ? all.slice(0, cut.index) : all;
    let at = 0;
    for (const match of whole.matchAll(sequence)) {
      this.add(fragment, whole.slice(at, match.index), stream);
      at = match.index + match[0].length;
      if (match[2] === 'm') this.style(match[1] ?? '');
    }
    this.add(fragment, whole.slice(at), stream);
    return fragment;
  }

  private add(fragment: DocumentFragment, text: string, stream: OutputStream): void {
    if (text === '') return;
    const span = document.createElement('span');
    span.className = [
      stream,
      this.colour === '' ? '' : `ansi-${this.colour}`,
      this.bold ? 'ansi-bold' : '',
    ]
      .filter((name) => name !== '')
      .join(' ');
    if (stream === 'stderr') span.append(...withLinks(text, this.folder()));
    else span.textContent = text;
    fragment.append(span);
  }

  private style(codes: string): void {
    for (const code of codes.split(';').map(Number)) {
      if (code === 0) {
        this.colour = '';
        this.bold = false;
      } else if (code === 1) this.bold = true;
      else if (code === 22) this.bold = false;
      else if (code === 39) this.colour = '';
      else if (code >= 30 && code <= 37) this.colour = names[code - 30] ?? '';
      else if (code >= 90 && code <= 97) this.colour = `Bright${names[code - 90] ?? ''}`;
    }
  }
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
