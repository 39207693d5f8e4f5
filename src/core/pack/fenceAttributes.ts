/** Which attributes a fence may have, by what it is, and what their values must be. */
import { longestId } from './idPattern.js';
import { parseRequirement } from '../python/requirement.js';
import { isSignal } from '../python/signals.js';
import type { Fence } from './fences.js';
import { nearestWord } from './nearestWord.js';
import { pythonRangeFault } from './pythonRange.js';
import { repeated } from './repeated.js';
import { splitRequirements } from './requirements.js';
import { isSafePath } from './safePath.js';

/** What a fence is: a program to run, what one prints, a file beside one, or code to read. */
export type FenceKind = 'snippet' | 'output' | 'file' | 'code';

export function fenceKind({
  language,
  attributes,
}: Pick<Fence, 'language' | 'attributes'>): FenceKind {
  if (language === 'output') return 'output';
  if (attributes.has('file')) return 'file';
  return language === 'python' && attributes.has('name') ? 'snippet' : 'code';
}

/** Characters of what a snippet's author says to watch. */
const longestWatch = 80;

/** Says what is wrong with a value; undefined when nothing is. */
type Check = (value: string) => string | undefined;

const some: Check = (value) => (value === '' ? 'it needs a value' : undefined);
const python: Check = (value) => some(value) ?? pythonRangeFault(value);
const flag: Check = (value) => (value === '' ? undefined : 'it takes no value');
const any: Check = () => undefined;

const attributesOf: Readonly<Record<FenceKind, Readonly<Record<string, Check>>>> = {
  snippet: {
    name: (value) =>
      isSnippetName(value)
        ? undefined
        : `“${value}” is no name: use letters, digits and hyphens, at most ${longestId}`,
    python,
    requires: (value) => {
      const all = splitRequirements(value);
      if (all.length === 0) return 'it names what must be installed, such as “pydantic>=2”';
      const wrong = all.find((each) => !parseRequirement(each));
      if (wrong !== undefined) return `“${wrong}” is no requirement such as “pydantic>=2”`;
      const again = all[repeated(all)[0] ?? -1];
      return again === undefined ? undefined : `“${again}” stands twice`;
    },
    timeout: (value) => numberFault(value, 1, 600, 'seconds'),
    stdin: some,
    trace: (value) => (value === 'no' ? undefined : linesFault(value)),
    watch: (value) =>
      value.trim() === '' || value.length > longestWatch
        ? `it says in at most ${String(longestWatch)} characters what to watch, such as “the reference count”`
        : undefined,
    exit: (value) =>
      isSignal(value)
        ? undefined
        : numberFault(value, 0, 255, 'exit codes')?.concat(', or a signal such as SIGABRT'),
  },
  output: {
    of: any,
    python,
    stream: (value) =>
      value === 'stdout' || value === 'stderr' ? undefined : 'it is stdout or stderr',
    unordered: flag,
  },
  file: {
    file: (value) =>
      isSafePath(value) ? undefined : `“${value}” is no path inside the snippet’s folder`,
    of: any,
  },
  code: {},
};
const everyName = new Set(
  Object.values(attributesOf).flatMap((attributes) => Object.keys(attributes)),
);

/** Names of the attributes that a fence of a language may have. */
export function attributesFor(language: string): readonly string[] {
  if (language === 'output') return Object.keys(attributesOf.output);
  const file = Object.keys(attributesOf.file);
  return language === 'python' ? [...Object.keys(attributesOf.snippet), ...file] : file;
}

/** Values of an attribute that are worth proposing. */
export function valuesFor(attribute: string): readonly string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    stream: ['stdout', 'stderr'],
    trace: ['no'],
    exit: ['1', 'SIGABRT', 'SIGSEGV'],
    timeout: ['30'],
  };
  return Object.hasOwn(values, attribute) ? (values[attribute] ?? []) : [];
}

export function isSnippetName(name: string): boolean {
  return name.length <= longestId && /^[A-Za-z][\w-]*$/.test(name);
}

export interface AttributeFault {
  /** Undefined when it is about all of them. */
  readonly attribute: string | undefined;
  readonly message: string;
}

/** What is wrong with the attributes of one fence, whatever the others are. */
export function attributeFaults(fence: Fence): readonly AttributeFault[] {
  const kind = fenceKind(fence);
  const known = attributesOf[kind];
  const faults: AttributeFault[] = [];
  const tell = (attribute: string | undefined, message: string): void => {
    faults.push({ attribute, message });
  };
  for (const [name, value] of fence.attributes) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    const wrong = check?.(value);
    if (!check) tell(name, misplaced(name, kind, fence));
    else if (wrong !== undefined)
      tell(name, `The attribute “${name}”: ${wrong}${wrong.endsWith('?') ? '' : '.'}`);
  }
  if (kind === 'output' && fence.attributes.size > 0 && !fence.attributes.has('of'))
    tell(undefined, 'This output says not whose it is: add of=NAME.');
  if (kind === 'file' && !fence.attributes.has('of'))
    tell('file', 'This file says not whose it is: add of=NAME.');
  return faults;
}

function misplaced(name: string, kind: FenceKind, { language, attributes }: Fence): string {
  const here = Object.keys(attributesOf[kind]);
  const near = everyName.has(name)
    ? undefined
    : nearestWord(name, here.length > 0 ? here : everyName);
  if (near !== undefined) return `There is no attribute “${name}”; did you mean “${near}”?`;
  if (kind !== 'code') return `There is no attribute “${name}” here; there are ${here.join(', ')}.`;
  if (!everyName.has(name)) return `There is no attribute “${name}” for a fence.`;
  if (language !== 'python' && attributes.has('name'))
    return `Only a fence whose language is “python” is run, and this one’s is “${language}”.`;
  return `The attribute “${name}” needs a snippet: a fence “python” with name=NAME.`;
}

/** Lines as they are written: `7`, `7-9`, or `3,7-9`; undefined when they are not. */
export function lineNumbers(text: string): readonly number[] | undefined {
  const lines = text.split(',').map((part) => {
    const [, first, last = first] = /^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/.exec(part.trim()) ?? [];
    if (first === undefined) return undefined;
    const count = Number(last) - Number(first) + 1;
    return count < 1 ? undefined : Array.from({ length: count }, (_, at) => Number(first) + at);
  });
  return lines.some((each) => each === undefined) ? undefined : lines.flatMap((each) => each ?? []);
}

function linesFault(value: string): string | undefined {
  return lineNumbers(value)
    ? undefined
    : 'it is “no”, or the lines that matter, such as “7” or “3,7-9”';
}

function numberFault(value: string, least: number, most: number, what: string): string | undefined {
  const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : NaN;
  const whole = what === 'seconds' || Number.isInteger(number);
  if (number >= least && number <= most && whole) return undefined;
  return `it is a number of ${what} from ${String(least)} to ${String(most)}`;
}
