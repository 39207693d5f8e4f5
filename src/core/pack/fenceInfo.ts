/** The info string of a fence: a language and, in braces, attributes: `python {name=a python=">=3.12" unordered}`. */
export interface FenceInfo {
  readonly language: string;
  /** A bare word is an attribute whose value is the empty string. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where each attribute stands in the info string: 0-based, the end exclusive. */
  readonly places: ReadonlyMap<string, readonly [from: number, to: number]>;
}

/** An info string that cannot be read; the message is a sentence for the author. */
export class FenceInfoError extends Error {
  constructor(
    message: string,
    /** Where in the info string. */
    readonly at: number,
  ) {
    super(message);
  }
}

const blanks = /\s*/y;
const languageWord = /[^\s{]*/y;
const attributeName = /[A-Za-z][\w-]*/y;
const quotedValue = /"([^"\\]*(?:\\.[^"\\]*)*)"/y;
const bareValue = /[^\s"'{}=]+/y;

/** @throws FenceInfoError */
export function parseFenceInfo(info: string): FenceInfo {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(info) ?? undefined;
    at += match?.[0].length ?? 0;
    return match;
  };
  const fail = (message: string): never => {
    throw new FenceInfoError(message, at);
  };
  const rest = (): string => info.slice(at, at + 40).trimEnd();

  take(blanks);
  const language = take(languageWord)?.[0] ?? '';
  const attributes = new Map<string, string>();
  const places = new Map<string, readonly [number, number]>();
  take(blanks);
  if (at === info.length) return { language, attributes, places };
  if (info[at] !== '{') fail(`“${rest()}” is not in braces: write attributes as {name=value}.`);
  at += 1;
  for (take(blanks); info[at] !== '}'; take(blanks)) {
    if (at === info.length) fail('The fence’s attributes do not close: a “}” is missing.');
    const from = at;
    const name = take(attributeName)?.[0] ?? fail(`“${rest()}” is no attribute of a fence.`);
    if (attributes.has(name)) {
      at = from;
      fail(`The attribute “${name}” stands twice.`);
    }
    let value = '';
    if (info[at] === '=') {
      at += 1;
      const quoted = take(quotedValue);
      value = quoted
        ? unescape(quoted[1] ?? '')
        : (take(bareValue)?.[0] ??
          fail(`The value of “${name}” cannot be read: write it in double quotes.`));
    }
    if (at < info.length && !/[\s}]/.test(info[at] ?? ''))
      fail(`“${rest()}” follows the attribute “${name}” without a blank.`);
    attributes.set(name, value);
    places.set(name, [from, at]);
  }
  at += 1;
  take(blanks);
  if (at < info.length) fail(`“${rest()}” stands after the fence’s attributes.`);
  return { language, attributes, places };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => {
    if (character === 'n') return '\n';
    if (character === 't') return '\t';
    return character;
  });
}
