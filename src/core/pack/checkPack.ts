/** What can be told of a pack's parts only when the others are known: whether what they point to is there. */
import { referencesOf } from '../markdown.js';
import type { Fault, PackInfo, Question, Quiz } from './pack.js';

/** What a pack holds: ids of its questions, paths of its files. */
export interface PackContents {
  readonly questions: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

export function checkQuestion(
  file: string,
  { related, prerequisites, body }: Question,
  contents: PackContents,
): readonly Fault[] {
  const references = referencesOf(body);
  const missing = [
    ...[...related, ...prerequisites, ...references.questions]
      .filter((id) => !contents.questions.has(id))
      .map((id) => `It points to a question “${id}”, which is not in the pack.`),
    ...references.pictures
      .filter((path) => !contents.files.has(path))
      .map((path) => `It shows a picture “${path}”, which is not in the pack.`),
  ];
  return missing.map((message) => ({ file, line: 0, message }));
}

export function checkPaths({ paths }: PackInfo, { questions }: PackContents): readonly Fault[] {
  return paths.flatMap((path) =>
    path.questions
      .filter((id) => !questions.has(id))
      .map((id) => ({
        file: 'pack.yaml',
        line: 0,
        message: `The path “${path.id}” leads to “${id}”, which is not in the pack.`,
      })),
  );
}

export function checkQuiz(
  file: string,
  { items }: Quiz,
  { questions }: PackContents,
): readonly Fault[] {
  return items
    .filter(({ question }) => !questions.has(question))
    .map(({ id, question }) => ({
      file,
      line: 0,
      message: `The item “${id}” names a question “${question}”, which is not in the pack.`,
    }));
}
