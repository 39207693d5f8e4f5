/**
 * What a terminal would show of a program's output, as far as one line reaches: carriage returns and backspaces write
 * over what is there, as progress bars do, and sequences for colours become styles. What moves about the screen is
 * left out, except for what clears it.
 */
import type { OutputStream } from './pack/pack.js';
import { plain, styled } from './textStyle.js';
import type { TextStyle } from './textStyle.js';

/** A piece of text in one style; it may have several lines. */
export interface StyledText {
  readonly stream: OutputStream;
  readonly style: TextStyle;
  readonly text: string;
}

export type TextChange =
  | { readonly kind: 'append'; readonly piece: StyledText }
  /** What follows the last line break is now this. */
  | { readonly kind: 'line'; readonly pieces: readonly StyledText[] }
  | { readonly kind: 'clear' };

const esc = '\\u001b';
const control = new RegExp(
  [
    `${esc}\\[([0-?]*)[ -/]*([@-~])`,
    // Titles, links and the like: what they enclose is text of its own.
    `${esc}\\][^\\u0007${esc}]*(?:\\u0007|${esc}\\\\)`,
    `${esc}[ -/]*[0-Z\\\\^-~]`,
    '[\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f]',
  ].join('|'),
  'g',
);
const cutOff = new RegExp(`${esc}(?:\\[[0-?]*[ -/]*|\\][^\\u0007${esc}]{0,2000}${esc}?|[ -/]*)$`);

export class TerminalText {
  private readonly states = {
    stdout: { style: plain, rest: '' },
    stderr: { style: plain, rest: '' },
  };
  /** What follows the last line break. */
  private line: readonly StyledText[] = [];
  private length = 0;
  private column = 0;

  /** Takes a piece of output, cut anywhere; returns what changes on the screen. */
  write(stream: OutputStream, text: string): readonly TextChange[] {
    const changes: TextChange[] = [];
    const state = this.states[stream];
    const all = state.rest + text;
    const end = cutOff.exec(all)?.index ?? all.length;
    state.rest = all.slice(end);
    const whole = all.slice(0, end);
    let at = 0;
    for (const match of whole.matchAll(control)) {
      this.put({ stream, style: state.style, text: whole.slice(at, match.index) }, changes);
      at = match.index + match[0].length;
      const [sequence, parameters = '', final] = match;
      if (final === 'm') state.style = styled(state.style, parameters);
      else if (final !== undefined) this.obey(final, Number.parseInt(parameters, 10), changes);
      else if (sequence === '\r') this.column = 0;
      else if (sequence === '\b') this.column = Math.max(0, this.column - 1);
    }
    this.put({ stream, style: state.style, text: whole.slice(at) }, changes);
    return changes;
  }

  private put(piece: StyledText, changes: TextChange[]): void {
    if (piece.text === '') return;
    if (this.column === this.length) {
      this.append(piece, changes);
      return;
    }
    const lineBreak = piece.text.indexOf('\n');
    const within = lineBreak < 0 ? piece.text : piece.text.slice(0, lineBreak);
    if (within !== '') this.overwrite({ ...piece, text: within }, changes);
    if (lineBreak < 0) return;
    this.append({ ...piece, text: piece.text.slice(lineBreak) }, changes);
  }

  private append(piece: StyledText, changes: TextChange[]): void {
    changes.push({ kind: 'append', piece });
    const start = piece.text.lastIndexOf('\n') + 1;
    const rest = piece.text.slice(start);
    const before = start === 0 ? this.line : [];
    this.keep(rest === '' ? before : [...before, { ...piece, text: rest }]);
    this.column = this.length;
  }

  private overwrite(piece: StyledText, changes: TextChange[]): void {
    const { stream } = piece;
    const blanks = {
      stream,
      style: plain,
      text: ' '.repeat(Math.max(0, this.column - this.length)),
    };
    const end = this.column + piece.text.length;
    this.replace(
      [...cut(this.line, 0, this.column), blanks, piece, ...cut(this.line, end)],
      changes,
    );
    this.column = end;
  }

  /** @param count NaN when there is none. */
  private obey(final: string, count: number, changes: TextChange[]): void {
    const steps = Number.isNaN(count) ? 1 : Math.max(1, count);
    if (final === 'C') this.column += steps;
    else if (final === 'D') this.column = Math.max(0, this.column - steps);
    else if (final === 'G') this.column = steps - 1;
    else if (final === 'K' && count === 2) this.replace([], changes);
    else if (final === 'K' && count !== 1) this.replace(cut(this.line, 0, this.column), changes);
    else if (final === 'J' && count >= 2) {
      changes.push({ kind: 'clear' });
      this.keep([]);
      this.column = 0;
    }
  }

  private replace(pieces: readonly StyledText[], changes: TextChange[]): void {
    this.keep(merged(pieces));
    // Of many versions of a line that come at once, the last is to be seen.
    if (changes.at(-1)?.kind === 'line') changes.pop();
    changes.push({ kind: 'line', pieces: this.line });
  }

  private keep(line: readonly StyledText[]): void {
    this.line = line;
    this.length = line.reduce((sum, { text }) => sum + text.length, 0);
  }
}

/** The pieces between two columns. */
function cut(line: readonly StyledText[], from: number, to = Infinity): readonly StyledText[] {
  let at = 0;
  return line.map((piece) => {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += piece.text.length;
    return { ...piece, text };
  });
}

function merged(pieces: readonly StyledText[]): readonly StyledText[] {
  const all: StyledText[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.text === '') continue;
    if (last?.style === piece.style && last.stream === piece.stream)
      all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
