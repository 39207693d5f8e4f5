import * as v from 'valibot';
import { frontMatterSchema } from './schemas.js';
import { decodeYaml } from './yamlText.js';
import type { LocatedFault } from './yamlText.js';

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

export interface SplitQuestion {
  readonly head: string;
  readonly body: string;
  /** 0-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Parts a question into its front matter and its Markdown; undefined when there is no front matter. */
export function splitFrontMatter(text: string): SplitQuestion | undefined {
  const match = /^\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|$)/ms.exec(text);
  if (match?.index !== 0) return undefined;
  const head = match[1] ?? '';
  return { head, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length - 1 };
}

export function decodeFrontMatter(
  head: string,
): { readonly value: FrontMatter } | { readonly faults: readonly LocatedFault[] } {
  const plain = readPlain(head);
  if (plain) {
    const quick = v.safeParse(frontMatterSchema, plain);
    if (quick.success) return { value: quick.output };
  }
  const decoded = decodeYaml(head, frontMatterSchema);
  return 'value' in decoded
    ? { value: decoded.value }
    : { faults: decoded.faults.map((fault) => ({ ...fault, line: fault.line + 1 })) };
}

const plainLine =
  /^([a-z]+):[ \t]+(?:"([^"\\]*)"|\[([^\]"'[{}#&*!|>%@`:]*)\]|([A-Za-z][^:#"'[\]{}&*!|>%@`\\]*))[ \t]*$/;
/** An item of a list of links, the one list that is written over several lines; none that YAML reads otherwise. */
const linkItem = /^( *)- (https:\/\/[^\s"'`,[\]{}]*[^\s"'`,[\]{}:])$/;
const yamlWords = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

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
      if (links.length === 0 || Object.hasOwn(values, listKey)) return undefined;
      values[listKey] = links;
      at += links.length;
      continue;
    }
    const number = /^([a-z]+): +(\d{1,9})$/.exec(line);
    if (number) {
      if (Object.hasOwn(values, number[1] ?? '')) return undefined;
      values[number[1] ?? ''] = Number(number[2]);
      continue;
    }
    const match = plainLine.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || Object.hasOwn(values, key)) return undefined;
    const [, , quoted, list, plain] = match;
    if (quoted !== undefined) values[key] = quoted;
    else if (list !== undefined) {
      const items = list.split(',').map((item) => item.trim());
      if (items.length === 1 && items[0] === '') values[key] = [];
      else if (items.every((item) => /^[A-Za-z_][\w .-]*$/.test(item) && !yamlWords.test(item)))
        values[key] = items;
      else return undefined;
    } else if (plain !== undefined && !yamlWords.test(plain)) values[key] = plain.trimEnd();
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
