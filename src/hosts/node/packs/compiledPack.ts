/** The shipped pack as the build left it: an index for the tree, one file a question, a quiz and an exercise, the search made ready. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lazily } from '../../../app/lazily.js';
import type { LoadedPack, QuizSummary } from '../../../core/catalog.js';
import type { Rendered } from '../../../core/markdown.js';
import type { Exercise, ExerciseSummary } from '../../../core/pack/exercise.js';
import type { PackInfo, Question, QuestionSummary, Quiz } from '../../../core/pack/pack.js';
import type { QuestionSearch } from '../../../core/search.js';

interface PackIndex {
  readonly info: PackInfo;
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizSummary[];
  readonly exercises: readonly ExerciseSummary[];
}

interface CompiledQuestion {
  readonly question: Question;
  readonly rendered: Rendered;
}

/** Opens what `writeCompiledPack` wrote. The files are ours, so they are trusted as they are. */
export async function openCompiledPack(folder: string, root: string): Promise<LoadedPack> {
  const read = async <T>(...path: string[]): Promise<T> =>
    JSON.parse(await readFile(join(folder, ...path), 'utf8')) as T;
  const { info, questions, quizzes, exercises } = await read<PackIndex>('index.json');
  const known = new Set(questions.map((question) => question.id));
  // A panel asks for a question's text, its HTML and its colors: one reading serves them all.
  let last: { readonly id: string; readonly compiled: Promise<CompiledQuestion> } | undefined;
  const compiled = async (id: string): Promise<CompiledQuestion> => {
    if (!known.has(id)) throw new Error(`There is no question “${id}” in ${info.title}.`);
    if (last?.id !== id) last = { id, compiled: read<CompiledQuestion>('questions', `${id}.json`) };
    return last.compiled;
  };
  return {
    info,
    root,
    questions,
    quizzes,
    exercises,
    loadQuestion: async (id) => (await compiled(id)).question,
    render: async (id) => (await compiled(id)).rendered,
    loadQuiz: async (id) => {
      if (!quizzes.some((quiz) => quiz.id === id))
        throw new Error(`There is no quiz “${id}” in ${info.title}.`);
      return read<Quiz>('quizzes', `${id}.json`);
    },
    loadExercise: async (id) => {
      if (!exercises.some((exercise) => exercise.id === id))
        throw new Error(`There is no exercise “${id}” in ${info.title}.`);
      return read<Exercise>('exercises', `${id}.json`);
    },
    search: lazily(async (): Promise<QuestionSearch> => {
      const { QuestionSearch: Search } = await import('../../../core/search.js');
      return Search.deserialize(await readFile(join(folder, 'search.json'), 'utf8'));
    }),
  };
}

/** Writes a pack in the form that `openCompiledPack` reads. */
export async function writeCompiledPack(
  pack: Omit<LoadedPack, 'search'> & { search(): Promise<QuestionSearch> },
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'questions'), { recursive: true });
  await mkdir(join(folder, 'quizzes'), { recursive: true });
  await mkdir(join(folder, 'exercises'), { recursive: true });
  const write = (value: unknown, ...path: string[]): Promise<void> =>
    writeFile(join(folder, ...path), typeof value === 'string' ? value : JSON.stringify(value));
  const { info, questions, quizzes, exercises } = pack;
  const index: PackIndex = { info, questions, quizzes, exercises };
  await write(index, 'index.json');
  await write((await pack.search()).serialize(), 'search.json');
  for (const { id } of questions) {
    const compiled: CompiledQuestion = {
      question: await pack.loadQuestion(id),
      rendered: await pack.render(id),
    };
    await write(compiled, 'questions', `${id}.json`);
  }
  for (const { id } of quizzes) await write(await pack.loadQuiz(id), 'quizzes', `${id}.json`);
  for (const { id } of exercises)
    await write(await pack.loadExercise(id), 'exercises', `${id}.json`);
}
