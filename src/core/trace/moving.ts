/** Where one goes from a step of a recording. All indexes are from 0; undefined means that there is no such step. */
import type { Recording } from './recording.js';

/** The next step of the same frame, or where it was called: calls, and what runs while it waits, are passed. */
export function over(recording: Recording, from: number): number | undefined {
  const frame = recording.stackAt(from).at(-1);
  const depth = recording.depthAt(from);
  if (hasLeft(recording, from)) return next(recording, from, (at) => recording.depthAt(at) < depth);
  if (frame?.code.kind === 'coroutine')
    return next(recording, from, (at) => recording.stackAt(at).at(-1)?.id === frame.id);
  return next(recording, from, (at) => recording.depthAt(at) <= depth);
}

/** The first step after the frame has been left; a coroutine that only waits has not been. */
export function out(recording: Recording, from: number): number | undefined {
  const frame = recording.stackAt(from).at(-1);
  const depth = recording.depthAt(from);
  if (frame?.code.kind !== 'coroutine')
    return next(recording, from, (at) => recording.depthAt(at) < depth);
  const isLast = (at: number): boolean =>
    recording.stackAt(at).at(-1)?.id === frame.id && hasLeft(recording, at);
  const last = isLast(from) ? from : next(recording, from, isLast);
  return last === undefined ? undefined : next(recording, last, () => true);
}

/** Whether a step is the last of a frame, or hands out what a generator yields. */
function hasLeft(recording: Recording, at: number): boolean {
  const kind = recording.kindAt(at);
  const isGenerator = recording.stackAt(at).at(-1)?.code.kind.endsWith('generator') ?? false;
  return kind === 'return' || kind === 'unwind' || (kind === 'yield' && isGenerator);
}

/** The next step of the same thread. */
function next(
  recording: Recording,
  from: number,
  isThere: (at: number) => boolean,
): number | undefined {
  const thread = recording.threadAt(from);
  return find(recording, from, (at) => recording.threadAt(at) === thread && isThere(at));
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
    return (
      recording.kindAt(at) === 'line' && innermost?.code.file === file && innermost.line === line
    );
  };
  const later = find(recording, from, isThere);
  if (later !== undefined) return later;
  for (let at = from - 1; at >= 0; at--) if (isThere(at)) return at;
  return undefined;
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
