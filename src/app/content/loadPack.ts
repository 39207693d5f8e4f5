/** Reads what is known of a pack at once: its questions in short, its quizzes, its exercises. */
import { shorten } from '../../core/pack/faults.js';
import { isQuestionFile, isQuizFile, placeFault, sameFiles } from '../../core/pack/filePlaces.js';
import type { Fault, PackInfo, Place, QuestionSummary, Quiz } from '../../core/pack/pack.js';
import { didYouMean } from '../../core/pack/nearestWord.js';
import { parsePackInfo } from '../../core/pack/parsePack.js';
import { parseSummary } from '../../core/pack/parseQuestion.js';
import { parseQuiz } from '../../core/pack/parseQuiz.js';
import type { ParsedExercise } from '../../core/pack/parseExercise.js';
import { readExercises } from './exercises.js';
import { SnippetReader } from './snippetReader.js';
import { PackFileError } from './packFiles.js';
import type { PackFiles } from './packFiles.js';

export interface Loaded {
  /** That its format is not known yet. */
  readonly newer: Fault | undefined;
  readonly info: PackInfo;
  /** Where pack.yaml says its id. */
  readonly idPlace: Place;
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizFile[];
  /** Those that can be used. */
  readonly exercises: readonly UsableExercise[];
  /** Paths of its files. */
  readonly files: ReadonlySet<string>;
}

export interface QuizFile {
  /** Its path within the pack. */
  readonly file: string;
  readonly quiz: Quiz;
}

export type UsableExercise = ParsedExercise & Required<Pick<ParsedExercise, 'exercise'>>;

/** @param faults takes what is wrong */
export async function load(folder: PackFiles, faults: Fault[]): Promise<Loaded | undefined> {
  const packText = await folder.read('pack.yaml');
  if (packText === undefined)
    throw new PackFileError('The folder holds no pack: it needs a file pack.yaml.');
  const { info, newer, faults: infoFaults, placeOf } = parsePackInfo(packText);
  faults.push(...infoFaults);
  if (!info) return undefined;
  const files = await folder.list(faults);

  for (const file of files) {
    const message = placeFault(file);
    if (message !== undefined) faults.push({ file, line: 0, message });
  }
  for (const [file, other] of sameFiles(files)) {
    const message = `On Windows and macOS this file and “${shorten(other, 100)}” are the same: rename one of them.`;
    faults.push({ file, line: 0, message });
  }

  const questions: QuestionSummary[] = [];
  const topics = new Set(info.topics.map((topic) => topic.id));
  for await (const { file, text } of folder.texts(files.filter(isQuestionFile), faults)) {
    const parsed = parseSummary(info.id, file, text);
    if (!parsed.summary) {
      faults.push(...parsed.faults);
      continue;
    }
    const message = topicFault(parsed.summary.topic, topics);
    if (message === undefined) questions.push(parsed.summary);
    else faults.push({ file, ...parsed.placeOf(['topic']), message });
  }

  const exercises: UsableExercise[] = [];
  for await (const parsed of readExercises(folder, info.id, files, faults)) {
    faults.push(...parsed.faults);
    const { exercise } = parsed;
    if (!exercise) continue;
    const message = topicFault(exercise.topic, topics);
    const file = `exercises/${exercise.id}/exercise.md`;
    if (message === undefined) exercises.push({ ...parsed, exercise });
    else faults.push({ file, ...parsed.placeOf(['topic']), message });
  }

  const quizzes: QuizFile[] = [];
  const snippets = new SnippetReader(folder, info.id);
  for await (const { file, text } of folder.texts(files.filter(isQuizFile), faults)) {
    const find = await snippets.forQuiz(text);
    const parsed = parseQuiz(info.id, file, text, find);
    faults.push(...parsed.faults);
    if (!parsed.quiz) continue;
    const { id } = parsed.quiz;
    const other = quizzes.find(({ quiz }) => quiz.id === id);
    if (!other) quizzes.push({ file, quiz: parsed.quiz });
    else {
      const message = `The quiz “${id}” is there already, in ${other.file}; this one is not read.`;
      faults.push({ file, line: 0, message });
    }
  }
  return { info, newer, idPlace: placeOf(['id']), questions, quizzes, exercises, files: new Set(files) };
}

/** What is wrong with the topic of a question or an exercise; undefined when it is one of the pack's. */
export function topicFault(topic: string, topics: ReadonlySet<string>): string | undefined {
  if (topics.has(topic)) return undefined;
  return `There is no topic “${shorten(topic, 60)}” in pack.yaml${didYouMean(topic, topics)}`;
}
