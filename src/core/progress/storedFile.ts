/** A file of the learner's as an export holds it; what comes back is decoded, never trusted. */
import { isLearnerPath } from './learnerPath.js';

/** A note, a scratch file, a quiz or an interview that was taken. */
export type LearnerFile = {
  /** Below the extension's storage, with forward slashes. */
  readonly path: string;
} & ({ readonly text: string } | { /** What is no text. */ readonly base64: string });

/** Undefined when it is none, or would lie elsewhere than the learner's own. */
export function decodeFile(value: unknown): LearnerFile | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2)
    return undefined;
  const { path, text, base64 } = value as Readonly<Record<string, unknown>>;
  if (typeof path !== 'string' || !isLearnerPath(path)) return undefined;
  if (typeof text === 'string') return { path, text };
  return typeof base64 === 'string' && isBase64(base64) ? { path, base64 } : undefined;
}

/** A file may have megabytes: an expression that repeats a group would need room for each time. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[\da-z+/]*={0,2}$/i.test(text);
}
