import type * as v from 'valibot';
import { nearestWord } from './nearestWord.js';
import { entriesOf } from './schemaShape.js';
import type { Shape } from './schemaShape.js';
import type { Path } from './yamlTree.js';

interface UnknownKey {
  readonly path: Path;
  readonly message: string;
}

const most = 50;

/** The keys in a value that its schema does not name, which the schema itself would drop in silence. */
export function unknownKeys(schema: v.GenericSchema, value: unknown): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  look(schema, value, []);
  return found;

  function look(at: v.GenericSchema, part: unknown, path: Path): void {
    const shape: Shape = at;
    if (found.length >= most) return;
    if (shape.wrapped) look(shape.wrapped, part, path);
    else if (Array.isArray(part) && shape.item) {
      for (const [index, each] of part.entries()) look(shape.item, each, [...path, index]);
    } else if (isObject(part)) {
      const entries = entriesOf(at, (key) => part[key]);
      if (!entries) return;
      for (const [key, each] of Object.entries(part)) {
        if (found.length >= most) return;
        const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
        if (known) look(known, each, [...path, key]);
        else found.push({ path: [...path, key], message: strange(key, Object.keys(entries)) });
      }
    }
  }
}

function strange(key: string, known: readonly string[]): string {
  const near = nearestWord(key, known);
  if (near !== undefined) return `There is no key “${key}” here; did you mean “${near}”?`;
  return `There is no key “${key}” here; there are ${known.join(', ')}.`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
