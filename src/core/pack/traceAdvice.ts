/** What a snippet's fence says of stepping through it: the lines that matter, and what to watch. */
import { lineNumbers } from './fenceAttributes.js';
import type { Fence } from './fences.js';
import { didYouMean } from './nearestWord.js';
import type { Snippet } from './pack.js';

/** The value of an attribute that is right, and how to tell what is wrong with one. */
type Right = (fence: Fence, attribute: string) => string | undefined;
type Tell = (fence: Fence, attribute: string | undefined, message: string) => void;

/** Nothing where the fence says nothing; lines and names that the code does not have are told. */
export function traceOf(fence: Fence, right: Right, tell: Tell): Pick<Snippet, 'trace'> {
  const text = right(fence, 'trace');
  const watch = right(fence, 'watch') ?? '';
  if (text === 'no') {
    if (watch !== '') tell(fence, 'watch', 'The snippet cannot be stepped through: trace=no.');
    return { trace: false };
  }
  const lines = (text === undefined ? undefined : lineNumbers(text)) ?? [];
  const wrong = linesFault(fence.text, lines);
  if (wrong !== undefined) tell(fence, 'trace', `The attribute “trace”: ${wrong}`);
  const unknown = unknownName(fence.text, watch);
  if (unknown !== undefined) tell(fence, 'watch', `The attribute “watch”: ${unknown}`);
  return lines.length > 0 || watch !== '' ? { trace: { lines, watch } } : {};
}

function linesFault(code: string, lines: readonly number[]): string | undefined {
  const all = code.replace(/\n$/, '').split('\n');
  const { length } = all;
  if (lines.some((line) => line > length))
    return `the snippet has ${String(length)} ${length === 1 ? 'line' : 'lines'}.`;
  const [first] = lines;
  if (first === undefined || !/^\s*(?:#.*)?$/.test(all[first - 1] ?? '')) return undefined;
  return `stepping begins at line ${String(first)}, which holds no code.`;
}

/** A word that can be nothing but a name: it is called, or has an underscore. */
const nameInText = /\b[^\W\d]\w*(?=\()|\b\w*_\w*/g;

function unknownName(code: string, watch: string): string | undefined {
  const names = new Set(code.match(/\w+/g));
  const name = watch.match(nameInText)?.find((each) => !names.has(each));
  return name === undefined
    ? undefined
    : `the snippet has no name “${name}”${didYouMean(name, names)}`;
}
