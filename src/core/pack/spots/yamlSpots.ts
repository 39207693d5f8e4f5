/** What stands in YAML, also in one that is just being written and is not whole. */
import type * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Scalar, YAMLMap } from 'yaml';
import { entriesOf, meaningOf, unwrapped } from '../schemaShape.js';
import type { Entries, Shape } from '../schemaShape.js';
import { parseYaml } from '../parseYaml.js';
import { deepest } from '../yamlTree.js';
import { linkSpots } from './linkSpots.js';
import type { NamedKind, Spot, SpotPlace } from './spot.js';

/** Values that are looked at. */
const most = 100_000;

/** @param file the path within the pack; @param lines the file's; @param firstLine the file's line on which the YAML begins */
export function yamlSpots(
  text: string,
  schema: v.GenericSchema,
  file: string,
  lines: readonly string[],
  firstLine: number,
): readonly Spot[] {
  const spots: Spot[] = [];
  const counter = new LineCounter();
  let left = most;
  try {
    look(parseYaml(text, counter).contents, schema, 0);
  } catch {
    // It nests too deep: nothing is known of it.
  }
  return spots;

  function look(node: unknown, at: v.GenericSchema | undefined, depth: number): void {
    if (--left < 0 || depth > deepest) return;
    if (isMap(node)) lookAtMap(node, at, depth);
    else if (isSeq(node)) {
      const { item }: Shape = at ? unwrapped(at) : { type: '' };
      for (const each of node.items) look(each, item, depth + 1);
    } else if (isScalar(node)) lookAtScalar(node, at);
  }

  function lookAtMap(map: YAMLMap, at: v.GenericSchema | undefined, depth: number): void {
    const valueOf = (name: string): unknown => scalarText(map.get(name, true));
    const entries = at && entriesOf(at, valueOf);
    const present = map.items.map(({ key }) => scalarText(key) ?? '');
    const { value: ofEach }: Shape = at ? unwrapped(at) : { type: '' };
    for (const { key, value } of map.items) {
      const name = scalarText(key) ?? '';
      if (isScalar(key) && entries) add(key, { role: 'key', entries, present });
      const known = entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
      look(value, known ?? ofEach, depth + 1);
    }
  }

  function lookAtScalar(node: Scalar, at: v.GenericSchema | undefined): void {
    const text = scalarText(node) ?? '';
    const entries = at && entriesOf(at, () => undefined);
    // A word where a map is expected is a key that is being written.
    if (entries) {
      add(node, { role: 'key', entries, present: [] });
      return;
    }
    const { names, defines, markdown } = meaningOf(at);
    const named = names ?? defines;
    if (named === 'snippet') addSnippet(node, text);
    else if (named && text !== '')
      add(node, {
        role: names ? 'names' : 'defines',
        named: { kind: named, id: text, file: named === 'item' ? file : '' },
      });
    else add(node, { role: 'value', schema: at });
    if (markdown) {
      const [from = 0, to = 0] = node.range ?? [];
      const [start, end] = [lineOf(from), lineOf(to)];
      spots.push(...linkSpots(text, file, lines.slice(0, end + 1), start));
    }
  }

  /** `question/name` names two things. */
  function addSnippet(node: Scalar, text: string): void {
    const place = placeOf(node);
    if (!place) return;
    const [question = '', name] = text.split('/');
    const { line, columns } = place;
    const middle = columns[0] + question.length;
    const named = { kind: 'question' as NamedKind, id: question, file: '' };
    spots.push({ line, columns: [columns[0], middle], role: 'names', named });
    if (name === undefined) return;
    const of = { kind: 'snippet' as NamedKind, id: name, file: `questions/${question}.md` };
    spots.push({ line, columns: [middle + 1, columns[1]], role: 'names', named: of });
  }

  function add(node: Scalar, what: SpotContent): void {
    const place = placeOf(node);
    if (place) spots.push({ ...place, ...what });
  }

  function placeOf({ range, type }: Scalar): SpotPlace | undefined {
    if (!range) return undefined;
    const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
    const [from, to] = isQuoted ? [range[0] + 1, range[1] - 1] : [range[0], range[1]];
    const start = counter.linePos(from);
    const end = counter.linePos(Math.max(from, to));
    const line = start.line - 1 + firstLine;
    const last = end.line === start.line ? end.col - 1 : (lines[line] ?? '').length;
    return { line, columns: [start.col - 1, last] };
  }

  function lineOf(offset: number): number {
    return counter.linePos(offset).line - 1 + firstLine;
  }
}

type SpotContent =
  | Pick<Spot & { role: 'names' | 'defines' }, 'role' | 'named'>
  | { readonly role: 'key'; readonly entries: Entries; readonly present: readonly string[] }
  | { readonly role: 'value'; readonly schema: v.GenericSchema | undefined };

function scalarText(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}
