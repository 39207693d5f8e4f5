/** The info string of a fence: a language and, in braces, attributes: `python {name=a python=">=3.12" unordered}`. */
export interface FenceInfo {
  readonly language: string;
  /** A bare word is an attribute whose value is the empty string. */
  readonly attributes: ReadonlyMap<string, string>;
}

const attribute = /\s*([A-Za-z][\w-]*)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"}]+)))?/y;

/** @throws Error with a sentence for the author when the braces cannot be read. */
export function parseFenceInfo(info: string): FenceInfo {
  const match = /^\s*([^\s{]*)\s*(?:\{(.*)\}\s*)?$/s.exec(info);
  if (!match) {
    throw new Error(
      'The fence’s attributes do not close: write them as {name=value other="two words"}.',
    );
  }
  const attributes = new Map<string, string>();
  const inside = (match[2] ?? '').trimEnd();
  attribute.lastIndex = 0;
  while (attribute.lastIndex < inside.length) {
    const at = attribute.lastIndex;
    const found = attribute.exec(inside);
    if (!found)
      throw new Error(`The fence’s attributes cannot be read from “${inside.slice(at).trim()}”.`);
    const name = found[1] ?? '';
    if (attributes.has(name)) throw new Error(`The attribute “${name}” stands twice.`);
    attributes.set(name, found[2] === undefined ? (found[3] ?? '') : unescape(found[2]));
  }
  return { language: match[1] ?? '', attributes };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => {
    if (character === 'n') return '\n';
    if (character === 't') return '\t';
    return character;
  });
}
