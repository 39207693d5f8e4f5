/** The lines that the recorder writes, as they stand; see `hosts/node/recorder/recorder.py`. */
import type { Code, HeapObject, StepKind, Value } from './step.js';

/** A frame's number, that of its code, and its line. */
export type FrameLine = readonly [number, number, number];

export interface StepLine {
  readonly n: number;
  readonly k: StepKind;
  readonly t: number;
  readonly o: readonly [number, number];
  readonly s: readonly FrameLine[];
  readonly m?: number;
  readonly w?: readonly (readonly [number, readonly FrameLine[], number])[];
  readonly a?: readonly number[];
  readonly r?: number;
  readonly l?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly d?: Readonly<Record<string, readonly string[]>>;
  readonly h?: Readonly<Record<string, ObjectLine>>;
  readonly g?: readonly number[];
  readonly v?: Value;
  readonly full?: true;
}

export interface ObjectLine {
  readonly k: HeapObject['kind'];
  readonly t: string;
  readonly n?: number;
  readonly v?: HeapObject['items'];
  readonly f?: HeapObject['fields'];
  readonly s?: string;
  readonly line?: number;
  readonly frame?: number;
  readonly mro?: readonly string[];
  readonly slots?: readonly string[];
  readonly data?: readonly string[];
  readonly rc?: number;
  readonly gen?: number;
}

interface EndLine {
  readonly end: string;
  readonly left: number;
  readonly threads?: number;
}

export type RecordLine =
  | StepLine
  | (Code & { readonly c: number })
  | { readonly thread: number; readonly name: string }
  | { readonly python: string }
  | EndLine;

function heapObject(line: ObjectLine): HeapObject {
  const { k, t, n, v = [], f = [], mro = [], slots = [], data = [] } = line;
  return {
    ...{ kind: k, type: t, size: n ?? 0, items: v, fields: f },
    ...{ says: line.s, line: line.line, frame: line.frame },
    ...{ mro, slots, dataDescriptors: data, references: line.rc, generation: line.gen },
  };
}

/** Names by frame, and objects, after a step. */
export interface StepState {
  names: Map<number, Map<string, Value>>;
  heap: Map<number, HeapObject>;
}

/** Takes a step from the state before it. An object that stays as it was stays the same one, also where all is said anew. */
export function applyLine(line: StepLine, state: StepState): void {
  const before = state.heap;
  if (line.full === true) {
    state.names = new Map();
    state.heap = new Map();
  }
  const others = (line.w ?? []).flatMap(([, frames]) => frames);
  const frames = new Set([...line.s, ...others].map(([id]) => id));
  for (const frame of state.names.keys()) if (!frames.has(frame)) state.names.delete(frame);
  for (const [frame, values] of Object.entries(line.l ?? {})) {
    const id = Number(frame);
    const names = state.names.get(id) ?? new Map<string, Value>();
    for (const [name, value] of Object.entries(values)) names.set(name, value);
    state.names.set(id, names);
  }
  for (const [frame, gone] of Object.entries(line.d ?? {}))
    for (const name of gone) state.names.get(Number(frame))?.delete(name);
  for (const gone of line.g ?? []) state.heap.delete(gone);
  for (const [id, said] of Object.entries(line.h ?? {})) {
    const object = heapObject(said);
    const earlier = before.get(Number(id));
    const isSame = earlier && JSON.stringify(earlier) === JSON.stringify(object);
    state.heap.set(Number(id), isSame ? earlier : object);
  }
}
