/** What can be told of a pack's parts only when the others are known: whether what they point to is there. */
import { aliasFaults } from './aliases.js';
import type { PackIds } from './aliases.js';
import { checkQuotedText, checkText } from './checkText.js';
import type { PackContents } from './checkText.js';
import { exercisePart } from './exercisePlaces.js';
import { shorten } from './faults.js';
import { idOfFile, isQuizFile } from './filePlaces.js';
import { didYouMean } from './nearestWord.js';
import type { Fault, Place, Question, QuizItem } from './pack.js';
import type { ParsedExercise } from './parseExercise.js';
import type { ParsedPackInfo } from './parsePack.js';
import type { ParsedQuestion } from './parseQuestion.js';
import type { ParsedQuiz } from './parseQuiz.js';
import { repeated } from './repeated.js';
import type { PossibleFault } from './sectionLinks.js';
import type { Path } from './yamlTree.js';

export function checkQuestion(
  file: string,
  { question, bodyLine, placeOf }: ParsedQuestion,
  contents: PackContents,
): readonly PossibleFault[] {
  if (!question) return [];
  const { related, prerequisites, tags, sources } = question;
  const faults = [
    ...pointersAstray(question, placeOf, contents),
    ...itself({ related, prerequisites }, question.id, placeOf),
    ...twice({ related, prerequisites, tags, sources }, placeOf),
  ].map((fault) => ({ file, ...fault }));
  const texts = checkText(question.body, contents);
  return [...faults, ...texts.map((fault) => ({ file, ...fault, line: fault.line + bodyLine }))];
}

/** The questions that an exercise points to, and the links in its texts. */
export function checkExercise(
  { exercise, texts, placeOf }: ParsedExercise,
  contents: PackContents,
): readonly PossibleFault[] {
  if (!exercise) return [];
  const folder = `exercises/${exercise.id}`;
  const { related, prerequisites, tags, sources, requires, hints } = exercise;
  const own = [
    ...pointersAstray(exercise, placeOf, contents),
    ...twice({ related, prerequisites, tags, sources, requires, hints }, placeOf),
  ];
  return [
    ...own.map((fault) => ({ file: `${folder}/exercise.md`, ...fault })),
    ...texts.flatMap(({ part, line, text, quotedIn }) => {
      const faults = quotedIn
        ? checkQuotedText(text, contents, quotedIn, line)
        : checkText(text, contents).map((fault) => ({ ...fault, line: fault.line + line }));
      return faults.map((fault) => ({ file: `${folder}/${part}`, ...fault }));
    }),
  ];
}

function pointersAstray(
  { related, prerequisites }: Pick<Question, 'related' | 'prerequisites'>,
  placeOf: (path: Path) => Place,
  { questions }: PackContents,
): readonly Omit<Fault, 'file'>[] {
  return Object.entries({ related, prerequisites }).flatMap(([key, ids]) =>
    ids.flatMap((id, index) => {
      if (questions.has(id)) return [];
      const message = `It points to a question “${id}”, which is not in the pack${didYouMean(id, questions)}`;
      return [{ ...placeOf([key, index]), message }];
    }),
  );
}

type Lists = Readonly<Record<string, readonly string[]>>;

function itself(
  lists: Lists,
  id: string,
  placeOf: (path: Path) => Place,
): readonly Omit<Fault, 'file'>[] {
  return Object.entries(lists).flatMap(([key, ids]) =>
    ids.includes(id)
      ? [{ ...placeOf([key, ids.indexOf(id)]), message: 'It points to itself.' }]
      : [],
  );
}

function twice(lists: Lists, placeOf: (path: Path) => Place): readonly Omit<Fault, 'file'>[] {
  return Object.entries(lists).flatMap(([key, values]) =>
    repeated(values).map((index) => ({
      ...placeOf([key, index]),
      message: `“${shorten(values[index] ?? '', 60)}” stands twice.`,
    })),
  );
}

/**
 * Ids that stand twice, topics of which nothing is there, and paths that lead to what is not there.
 *
 * @param topics those of the questions and exercises
 */
export function checkInfo(
  { info, placeOf }: ParsedPackInfo,
  { questions, files }: PackContents,
  topics: ReadonlySet<string>,
): readonly Fault[] {
  if (!info) return [];
  const faults: Fault[] = info.aliases
    ? [...aliasFaults(info.aliases, idsOf(questions, files), placeOf)]
    : [];
  const tell = (path: Path, message: string): void => {
    faults.push({ file: 'pack.yaml', ...placeOf(path), message });
  };
  for (const index of repeated(info.topics.map(({ id }) => id)))
    tell(['topics', index, 'id'], `The topic “${info.topics[index]?.id ?? ''}” stands twice.`);
  for (const [index, { id }] of info.topics.entries())
    if (!topics.has(id))
      tell(['topics', index, 'id'], `The topic “${id}” has no question and no exercise.`);
  for (const index of repeated(info.paths.map(({ id }) => id)))
    tell(['paths', index, 'id'], `The path “${info.paths[index]?.id ?? ''}” stands twice.`);
  for (const [at, path] of info.paths.entries()) {
    if (path.questions.length === 0)
      tell(['paths', at, 'questions'], `The path “${path.id}” leads to no question.`);
    const twice = new Set(repeated(path.questions));
    for (const [index, id] of path.questions.entries()) {
      const place: Path = ['paths', at, 'questions', index];
      if (twice.has(index)) tell(place, `The path “${path.id}” leads to “${id}” twice.`);
      else if (!questions.has(id)) {
        const end = didYouMean(id, questions);
        tell(place, `The path “${path.id}” leads to “${id}”, which is not in the pack${end}`);
      }
    }
  }
  return faults;
}

function idsOf(questions: ReadonlySet<string>, files: ReadonlySet<string>): PackIds {
  const exercises = [...files].flatMap((file) => exercisePart(file)?.exercise ?? []);
  const quizzes = [...files].filter(isQuizFile).map(idOfFile);
  return { questions, quizzes: new Set(quizzes), exercises: new Set(exercises) };
}

/** The questions that items are about, and the links in what they say. */
export function checkQuiz(
  file: string,
  { quiz, lines, placeOf }: ParsedQuiz,
  contents: PackContents,
): readonly PossibleFault[] {
  return (quiz?.items ?? []).flatMap((item) => {
    const faults: PossibleFault[] = [];
    if (!contents.questions.has(item.question)) {
      const end = didYouMean(item.question, contents.questions);
      const message = `The item “${item.id}” names a question “${item.question}”, which is not in the pack${end}`;
      faults.push({ file, ...placeOf(item.id, 'question'), message });
    }
    for (const [path, text] of textsOf(item)) {
      const { line } = placeOf(item.id, ...path);
      const found = checkQuotedText(text, contents, lines, line);
      faults.push(...found.map((fault) => ({ file, ...fault })));
    }
    return faults;
  });
}

/** Its texts in Markdown, and where they stand. */
function textsOf(item: QuizItem): readonly (readonly [Path, string])[] {
  const chosen = item.kind === 'defect' ? item.repairs : 'options' in item ? item.options : [];
  const key = item.kind === 'defect' ? 'repairs' : 'options';
  const sentences = item.kind === 'order' && item.code !== true ? item : undefined;
  const each = (list: string, texts: readonly string[] = []): [Path, string][] =>
    texts.map((text, index) => [[list, index], text]);
  return [
    [['prompt'], item.prompt],
    [['explanation'], item.explanation],
    ...chosen.flatMap(({ text, why }, index): [Path, string][] => [
      [[key, index, 'text'], text],
      [[key, index, 'why'], why],
    ]),
    ...each('lines', sentences?.lines),
    ...each('distractors', sentences?.distractors),
  ];
}
