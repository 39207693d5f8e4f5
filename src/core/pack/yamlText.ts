import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

export interface LocatedFault {
  /** 0-based, within the text that was given. */
  readonly line: number;
  readonly message: string;
}

export type Decoded<T> =
  | { readonly value: T; readonly lineOf: (path: readonly (string | number)[]) => number }
  | { readonly faults: readonly LocatedFault[] };

/** Reads YAML and decodes it by a schema; every fault carries the line it is on. Aliases are limited, so no text can explode. */
export function decodeYaml<T>(text: string, schema: v.GenericSchema<unknown, T>): Decoded<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): number => Math.max(0, lineCounter.linePos(offset).line - 1);
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        line: lineAt(error.pos[0]),
        message: `This is not valid YAML: ${error.message}`,
      })),
    };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { faults: [{ line: 0, message: `This YAML cannot be read: ${String(error)}` }] };
  }
  const lineOf = (path: readonly (string | number)[]): number => lineAt(offsetOf(document, path));
  const result = v.safeParse(schema, plain);
  if (result.success) return { value: result.output, lineOf };
  return {
    faults: result.issues.map((issue) => {
      const path = (issue.path ?? []).map((part) => part.key as string | number);
      const where = path.length > 0 ? `“${path.join('.')}”: ` : '';
      return { line: lineOf(path), message: `${where}${issue.message}` };
    }),
  };
}

/** Offset of the deepest node on the path that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node);
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number {
  if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
    return Number(node.range[0]);
  }
  return 0;
}
