/** Whether a line of a recording is one that the recorder writes: the recorded program can write to it as well. */
import type { Code, HeapObject, StepKind } from './step.js';
import type { RecordLine } from './recordingLines.js';

type Check = (value: unknown) => boolean;

/** Threads that a recording may name; the recorder names a few. */
const mostThreads = 1000;

const kinds: Readonly<Record<StepKind, true>> = {
  ...{ line: true, call: true, return: true, yield: true, resume: true, throw: true },
  ...{ raise: true, handled: true, unwind: true },
};
const objectKinds: Readonly<Record<HeapObject['kind'], true>> = {
  ...{ list: true, tuple: true, set: true, dict: true, object: true, class: true, function: true },
  ...{ method: true, generator: true, coroutine: true, task: true, exception: true, leaf: true },
};
const codeKinds: Readonly<Record<Code['kind'], true>> = {
  ...{ body: true, function: true, generator: true, coroutine: true, 'async generator': true },
};

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isThread: Check = (value) => isCount(value) && Number(value) < mostThreads;
const isValue: Check = (value) => isText(value) || Number.isSafeInteger(value);
const oneOf =
  (words: Readonly<Record<string, true>>): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(words, value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((each) => check(each));
const tuple =
  (...checks: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, at) => check(value[at]));
const mapOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every((each) => check(each));
const either =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) || other(value);
/** @param optional is checked where it is there */
function shape(
  wanted: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const always = Object.entries(wanted);
  const where = new Map(Object.entries(optional));
  return (value) => {
    if (!isRecord(value) || !always.every(([key, check]) => check(value[key]))) return false;
    for (const key in value) if (where.get(key)?.(value[key]) === false) return false;
    return true;
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const frames = listOf(tuple(isCount, isCount, isCount));
const texts = listOf(isText);
const object = shape(
  { k: oneOf(objectKinds), t: isText },
  {
    n: isCount,
    v: listOf(either(isValue, tuple(isValue, isValue))),
    f: listOf(tuple(isText, isValue)),
    s: isText,
    ...{ line: isCount, frame: isCount, mro: texts, slots: texts, data: texts },
    ...{ rc: isCount, gen: isCount },
  },
);
const step = shape(
  { n: isCount, k: oneOf(kinds), t: isThread, o: tuple(isCount, isCount), s: frames },
  {
    ...{ m: isCount, w: listOf(tuple(isThread, frames, isCount)), a: listOf(isValue), r: isValue },
    ...{ l: mapOf(mapOf(isValue)), d: mapOf(texts), h: mapOf(object), g: listOf(isValue) },
    v: isValue,
    full: (value) => value === true,
  },
);
const code = shape({
  ...{ c: isCount, name: isText, file: isText, line: isCount },
  ...{ cells: texts, free: texts, kind: oneOf(codeKinds) },
});
const thread = shape({ thread: isThread, name: isText });
const end = shape({ end: isText, left: isCount }, { threads: isCount });
const begin = shape({ python: isText });

function isWellFormed(value: unknown): value is RecordLine {
  if (!isRecord(value)) return false;
  const check =
    'k' in value
      ? step
      : 'c' in value
        ? code
        : 'thread' in value
          ? thread
          : 'end' in value
            ? end
            : begin;
  return check(value);
}

/** Undefined for an empty line, for one that a kill tore, and for one that the recorder does not write. */
export function parsedLine(line: string): RecordLine | undefined {
  // To throw for each line of what is no recording would take long.
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isWellFormed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
