/** Where one goes from a step of a recording. All indexes are from 0; undefined means that there is no such step. */
import type { Recording, Value } from './recording.js';

/** The next step of the same frame, or of one below it: calls on the way are passed. */
export function over(recording: Recording, from: number): number | undefined {
  return next(recording, from, (depth, at) => at <= depth);
}

/** The first step after the frame has been left. */
export function out(recording: Recording, from: number): number | undefined {
  return next(recording, from, (depth, at) => at < depth);
}

function next(
  recording: Recording,
  from: number,
  isThere: (depth: number, at: number) => boolean,
): number | undefined {
  const depth = recording.stackAt(from).length;
  const thread = recording.threadAt(from);
  for (let at = from + 1; at < recording.length; at++) {
    if (recording.threadAt(at) === thread && isThere(depth, recording.stackAt(at).length))
      return at;
  }
  return undefined;
}

/** The next step at which a line is about to run, or the last before it. */
export function toLine(
  recording: Recording,
  from: number,
  file: string,
  line: number,
): number | undefined {
  const isThere = (at: number): boolean => {
    const innermost = recording.stackAt(at).at(-1);
    return innermost?.code.file === file && innermost.line === line;
  };
  for (let at = from + 1; at < recording.length; at++) if (isThere(at)) return at;
  for (let at = from - 1; at >= 0; at--) if (isThere(at)) return at;
  return undefined;
}

/** The next step at which a name of a frame has another value. */
export function toChangeOfName(
  recording: Recording,
  from: number,
  frame: number,
  name: string,
): number | undefined {
  const now = recording.at(from).names.get(frame)?.get(name);
  return find(recording, from, (at) => {
    const names = recording.at(at).names.get(frame);
    return names !== undefined && names.get(name) !== now;
  });
}

/** The next step at which an object is another than now. */
export function toChangeOfObject(
  recording: Recording,
  from: number,
  object: number,
): number | undefined {
  const now = JSON.stringify(recording.at(from).heap.get(object));
  return find(recording, from, (at) => JSON.stringify(recording.at(at).heap.get(object)) !== now);
}

/** The step by which a byte of a stream had been written. */
export function toOutput(recording: Recording, stream: 0 | 1, byte: number): number | undefined {
  return find(recording, -1, (at) => recording.writtenAt(at)[stream] > byte);
}

function find(
  recording: Recording,
  from: number,
  isThere: (at: number) => boolean,
): number | undefined {
  for (let at = from + 1; at < recording.length; at++) if (isThere(at)) return at;
  return undefined;
}

/** What is new in a step: names by `frame.name`, and objects. */
export interface Changes {
  readonly names: ReadonlySet<string>;
  readonly objects: ReadonlySet<number>;
}

export function changesAt(recording: Recording, index: number): Changes {
  if (index === 0) return { names: new Set(), objects: new Set() };
  const before = recording.at(index - 1);
  const now = recording.at(index);
  const names = new Set<string>();
  for (const [frame, own] of now.names)
    for (const [name, value] of own)
      if (!same(before.names.get(frame)?.get(name), value)) names.add(`${frame}.${name}`);
  const objects = new Set<number>();
  for (const [id, object] of now.heap) {
    const earlier = before.heap.get(id);
    if (earlier !== object && JSON.stringify(earlier) !== JSON.stringify(object)) objects.add(id);
  }
  return { names, objects };
}

function same(before: Value | undefined, now: Value): boolean {
  return before === now;
}
