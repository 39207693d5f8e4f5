/** A YAML document as plain values, in which every scalar is a text, and the places they stand at. */
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { Place } from './pack.js';

export type Path = readonly (string | number)[];
/** Objects have no prototype: a key may be called `constructor`. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** Aliases may repeat what they stand for: values that a text may come to. */
const mostValues = 300_000;
/** Collections in one another, and values that aliases lead to, below the document. */
export const deepest = 20;
export const nestsTooDeep = 'This nests too deep.';

export class YamlTree {
  readonly value: Tree;
  readonly faults: readonly (Place & { readonly message: string })[];
  private readonly found: (Place & { readonly message: string })[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly counter: LineCounter;
  private readonly root: unknown;
  private values = 0;
  /** The rest is not read: nothing of it is told. */
  private isCut = false;

  constructor(document: Document, counter: LineCounter) {
    this.counter = counter;
    this.root = document.contents;
    for (const { pos, message } of [...document.errors, ...document.warnings])
      this.fault(pos, `This is not valid YAML: ${message}`);
    this.value = this.found.length > 0 ? '' : this.plain(document.contents, 0);
    this.faults = this.found;
  }

  /** Where a value stands, or the deepest of those around it that is there. */
  placeOf(path: Path): Place {
    return this.place(this.rangeOf(path, 'value'));
  }

  /** Where a key stands. */
  keyPlace(path: Path): Place {
    return this.place(this.rangeOf(path, 'key'));
  }

  private plain(node: unknown, depth: number): Tree {
    if (++this.values > mostValues || depth > deepest) {
      if (!this.isCut)
        this.fault(
          rangeOf(node),
          depth > deepest ? nestsTooDeep : 'This holds more values than are read.',
        );
      this.isCut = true;
      return '';
    }
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (target) return this.plain(target, depth + 1);
      this.fault(rangeOf(node), `There is no anchor “&${node.source}” before this.`);
      return '';
    }
    const tree = this.collection(node, depth);
    // After its content: what contains itself has no end.
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      this.anchors.set(node.anchor, node);
    return tree;
  }

  private collection(node: unknown, depth: number): Tree {
    if (isSeq(node)) return node.items.map((item) => this.plain(item, depth + 1));
    if (!isMap(node)) return isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const map = Object.create(null) as Record<string, Tree>;
    for (const { key, value } of node.items) {
      const name = this.plain(key, depth + 1);
      if (typeof name !== 'string') this.fault(rangeOf(key), 'A key must be a word.');
      else if (name in map) this.fault(rangeOf(key), `The key “${name}” stands twice.`);
      else map[name] = this.plain(value, depth + 1);
    }
    return map;
  }

  private rangeOf(path: Path, which: 'key' | 'value'): Range {
    let node = this.root;
    let range = rangeOf(node);
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(step),
        );
        if (!isPair(pair)) return range;
        node = pair.value;
        const isKey = which === 'key' && index === path.length - 1;
        // What spans lines, or is empty, is pointed to by its key.
        range = isKey || !isScalar(node) || !hasText(node) ? rangeOf(pair.key) : rangeOf(node);
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        range = rangeOf(node);
      } else break;
    }
    return range;
  }

  private place([from, to]: Range): Place {
    const start = this.counter.linePos(from);
    const end = this.counter.linePos(to);
    const columns =
      end.line === start.line && end.col > start.col
        ? { columns: [start.col - 1, end.col - 1] as const }
        : {};
    return { line: Math.max(0, start.line - 1), ...columns };
  }

  private fault(range: Range, message: string): void {
    const place = this.place(range);
    const last = this.found.at(-1);
    const isAgain = last?.line === place.line && last.columns?.[0] === place.columns?.[0];
    // One mistake makes the library stumble again and again.
    if (!this.isCut && !isAgain) this.found.push({ ...place, message });
  }
}

type Range = readonly [from: number, to: number];

function rangeOf(node: unknown): Range {
  if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
    return [Number(node.range[0]), Number(node.range[1])];
  return [0, 0];
}

function hasText(node: unknown): boolean {
  const [from, to] = rangeOf(node);
  return to > from;
}
