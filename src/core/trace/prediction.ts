/** What a learner says will happen next in a program, and whether it does. */
import * as l10n from '@vscode/l10n';
import { over } from './moving.js';
import type { Recording } from './recording.js';
import type { HeapObject, Step, Value } from './step.js';

/** The number of the line that comes next or `end`, or what a name of the innermost frame holds once its line has run. */
export type Prediction = { readonly about: 'line'; readonly text: string } | NamedPrediction;

interface NamedPrediction {
  readonly about: 'value';
  readonly name: string;
  readonly text: string;
}

export interface Judged {
  readonly isRight: boolean;
  /** In words. */
  readonly actual: string;
  /** The step at which it is seen. */
  readonly at: number;
}

/** Undefined where the recording does not say what comes next: at its end, and where steps are left out. */
export function judge(
  recording: Recording,
  from: number,
  prediction: Prediction,
): Judged | undefined {
  return prediction.about === 'line'
    ? judgeLine(recording, from, prediction.text)
    : judgeValue(recording, from, prediction);
}

/** The names of which a value can be predicted: those that the innermost frame has, and those that it gets next. */
export function predictable(recording: Recording, from: number): readonly string[] {
  const names = namesAt(recording.at(from), recording, from);
  const at = afterLine(recording, from);
  const next = at === undefined ? undefined : namesAt(recording.at(at), recording, from);
  return [...new Set([...(names?.keys() ?? []), ...(next?.keys() ?? [])])];
}

function judgeLine(recording: Recording, from: number, text: string): Judged | undefined {
  const thread = recording.threadAt(from);
  let at = from + 1;
  while (
    at < recording.length &&
    !(recording.kindAt(at) === 'line' && recording.threadAt(at) === thread)
  )
    at += 1;
  if (isAcrossGap(recording, from, at)) return undefined;
  if (at >= recording.length) {
    const last = recording.length - 1;
    const isKnown = recording.end === 'exit' && from < last;
    const isRight = text.trim().toLowerCase() === 'end';
    return isKnown ? { isRight, actual: l10n.t('the end'), at: last } : undefined;
  }
  const line = recording.stackAt(at).at(-1)?.line ?? 0;
  return { isRight: text.trim() === String(line), actual: l10n.t('line {0}', line), at };
}

function judgeValue(
  recording: Recording,
  from: number,
  { name, text }: NamedPrediction,
): Judged | undefined {
  const at = afterLine(recording, from);
  if (at === undefined || isAcrossGap(recording, from, at)) return undefined;
  const step = recording.at(at);
  const value = namesAt(step, recording, from)?.get(name);
  if (value === undefined) return undefined;
  const actual = literal(value, step.heap);
  return { isRight: normalized(text) === normalized(actual), actual, at };
}

/** The step at which the line of the innermost frame has run. */
function afterLine(recording: Recording, from: number): number | undefined {
  return over(recording, from);
}

/** What the frame that is innermost at `from` holds at a step. */
function namesAt(
  step: Step,
  recording: Recording,
  from: number,
): ReadonlyMap<string, Value> | undefined {
  const frame = recording.stackAt(from).at(-1);
  return frame && step.names.get(frame.id);
}

function isAcrossGap({ gapAt }: Recording, from: number, to: number): boolean {
  return gapAt !== undefined && from < gapAt && to >= gapAt;
}

/** How deep values are written in one another. */
const deepest = 4;

/** A value as Python writes it, as far as it is made of built-in types; else the name of its type. */
export function literal(
  value: Value,
  heap: ReadonlyMap<number, HeapObject>,
  depth = deepest,
): string {
  if (typeof value === 'string') return value;
  const object = heap.get(value);
  if (!object) return '…';
  const { kind, type, items, size, says } = object;
  const inner = (each: Value): string => (depth > 0 ? literal(each, heap, depth - 1) : '…');
  const parts = items.map((item) =>
    typeof item === 'object' ? `${inner(item[0])}: ${inner(item[1])}` : inner(item),
  );
  const all = [...parts, ...(size > items.length ? ['…'] : [])].join(', ');
  if (kind === 'list' && type === 'list') return `[${all}]`;
  if (kind === 'tuple' && type === 'tuple') return size === 1 ? `(${all},)` : `(${all})`;
  if (kind === 'set' && type === 'set') return size === 0 ? 'set()' : `{${all}}`;
  if (kind === 'dict' && type === 'dict') return `{${all}}`;
  return kind === 'function' ? (says ?? type) : type;
}

/** Without the blanks between its parts, and with one kind of quotes. */
function normalized(text: string): string {
  return text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\s+/g, (part) => {
    if (part.trim() === '') return '';
    return part.startsWith('"') && !part.includes("'") ? `'${part.slice(1, -1)}'` : part;
  });
}
