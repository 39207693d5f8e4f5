/**
 * Lines and a cursor. A panel is not a screen: its lines are as long as what is written, and none is lost above. What
 * addresses a screen meets the last rows, as many as programs take a terminal to have when nobody tells them.
 */
import { joined, joins, widthOf } from './cellWidth.js';
import { Line } from './line.js';
import type { Pen } from './line.js';
import { plain } from './textStyle.js';
import type { TextStyle } from './textStyle.js';

export const rows = 24;
export const columns = 80;
const tabWidth = 8;

/** What is saved: a place on the screen, and the style in use. */
interface Saved {
  readonly row: number;
  readonly column: number;
  readonly style: TextStyle;
}

/** Rows within the screen, from 0. */
interface Region {
  readonly first: number;
  readonly last: number;
}

const wholeScreen: Region = { first: 0, last: rows - 1 };
const atStart: Saved = { row: 0, column: 0, style: plain };

export class Screen {
  private lines: Line[] = [new Line()];
  private row = 0;
  private column = 0;
  /** The line that is the screen's first row. */
  private top = 0;
  /** The rows that scroll, within the screen. */
  private region = wholeScreen;
  private saved = atStart;
  /** The screen's rows while a program shows another screen. */
  private hidden:
    { readonly lines: Line[]; readonly saved: Saved; readonly region: Region } | undefined;
  /** Whether the cursor stands behind what was written last, so that an accent may follow. */
  private follows = false;
  private readonly changed = new Map<number, number>();

  get lineCount(): number {
    return this.lines.length;
  }

  lineAt(row: number): Line {
    let line = this.lines[row];
    while (!line) {
      this.touch(this.lines.length, 0);
      this.lines.push(new Line());
      line = this.lines[row];
    }
    return line;
  }

  /** The lines that changed since this was asked last, each with the first cell that did. */
  takeChanged(): ReadonlyMap<number, number> {
    const changed = new Map([...this.changed].filter(([row]) => row < this.lines.length));
    this.changed.clear();
    return changed;
  }

  print(text: string, pen: Pen): void {
    for (const [part] of text.matchAll(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g)) {
      if (part.charCodeAt(0) < 0x7f) {
        this.lineAt(this.row).writeNarrow(this.column, part, pen);
        this.advance(part.length);
      } else for (const character of part) this.printCharacter(character, pen);
    }
  }

  /** What comes next is no accent of what was written, and does not repeat it. */
  endCharacter(): void {
    this.follows = false;
  }

  /** Writes the character that was printed just now again. */
  repeat(count: number, pen: Pen): void {
    const line = this.lineAt(this.row);
    const last = this.follows ? line.before(this.column) : undefined;
    if (!last) return;
    const width = this.column - last.start;
    for (let times = Math.min(count, columns); times > 0; times -= 1) {
      line.write(this.column, last.character, width, pen);
      this.advance(width);
    }
    this.endCharacter();
  }

  tab(pen: Pen): void {
    const next = this.column - (this.column % tabWidth) + tabWidth;
    const line = this.lineAt(this.row);
    if (this.column < line.length) this.moveTo(this.row, Math.min(next, this.edge()));
    else {
      line.write(this.column, '\t', next - this.column, pen);
      this.advance(next - this.column);
      this.endCharacter();
    }
  }

  lineFeed(): void {
    this.index();
    this.column = 0;
    this.lineAt(this.row);
  }

  /** One line down; at the end of what scrolls, everything moves up. */
  index(): void {
    const { first, last } = this.region;
    if (this.row !== this.top + last) {
      if (this.row < this.top + rows - 1) this.row += 1;
    } else if (first === 0 && !this.hidden) {
      this.top += 1;
      this.row += 1;
      if (last < rows - 1) this.insertLines(this.row, 1, this.top + rows - 1);
    } else this.scrollUp(1);
  }

  /** One line up; at the start of what scrolls, everything moves down. */
  reverseIndex(): void {
    if (this.row === this.top + this.region.first) this.scrollDown(1);
    else this.up(1);
  }

  up(count: number): void {
    const limit = this.row >= this.scrollStart() ? this.scrollStart() : 0;
    // Above the screen there is more: a panel has no upper edge.
    this.moveTo(Math.max(this.region.first > 0 ? limit : 0, this.row - count), this.column);
  }

  down(count: number): void {
    const limit = this.row <= this.scrollEnd() ? this.scrollEnd() : this.top + rows - 1;
    this.moveTo(Math.min(limit, this.row + count), this.column);
  }

  right(count: number): void {
    this.moveTo(this.row, Math.min(this.column + count, this.edge()));
  }

  left(count: number): void {
    this.moveTo(this.row, Math.max(0, this.column - count));
  }

  /** @param column from 0; as far as the screen, or what is written, goes. */
  toColumn(column: number): void {
    this.moveTo(this.row, Math.max(0, Math.min(column, this.edge())));
  }

  /** @param row within the screen, from 0. */
  toRow(row: number): void {
    this.moveTo(this.top + Math.max(0, Math.min(row, rows - 1)), this.column);
  }

  toTab(count: number): void {
    this.toColumn((Math.floor(this.column / tabWidth) + count) * tabWidth);
  }

  toTabBefore(count: number): void {
    this.toColumn((Math.ceil(this.column / tabWidth) - count) * tabWidth);
  }

  save(style: TextStyle): void {
    this.saved = { row: this.row - this.top, column: this.column, style };
  }

  /** Returns to what was saved last; the style is for the caller to use. */
  restore(): TextStyle {
    this.moveTo(Math.max(0, this.top + this.saved.row), this.saved.column);
    return this.saved.style;
  }

  /** @param from and `to` are cells of the cursor's line. */
  eraseInLine(from: number, to: number, pen: Pen): void {
    const line = this.lines[this.row];
    if (!line) return;
    line.erase(from, to, pen);
    this.touch(this.row, from);
  }

  eraseToLineEnd(pen: Pen): void {
    this.eraseInLine(this.column, Infinity, pen);
  }

  eraseToCursor(pen: Pen): void {
    this.eraseInLine(0, this.column + 1, pen);
  }

  eraseBelow(pen: Pen): void {
    this.eraseToLineEnd(pen);
    this.cutLines(this.row + 1);
  }

  eraseAbove(pen: Pen): void {
    for (let row = this.top; row < Math.min(this.row, this.lines.length); row += 1) {
      this.lines[row] = new Line();
      this.touch(row, 0);
    }
    this.eraseToCursor(pen);
  }

  eraseAll(): void {
    this.cutLines(this.top);
  }

  /** Forgets what stands above the screen. */
  eraseScrolled(): void {
    this.lines.splice(0, this.top);
    this.row = Math.max(0, this.row - this.top);
    this.top = 0;
    if (this.lines.length === 0) this.lines.push(new Line());
    this.touchFrom(0);
  }

  eraseCharacters(count: number, pen: Pen): void {
    const line = this.lineAt(this.row);
    if (this.column < line.length)
      line.erase(this.column, Math.min(this.column + count, line.length), pen);
    this.touch(this.row, this.column);
  }

  insertCharacters(count: number, pen: Pen): void {
    this.lineAt(this.row).insert(this.column, Math.min(count, columns), pen);
    this.touch(this.row, this.column);
  }

  deleteCharacters(count: number, pen: Pen): void {
    this.lineAt(this.row).delete(this.column, count, pen);
    this.touch(this.row, this.column);
  }

  /** Inserts lines at the cursor; those at the end of what scrolls are lost. */
  insertRows(count: number): void {
    if (!this.scrollsHere()) return;
    this.insertLines(this.row, count, this.scrollEnd());
    this.column = 0;
  }

  deleteRows(count: number): void {
    if (!this.scrollsHere()) return;
    this.deleteLines(this.row, count, this.scrollEnd());
    this.column = 0;
  }

  scrollUp(count: number): void {
    this.deleteLines(this.scrollStart(), count, this.scrollEnd());
  }

  scrollDown(count: number): void {
    this.insertLines(this.scrollStart(), count, this.scrollEnd());
  }

  /** @param first and `last` are rows of the screen, from 0. */
  setRegion(first: number, last: number): void {
    if (first >= last || last >= rows) return;
    this.region = { first, last };
    this.moveTo(this.top, 0);
  }

  softReset(): void {
    this.region = wholeScreen;
    this.saved = atStart;
  }

  /** An empty screen, until `showMain`. */
  showOther(): void {
    if (this.hidden) return;
    this.hidden = { lines: this.lines.slice(this.top), saved: this.saved, region: this.region };
    this.region = wholeScreen;
    this.saved = atStart;
    this.cutLines(this.top);
  }

  showMain(): void {
    if (!this.hidden) return;
    const { lines, saved, region } = this.hidden;
    this.hidden = undefined;
    this.lines.splice(this.top, Infinity, ...lines);
    this.touchFrom(this.top);
    this.saved = saved;
    this.region = region;
  }

  private printCharacter(character: string, pen: Pen): void {
    const line = this.lineAt(this.row);
    const before = this.follows ? line.before(this.column) : undefined;
    const own = widthOf(character);
    if (before && before.character !== '\t' && (own === 0 || joins(before.character, character))) {
      const cell = joined(before.character, character);
      this.column = before.start;
      line.write(before.start, cell, widthOf(cell) || 1, pen);
      this.advance(widthOf(cell) || 1);
    } else if (own > 0 || /^\p{M}/u.test(character)) {
      line.write(this.column, character, own || 1, pen);
      this.advance(own || 1);
    }
  }

  private advance(cells: number): void {
    this.touch(this.row, this.column);
    this.column += cells;
    this.follows = true;
  }

  private moveTo(row: number, column: number): void {
    this.row = row;
    this.column = column;
  }

  /** The last column of the cursor's line that can be gone to. */
  private edge(): number {
    return Math.max(columns - 1, this.column, (this.lines[this.row]?.length ?? 0) - 1);
  }

  private scrollStart(): number {
    return this.top + this.region.first;
  }

  private scrollEnd(): number {
    return this.top + this.region.last;
  }

  private scrollsHere(): boolean {
    return this.row >= this.scrollStart() && this.row <= this.scrollEnd();
  }

  private insertLines(at: number, count: number, last: number): void {
    if (at >= this.lines.length) return;
    const added = Math.min(count, last + 1 - at);
    this.lines.splice(last + 1 - added, added);
    this.lines.splice(at, 0, ...Array.from({ length: added }, () => new Line()));
    this.touchFrom(at);
  }

  private deleteLines(at: number, count: number, last: number): void {
    if (at >= this.lines.length) return;
    const removed = Math.min(count, last + 1 - at);
    this.lines.splice(at, removed);
    const below = last + 1 - removed;
    if (below < this.lines.length)
      this.lines.splice(below, 0, ...Array.from({ length: removed }, () => new Line()));
    this.lineAt(0);
    this.touchFrom(at);
  }

  private cutLines(from: number): void {
    if (from < this.lines.length) this.lines.length = from;
    if (from === 0) this.lineAt(0);
  }

  private touchFrom(first: number): void {
    for (let row = first; row < this.lines.length; row += 1) this.touch(row, 0);
  }

  private touch(row: number, column: number): void {
    this.changed.set(row, Math.min(column, this.changed.get(row) ?? column));
  }
}
