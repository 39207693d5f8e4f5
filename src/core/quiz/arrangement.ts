/** Lines to arrange: how an author's lines become movable pieces and back. */
import type { OrderItem } from '../pack/pack.js';
import type { PlacedLine } from './answer.js';

/** The pieces without their indentation, the right ones first: never show them in this order. */
export function pieces(item: OrderItem): readonly string[] {
  return [...item.lines, ...item.distractors].map((line) => line.trim());
}

/** Whether indentation is part of the answer. */
export function isIndented(item: OrderItem): boolean {
  return item.lines.some((line) => depthOf(line) !== depthOf(item.lines[0] ?? ''));
}

export function rightArrangement(item: OrderItem): readonly string[] {
  const levels = levelsOf(item);
  return item.lines.map((line, at) => indented(line.trim(), levels[at] ?? 0));
}

/** Every right order, the author's first. */
export function rightArrangements(item: OrderItem): readonly (readonly string[])[] {
  const own = rightArrangement(item);
  const others = (item.orders ?? []).map((order) => order.map((line) => own[line] ?? ''));
  return [own, ...others];
}

/** The right answer in the form that a learner gives it. */
export function rightPlaces(item: OrderItem): readonly PlacedLine[] {
  return levelsOf(item).map((indent, line) => ({ line, indent }));
}

export function arrangedText(item: OrderItem, lines: readonly PlacedLine[]): readonly string[] {
  const all = pieces(item);
  const counts = isIndented(item);
  return lines.map(({ line, indent }) => indented(all[line] ?? '', counts ? indent : 0));
}

function indented(text: string, level: number): string {
  return '    '.repeat(level) + text;
}

/** Levels relative to the least indented line; one level is the smallest step between depths. */
function levelsOf(item: OrderItem): readonly number[] {
  const depths = item.lines.map(depthOf);
  const least = Math.min(...depths);
  const known = [...new Set(depths)].sort((a, b) => a - b);
  const steps = known.slice(1).map((depth, at) => depth - (known[at] ?? 0));
  const unit = steps.length === 0 ? 1 : Math.min(...steps);
  return depths.map((depth) => Math.round((depth - least) / unit));
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}
