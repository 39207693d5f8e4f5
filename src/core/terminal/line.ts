/** One line of a terminal, cell by cell. */
import type { OutputStream } from '../pack/pack.js';
import type { TextStyle } from './textStyle.js';

/** What text is written with; pens that are the same are one object. */
export interface Pen {
  readonly stream: OutputStream;
  readonly style: TextStyle;
}

/** A piece of a line in one style. */
export interface StyledText extends Pen {
  /** The cell that it begins in. */
  readonly column: number;
  readonly text: string;
}

/** Cells that insertions and deletions move; a screen has fewer. */
const movable = 1000;

export class Line {
  /** A cell's character, or nothing in the cells that the character before takes as well. */
  private readonly cells: string[] = [];
  private readonly pens: Pen[] = [];

  /** Cells. */
  get length(): number {
    return this.cells.length;
  }

  text(): string {
    return this.cells.join('');
  }

  /** Where the run of one style begins that the cell before a column is in: it may have changed with that column. */
  runStart(column: number): number {
    let at = Math.max(0, Math.min(column, this.length) - 1);
    const pen = this.pens[at];
    while (at > 0 && this.pens[at - 1] === pen) at -= 1;
    return at;
  }

  /** From a cell on; a new piece wherever the pen changes. */
  pieces(from: number): readonly StyledText[] {
    const pieces: StyledText[] = [];
    for (let start = from; start < this.length;) {
      const pen = this.pens[start];
      let end = start + 1;
      while (end < this.length && this.pens[end] === pen) end += 1;
      const text = this.cells.slice(start, end).join('');
      if (pen && text !== '')
        pieces.push({ column: start, stream: pen.stream, style: pen.style, text });
      start = end;
    }
    return pieces;
  }

  /** Characters of one cell each. */
  writeNarrow(column: number, text: string, pen: Pen): void {
    this.makeRoom(column, text.length, pen);
    for (let at = 0; at < text.length; at += 1) {
      this.cells[column + at] = text.charAt(at);
      this.pens[column + at] = pen;
    }
  }

  write(column: number, character: string, width: number, pen: Pen): void {
    this.makeRoom(column, width, pen);
    for (let at = 0; at < width; at += 1) {
      this.cells[column + at] = at === 0 ? character : '';
      this.pens[column + at] = pen;
    }
  }

  /** The cell that ends before a column: where it begins and what it holds. */
  before(column: number): { readonly start: number; readonly character: string } | undefined {
    let start = column - 1;
    while (start >= 0 && this.cells[start] === '') start -= 1;
    const character = this.cells[start];
    return character === undefined ? undefined : { start, character };
  }

  /** Blanks the cells between two columns; beyond the end there is nothing. */
  erase(from: number, to: number, pen: Pen): void {
    this.split(from);
    if (to >= this.length) {
      this.cells.length = Math.min(from, this.length);
      this.pens.length = this.cells.length;
      return;
    }
    this.split(to);
    this.cells.fill(' ', from, to);
    this.pens.fill(pen, from, to);
  }

  insert(column: number, count: number, pen: Pen): void {
    const room = movable - column;
    if (column >= this.length || room <= 0) return;
    const added = Math.min(count, room);
    this.split(column);
    if (this.length > movable) {
      this.split(movable - added);
      this.split(movable);
      this.cells.copyWithin(column + added, column, movable - added);
      this.pens.copyWithin(column + added, column, movable - added);
      this.cells.fill(' ', column, column + added);
      this.pens.fill(pen, column, column + added);
      return;
    }
    this.cells.splice(column, 0, ...Array<string>(added).fill(' '));
    this.pens.splice(column, 0, ...Array<Pen>(added).fill(pen));
  }

  delete(column: number, count: number, pen: Pen): void {
    if (column >= Math.min(this.length, movable)) return;
    const removed = Math.min(count, movable - column);
    this.split(column);
    this.split(column + removed);
    if (this.length > movable) {
      this.split(movable);
      this.cells.copyWithin(column, column + removed, movable);
      this.pens.copyWithin(column, column + removed, movable);
      this.cells.fill(' ', movable - removed, movable);
      this.pens.fill(pen, movable - removed, movable);
      return;
    }
    this.cells.splice(column, removed);
    this.pens.splice(column, removed);
  }

  private makeRoom(column: number, width: number, pen: Pen): void {
    while (this.length < column) {
      this.cells.push(' ');
      this.pens.push(pen);
    }
    this.split(column);
    this.split(column + width);
  }

  /** What takes several cells, of which some are to change, becomes blanks. */
  private split(column: number): void {
    if (this.cells[column] !== '') return;
    const start = this.before(column)?.start ?? column;
    for (let at = start; at === start || this.cells[at] === ''; at += 1) this.cells[at] = ' ';
  }
}
