/** Where one goes from a step of a recording. All indexes are from 0; undefined means that there is no such step. */
import type { Recording, Step } from './recording.js';

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

/** @param before the step before, when there is one */
export function changesIn(now: Step, before: Step | undefined): Changes {
  if (!before) return { names: new Set(), objects: new Set() };
  const names = new Set<string>();
  for (const [frame, own] of now.names)
    for (const [name, value] of own)
      if (before.names.get(frame)?.get(name) !== value) names.add(`${frame}.${name}`);
  const objects = new Set<number>();
  for (const [id, object] of now.heap) {
    const earlier = before.heap.get(id);
    if (earlier !== object && JSON.stringify(earlier) !== JSON.stringify(object)) objects.add(id);
  }
  return { names, objects };
}
