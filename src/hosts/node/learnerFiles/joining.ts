/** What becomes of a file that is there when another of its name comes back: nothing of either is lost. */
import { damagedName } from '../../../core/progress/learnerPath.js';
import { recordName } from '../scratch/scratchRecord.js';

export type Joined =
  /** All that arrived is there. */
  | { readonly kind: 'nothing' }
  /** The file goes on with these lines. */
  | { readonly kind: 'append'; readonly lines: readonly string[] }
  /** What arrived is put beside the file. */
  | { readonly kind: 'beside' };

/** @param path below the storage, with forward slashes */
export function join(path: string, there: Buffer, arrived: Buffer): Joined {
  // A record says what was laid out in the folder that is there.
  if (there.equals(arrived) || path.endsWith(`/${recordName}`)) return { kind: 'nothing' };
  if (path !== damagedName) return { kind: 'beside' };
  const known = new Set(linesOf(there));
  const lines = linesOf(arrived).filter((line) => !known.has(line));
  return lines.length === 0 ? { kind: 'nothing' } : { kind: 'append', lines };
}

function linesOf(content: Buffer): readonly string[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}
