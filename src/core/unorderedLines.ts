/** Pairs expected lines with printed ones where their order does not count. */
import { allText, anyText, matchesPieces } from './outputPattern.js';

/** What each side has left over. */
export interface Unpaired {
  readonly wanted: readonly string[];
  readonly printed: readonly string[];
}

/** Characters that the patterns of one comparison look at; what is not paired by then counts as missing. */
const mostWork = 5_000_000;

/** Each wanted line takes one printed line that it matches, so that as many as possible find one. */
export function pairUnordered(wanted: readonly string[], printed: readonly string[]): Unpaired {
  const free = new Map<string, number>();
  for (const line of printed) free.set(line, (free.get(line) ?? 0) + 1);
  const patterns: string[] = [];
  const missing: string[] = [];
  for (const line of wanted) {
    if (line.includes(anyText)) {
      if (line !== allText) patterns.push(line);
      continue;
    }
    const count = free.get(line) ?? 0;
    if (count > 0) free.set(line, count - 1);
    else missing.push(line);
  }
  const rest = [...free]
    .flatMap(([line, count]) => Array.from({ length: count }, () => line))
    .sort();
  const pairing = new Pairing(patterns, rest);
  missing.push(...patterns.filter((_, at) => !pairing.pair(at)));
  const extra = wanted.includes(allText) ? [] : rest.filter((_, at) => pairing.isFree(at));
  return { wanted: missing, printed: extra };
}

/** The largest matching of a bipartite graph by augmenting paths, breadth first. */
class Pairing {
  private readonly pieces: readonly (readonly string[])[];
  /** The pattern of each line that is taken. */
  private readonly owners = new Map<number, number>();
  /** From each line the way to the next that is free. */
  private readonly next: Int32Array;
  private work = 0;

  /** @param lines sorted by their code units. */
  constructor(
    patterns: readonly string[],
    private readonly lines: readonly string[],
  ) {
    this.pieces = patterns.map((pattern) => pattern.split(anyText));
    this.next = Int32Array.from({ length: lines.length + 1 }, (_, at) => at);
  }

  isFree(line: number): boolean {
    return !this.owners.has(line);
  }

  /** Finds a line for one more pattern, if need be by giving others another line. */
  pair(pattern: number): boolean {
    /** By which pattern a taken line was reached. */
    const reachedBy = new Map<number, number>();
    const lineOf = new Map<number, number>();
    const queue = [pattern];
    for (const next of queue) {
      for (const line of this.matching(next, (at) => this.nextFree(at))) {
        this.hand(line, next, lineOf, reachedBy);
        return true;
      }
      for (const line of this.matching(next, (at) => at)) {
        if (this.isFree(line) || reachedBy.has(line)) continue;
        const owner = this.owners.get(line) ?? 0;
        reachedBy.set(line, next);
        lineOf.set(owner, line);
        queue.push(owner);
      }
    }
    return false;
  }

  /** Gives a free line to a pattern, the line that this one had to the pattern that reached it, and so on. */
  private hand(
    free: number,
    to: number,
    lineOf: ReadonlyMap<number, number>,
    reachedBy: ReadonlyMap<number, number>,
  ): void {
    this.next[free] = free + 1;
    let line: number | undefined = free;
    let pattern: number | undefined = to;
    while (line !== undefined && pattern !== undefined) {
      this.owners.set(line, pattern);
      line = lineOf.get(pattern);
      pattern = line === undefined ? undefined : reachedBy.get(line);
    }
  }

  private nextFree(from: number): number {
    let at = from;
    for (let next = this.next[at] ?? at; next !== at; next = this.next[at] ?? at) {
      // Each look shortens the way for the next one.
      this.next[at] = this.next[next] ?? next;
      at = next;
    }
    return at;
  }

  /** @param next the first line from a place on that is looked at. */
  private *matching(pattern: number, next: (line: number) => number): Iterable<number> {
    const pieces = this.pieces[pattern] ?? [];
    const [start = ''] = pieces;
    for (let at = next(this.firstFrom(start)); at < this.lines.length; at = next(at + 1)) {
      const line = this.lines[at] ?? '';
      if (this.work > mostWork || !line.startsWith(start)) return;
      this.work += 1 + line.length;
      if (matchesPieces(pieces, line)) yield at;
    }
  }

  /** The first line that does not sort before a text. */
  private firstFrom(text: string): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
