/** Where in the extension's storage lies what is the learner's, and which paths an export may name. */

import { isDeviceName } from '../pack/safePath.js';

/** Folders of the storage that hold it; what matters most comes first. */
export const learnerFolders = [
  'notes',
  'cards',
  'exercises',
  'interviews',
  'quizzes',
  'scratch',
] as const;

/** What could not be read of the journal, kept in the hope that somebody still can. */
export const damagedName = 'journal.jsonl.damaged';

/** Folders below one another: what lies deeper is neither exported nor taken back. */
export const deepest = 64;

/** Whether it is a relative path, with forward slashes, of something of the learner's; it never leads out of there. */
export function isLearnerPath(path: string): boolean {
  if (path === damagedName) return true;
  const [folder, ...rest] = path.split('/');
  const isPlain = (part: string): boolean =>
    part !== '' && part !== '.' && part !== '..' && !part.includes('\0');
  return (
    learnerFolders.some((known) => known === folder) &&
    rest.length > 0 &&
    rest.length <= deepest &&
    rest.every(isPlain)
  );
}

/** A name as it can be here: what Windows forbids in one is written as `%` and its hexadecimal number. */
export function nameHere(name: string, onWindows: boolean): string {
  if (!onWindows) return name;
  const coded = (text: string): string =>
    `%${text.charCodeAt(0).toString(16).padStart(2, '0')}${text.slice(1)}`;
  const plain = name
    // eslint-disable-next-line no-control-regex -- exactly these are forbidden
    .replace(/[\\:*?"<>|\x00-\x1f]/g, (sign) => coded(sign))
    .replace(/[. ]$/, (sign) => coded(sign));
  return isDeviceName(plain) ? coded(plain) : plain;
}
