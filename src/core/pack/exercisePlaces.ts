/** Which files of an exercise are read as what: `exercises/<id>/exercise.md` and what lies beside it. */
import { nearestWord } from './nearestWord.js';
import { isSafePath } from './safePath.js';

export interface ExercisePart {
  /** The id of the exercise: the name of its folder. */
  readonly exercise: string;
  /** The path within its folder. */
  readonly path: string;
}

const files = ['exercise.md', 'starter.py', 'checks.py', 'measure.py'];
/** By folder, the ending of what lies in it. */
const folders: Readonly<Record<string, string>> = { solutions: '.md', wrong: '.py' };
const further = 'files';

/** What a path is of an exercise; undefined when nothing reads it. */
export function exercisePart(path: string): ExercisePart | undefined {
  const [, exercise = '', part = ''] = /^exercises\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (part === '') return undefined;
  const [folder = '', name = '', ...deeper] = part.split('/');
  const ending = Object.hasOwn(folders, folder) ? folders[folder] : undefined;
  const isRead =
    files.includes(part) ||
    (ending !== undefined && deeper.length === 0 && name.endsWith(ending)) ||
    (folder === further && name !== '' && isSafePath(part));
  return isRead ? { exercise, path: part } : undefined;
}

/** What is wrong with a file under `exercises` that is no part of one: a sentence for its author. */
export function exercisePlaceFault([, ...part]: readonly string[]): string | undefined {
  const [first = '', name] = part;
  if (part.includes('__pycache__')) return undefined;
  if (first === '')
    return 'This is not read: an exercise is a folder under “exercises”, with exercise.md, starter.py and checks.py.';
  if (name === undefined) {
    const near = nearestWord(first, files);
    return near === undefined
      ? 'This is not read: further files of an exercise lie in its folder “files”.'
      : `This is not read; did you mean “${near}”?`;
  }
  if (first === further)
    return 'This is not read: the name must be one that every system can keep.';
  const ending = Object.hasOwn(folders, first) ? folders[first] : undefined;
  if (ending !== undefined) return `This is not read: in “${first}” lie files *${ending}.`;
  const near = nearestWord(first, [...Object.keys(folders), further]);
  return near === undefined
    ? 'This is not read: further files of an exercise lie in its folder “files”.'
    : `This is not read: did you mean the folder “${near}” instead of “${first}”?`;
}
