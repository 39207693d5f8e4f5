import * as v from 'valibot';
import { LineCounter } from 'yaml';
import { parseYaml, TooDeep } from './parseYaml.js';
import { nestsTooDeep, YamlTree } from './yamlTree.js';
import type { Path } from './yamlTree.js';
import { unknownKeys } from './unknownKeys.js';
import type { Place } from './pack.js';

/** A mistake and where it is within the text that was given. */
export interface LocatedFault extends Place {
  readonly message: string;
}

export type Decoded<T> =
  | {
      readonly value: T;
      /** Where a value stands, or the deepest of those around it that is there. */
      readonly placeOf: (path: Path) => Place;
      /** Mistakes that leave the value usable: keys that nobody knows. */
      readonly faults: readonly LocatedFault[];
    }
  | { readonly value?: undefined; readonly faults: readonly LocatedFault[] };

/** Faults of one text that are looked up; `boundFaults` shows no more. */
const most = 50;

/**
 * Reads YAML and decodes it by a schema. Every scalar is the author's own characters (`3.10`, `True` and `~` are texts);
 * a schema that wants a number or a truth value takes it from them. Work grows in step with the text.
 */
export function decodeYaml<T>(text: string, schema: v.GenericSchema<unknown, T>): Decoded<T> {
  const lineCounter = new LineCounter();
  let tree: YamlTree;
  try {
    tree = new YamlTree(parseYaml(text, lineCounter), lineCounter);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { faults: [tooDeep(lineCounter.linePos(error.offset))] };
  }
  if (tree.faults.length > 0) return { faults: tree.faults.slice(0, most) };
  const strange = unknownKeys(schema, tree.value).map(({ path, message }) => ({
    ...tree.keyPlace(path),
    message,
  }));
  const result = v.safeParse(schema, tree.value);
  if (result.success) {
    return { value: result.output, placeOf: (path) => tree.placeOf(path), faults: strange };
  }
  const faults = result.issues.slice(0, most).map((issue) => {
    const path = (issue.path ?? []).map((part) => part.key as string | number);
    const where = path.length > 0 ? `“${path.join('.')}”: ` : '';
    return { ...tree.placeOf(path), message: `${where}${messageOf(issue)}` };
  });
  return { faults: [...strange, ...faults] };
}

function tooDeep({ line, col }: ReturnType<LineCounter['linePos']>): LocatedFault {
  return { line: line - 1, columns: [col - 1, col], message: nestsTooDeep };
}

const kinds: ReadonlyMap<string | null, string> = new Map([
  ['Array', 'a list: [a, b]'],
  ['Object', 'keys with their values, such as “title: …”'],
]);

/** Our sentence, or one for what the library says in its own words. */
function messageOf({ message, received, expected }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message;
  if (received === 'undefined') return 'It is missing.';
  return `This must be ${kinds.get(expected) ?? 'text'}.`;
}
