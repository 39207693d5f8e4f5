import * as v from 'valibot';
import { frontMatterSchema } from './schemas.js';
import type { Place } from './pack.js';
import { decodeYaml } from './yamlText.js';
import type { Decoded } from './yamlText.js';
import type { Path } from './yamlTree.js';

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

export interface SplitQuestion {
  readonly head: string;
  readonly body: string;
  /** 0-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Parts a question into its front matter and its Markdown; undefined when there is no front matter. Lines end with `\n`. */
export function splitFrontMatter(text: string): SplitQuestion | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = lineEnd(text, start);
  if (!isRule(text.slice(start, opening))) return undefined;
  for (let line = 1, at = opening + 1; at < text.length; line++) {
    const end = lineEnd(text, at);
    if (isRule(text.slice(at, end)))
      return { head: text.slice(opening + 1, at), body: text.slice(end + 1), bodyLine: line + 1 };
    at = end + 1;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function isRule(line: string): boolean {
  return line.startsWith('---') && line.slice(3).trim() === '';
}

/** Decodes what `splitFrontMatter` parted of a question; places are those in the file. */
export function decodeFrontMatter(head: string): Decoded<FrontMatter> {
  const plain = readPlain(head);
  if (plain) {
    const quick = v.safeParse(frontMatterSchema, plain);
    if (quick.success) return { value: quick.output, faults: [], placeOf: placesIn(head) };
  }
  return decodeHead(head, frontMatterSchema);
}

/** Decodes a front matter of any shape; places are those in the file. */
export function decodeHead<T>(head: string, schema: v.GenericSchema<unknown, T>): Decoded<T> {
  const decoded = decodeYaml(head, schema);
  const faults = decoded.faults.map((fault) => ({ ...fault, line: fault.line + 1 }));
  if (!('placeOf' in decoded)) return { faults };
  const { value, placeOf } = decoded;
  return {
    value,
    faults,
    placeOf: (path) => {
      const place = placeOf(path);
      return { ...place, line: place.line + 1 };
    },
  };
}

/** Finds places in a head that was read without the library, which is asked when a place is wanted. */
function placesIn(head: string): (path: Path) => Place {
  let decoded: Decoded<FrontMatter> | undefined;
  return (path) => {
    decoded ??= decodeYaml(head, frontMatterSchema);
    const place = decoded.value ? decoded.placeOf(path) : { line: 0 };
    return { ...place, line: place.line + 1 };
  };
}

const plainLine =
  /^([a-z]+):[ \t]+(?:"([^"\\]*)"|\[([^\]"'[{}#&*!|>%@`:]*)\]|([A-Za-z0-9][^:#"'[\]{}&*!|>%@`\\]*))$/;
/** An item of a list of links, the one list that is written over several lines; none that YAML reads otherwise. */
const linkItem = /^( *)- (https:\/\/[^\s"'`,[\]{}]*[^\s"'`,[\]{}:])$/;

/**
 * Front matter is nearly always `key: words`, `key: [a, b]` and links; reading just those makes ten thousand questions
 * load in a second, where the YAML library needs several. Anything else, and every fault, is the library's.
 */
function readPlain(head: string): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  const lines = head.split('\n').map((line) => line.trimEnd());
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const listKey = /^([a-z]+):$/.exec(line)?.[1];
    if (listKey !== undefined) {
      const links = readLinks(lines, at + 1);
      if (links.length === 0 || Object.hasOwn(values, listKey) || !isKnown(listKey))
        return undefined;
      values[listKey] = links;
      at += links.length;
      continue;
    }
    const match = plainLine.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || Object.hasOwn(values, key) || !isKnown(key))
      return undefined;
    const [, , quoted, list, plain] = match;
    if (quoted !== undefined) values[key] = quoted;
    else if (list !== undefined) {
      const items = list.split(',').map((item) => item.trim());
      if (items.length === 1 && items[0] === '') values[key] = [];
      else if (items.every((item) => /^\w[\w .-]*$/.test(item))) values[key] = items;
      else return undefined;
    } else if (plain !== undefined) values[key] = plain.trimEnd();
    else return undefined;
  }
  return values;
}

/** The links from a line on, all indented alike: another line ends them, and is then no plain line either. */
function readLinks(lines: readonly string[], from: number): readonly string[] {
  const links: string[] = [];
  const indent = linkItem.exec(lines[from] ?? '')?.[1];
  for (let at = from; at < lines.length; at++) {
    const item = linkItem.exec(lines[at] ?? '');
    if (item?.[2] === undefined || item[1] !== indent) break;
    links.push(item[2]);
  }
  return links;
}

function isKnown(key: string): boolean {
  return Object.hasOwn(frontMatterSchema.entries, key);
}
