/** What becomes of a file that is there when another of its name comes back: nothing of either is lost. */
import * as v from 'valibot';
import { damagedName } from '../../../core/progress/learnerPath.js';
import { recordName } from '../scratch/scratchRecord.js';

export type Joined =
  /** All that arrived is there. */
  | { readonly kind: 'nothing' }
  /** The file goes on with these lines. */
  | { readonly kind: 'append'; readonly lines: readonly string[] }
  /** What arrived takes the place of the file, which is put beside. */
  | { readonly kind: 'replace' }
  /** What arrived is put beside the file. */
  | { readonly kind: 'beside' };

const nothing: Joined = { kind: 'nothing' };
const beside: Joined = { kind: 'beside' };

/** @param path below the storage, with forward slashes */
export function join(path: string, there: Buffer, arrived: Buffer): Joined {
  if (there.equals(arrived)) return nothing;
  const folder = path.split('/')[0];
  // It says what was laid out in the folder that is there.
  if (path.endsWith(`/${recordName}`)) return nothing;
  if (path === damagedName || (folder === 'quizzes' && path.endsWith('.jsonl')))
    return joinLines(path, linesOf(there), linesOf(arrived));
  if (folder === 'interviews') {
    const [here, other] = [revisionOf(there), revisionOf(arrived)];
    // The same interview: the one that went on holds all that the other does.
    if (here?.id !== undefined && here.id === other?.id)
      return here.revision < other.revision ? { kind: 'replace' } : nothing;
  }
  return beside;
}

function joinLines(path: string, there: readonly string[], arrived: readonly string[]): Joined {
  const isSession = path.endsWith('/session.jsonl');
  const known = new Set(there);
  const fresh = isSession
    ? arrived.slice(there.length)
    : arrived.filter((line) => !known.has(line));
  const common = Math.min(there.length, arrived.length);
  // Two that went on apart from one another cannot be one.
  if (isSession && there.slice(0, common).some((line, at) => line !== arrived[at])) return beside;
  return fresh.length === 0 ? nothing : { kind: 'append', lines: fresh };
}

function linesOf(content: Buffer): readonly string[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

const revisionSchema = v.object({ id: v.string(), revision: v.number() });

function revisionOf(content: Buffer): v.InferOutput<typeof revisionSchema> | undefined {
  try {
    const parsed = v.safeParse(revisionSchema, JSON.parse(content.toString('utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
