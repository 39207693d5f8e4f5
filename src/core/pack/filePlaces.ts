/** Which files of a pack are read as what, and what is wrong with those that nothing looks at. */
import { exercisePart, exercisePlaceFault } from './exercisePlaces.js';
import { isId, longestId } from './idPattern.js';
import { nearestWord } from './nearestWord.js';
import { isDeviceName } from './safePath.js';

const folders = ['questions', 'quizzes', 'files', 'exercises'];
/** Under this name a quiz is kept that is mixed of others. */
const reserved = 'mixed';

export function isQuestionFile(path: string): boolean {
  return /^questions\/[^/]+\.md$/.test(path);
}

export function isQuizFile(path: string): boolean {
  return /^quizzes\/[^/]+\.ya?ml$/.test(path);
}

/** The id for which a question's or a quiz's file stands. */
export function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** What is wrong with the id for which a file stands, as a sentence for its author; undefined when nothing is. */
export function fileIdFault(path: string): string | undefined {
  const id = idOfFile(path);
  if (isDeviceName(id))
    return `“${id}” names a device on Windows: choose another name for the file.`;
  if (isQuizFile(path) && id === reserved)
    return `“${id}” is kept for mixed quizzes: choose another name for the file.`;
  if (isId(id)) return undefined;
  return `The file’s name is its id: rename it to lower-case words joined by hyphens, at most ${longestId} characters.`;
}

/** As `fileIdFault`, of an exercise, for which its folder stands. */
export function folderIdFault(id: string): string | undefined {
  if (isDeviceName(id))
    return `“${id}” names a device on Windows: choose another name for the folder.`;
  if (isId(id)) return undefined;
  return `The folder’s name is the exercise’s id: rename it to lower-case words joined by hyphens, at most ${longestId} characters.`;
}

/** Files that would be one where a system takes letters of either case for the same: each with the one before it. */
export function sameFiles(
  paths: readonly string[],
): readonly (readonly [path: string, other: string])[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const key = path.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined) seen.set(key, path);
    return other === undefined ? [] : [[path, other] as const];
  });
}

/** What is wrong with the place of a text that is neither question nor quiz; undefined when it may lie there. */
export function placeFault(path: string): string | undefined {
  if (path === 'pack.yaml' || isQuestionFile(path) || isQuizFile(path) || exercisePart(path))
    return undefined;
  const steps = path.split('/');
  const [folder = '', ...rest] = steps;
  const name = steps.at(-1) ?? '';
  if (rest.length === 0) {
    if (nearestWord(name, ['pack.yaml', 'pack.yml']) !== undefined)
      return 'This is not read; did you mean “pack.yaml”?';
    return isText(name) && !isForPeople(name) ? nothingLooks : undefined;
  }
  if (folder === 'questions') {
    if (rest.length > 1) return 'This is not read: questions lie in “questions” itself.';
    return isForPeople(name) ? undefined : 'This is not read: a question is a file *.md.';
  }
  if (folder === 'quizzes') {
    if (rest.length > 1) return 'This is not read: quizzes lie in “quizzes” itself.';
    return isForPeople(name) ? undefined : 'This is not read: a quiz is a file *.yaml.';
  }
  if (folder === 'exercises') return isForPeople(name) ? undefined : exercisePlaceFault(rest);
  if (!isText(name) || isForPeople(name)) return undefined;
  const near = folders.includes(folder) ? undefined : nearestWord(folder, folders);
  return near === undefined
    ? nothingLooks
    : `This is not read: did you mean the folder “${near}” instead of “${folder}”?`;
}

/** Whether a file goes with a pack wherever it goes: what is read, pictures, and what is for people at its top. */
export function isPartOfPack(path: string): boolean {
  if (path === 'pack.yaml' || isQuestionFile(path) || isQuizFile(path) || exercisePart(path))
    return true;
  if (/^files\/.+\.(?:svg|png|jpe?g|gif|webp)$/i.test(path)) return true;
  return /^[^/]+(?:\.(?:md|txt))?$/.test(path) && isForPeople(path);
}

const nothingLooks =
  'This is not read: questions are files questions/*.md, quizzes quizzes/*.yaml, and exercises folders under exercises/.';

function isText(name: string): boolean {
  return /\.(?:md|markdown|ya?ml)$/i.test(name);
}

/** What projects keep for those who work on them. */
function isForPeople(name: string): boolean {
  return /^(?:readme|license|licence|changelog|contributing|notice|authors|code_of_conduct|security)\b/i.test(
    name,
  );
}
