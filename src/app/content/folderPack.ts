/** A pack read from its folder: summaries at once, the rest when it is asked for. */
import type { LoadedPack, QuizSummary } from '../../core/catalog.js';
import { renderDocument } from '../../core/markdown.js';
import type { Rendered } from '../../core/markdown.js';
import { checkExercise, checkInfo, checkQuestion, checkQuiz } from '../../core/pack/checkPack.js';
import type { PackContents } from '../../core/pack/checkText.js';
import { boundFaults } from '../../core/pack/faults.js';
import { idOfFile } from '../../core/pack/filePlaces.js';
import { splitFrontMatter } from '../../core/pack/frontMatter.js';
import type { Fault, PackInfo, Place, Question, QuestionSummary, Quiz } from '../../core/pack/pack.js';
import { parsePackInfo } from '../../core/pack/parsePack.js';
import { parseQuestion } from '../../core/pack/parseQuestion.js';
import { parseQuiz } from '../../core/pack/parseQuiz.js';
import type { ParsedQuiz } from '../../core/pack/parseQuiz.js';
import { prerequisiteCircles } from '../../core/pack/prerequisiteCircles.js';
import type { Prerequisites } from '../../core/pack/prerequisiteCircles.js';
import { settleSections } from '../../core/pack/sectionLinks.js';
import type { PossibleFault } from '../../core/pack/sectionLinks.js';
import { QuestionSearch } from '../../core/search.js';
import { searchText } from '../../core/searchText.js';
import { faultOf } from './packFiles.js';
import type { OpenPackFiles, PackFiles } from './packFiles.js';
import { questionFile, SnippetReader } from './snippetReader.js';
import { load } from './loadPack.js';
import type { Loaded, QuizFile, UsableExercise } from './loadPack.js';
import type { Exercise, ExerciseSummary } from '../../core/pack/exercise.js';

/** A quiz with what its author proves it by, and where its parts stand. */
export type AuthoredQuiz = Omit<ParsedQuiz, 'quiz'> & QuizFile;

export class FolderPack implements LoadedPack {
  readonly info: PackInfo;
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizSummary[];
  readonly exercises: readonly ExerciseSummary[];
  private searching: Promise<QuestionSearch> | undefined;
  /** A page asks for a question's text, its HTML and its colors: one reading serves them all. */
  private last: { readonly id: string; readonly question: Promise<Question> } | undefined;
  private lastRendered: { readonly question: Question; readonly rendered: Rendered } | undefined;

  private constructor(
    readonly root: string,
    private readonly folder: PackFiles,
    private readonly loaded: Loaded,
    /** What was found wrong while loading; `check` finds the rest. */
    private readonly faults: readonly Fault[],
  ) {
    this.info = loaded.info;
    this.questions = loaded.questions;
    this.quizzes = loaded.quizzes.map(({ quiz }) => summarize(quiz));
    this.exercises = loaded.exercises.map(({ exercise }) => summarizeExercise(exercise));
  }

  /**
   * Reads a pack; without a usable pack.yaml there is none, only faults. Never rejects: what cannot be read is a fault
   * at its file, and costs only what is in it.
   */
  static async read(
    root: string,
    open: OpenPackFiles,
  ): Promise<{ readonly pack?: FolderPack; readonly faults: readonly Fault[] }> {
    const faults: Fault[] = [];
    try {
      const folder = await open(root);
      const loaded = await load(folder, faults);
      if (loaded) return { pack: new FolderPack(root, folder, loaded, faults), faults };
    } catch (error) {
      faults.push(faultOf('pack.yaml', error));
    }
    return { faults: boundFaults(faults) };
  }

  /** Rejects with a sentence for the user when its file cannot be read. */
  loadQuestion(id: string): Promise<Question> {
    if (this.last?.id === id) return this.last.question;
    const question = this.readQuestion(id);
    this.last = { id, question };
    // What could not be read is tried again.
    question.catch(() => (this.last = undefined));
    return question;
  }

  async render(id: string): Promise<Rendered> {
    const question = await this.loadQuestion(id);
    if (this.lastRendered?.question !== question)
      this.lastRendered = { question, rendered: renderDocument(question.body) };
    return this.lastRendered.rendered;
  }

  private async readQuestion(id: string): Promise<Question> {
    const file = questionFile(id);
    const text = await this.folder.read(file);
    if (text === undefined) throw new Error(`“${file}” is no longer there.`);
    const { question, faults } = parseQuestion(this.info.id, file, text);
    if (!question)
      throw new Error(`“${file}” cannot be read: ${faults[0]?.message ?? 'it is damaged.'}`);
    return question;
  }

  /** Where pack.yaml says its id. */
  get idPlace(): Place {
    return this.loaded.idPlace;
  }

  /** Paths of its files. */
  get files(): ReadonlySet<string> {
    return this.loaded.files;
  }

  /** As `PackFiles` reads a text and several. */
  get texts(): Pick<PackFiles, 'read' | 'texts'> {
    return this.folder;
  }

  loadQuiz(id: string): Promise<Quiz> {
    const found = this.loaded.quizzes.find(({ quiz }) => quiz.id === id);
    return found
      ? Promise.resolve(found.quiz)
      : Promise.reject(new Error(`There is no quiz “${id}” in ${this.info.title}.`));
  }

  loadExercise(id: string): Promise<Exercise> {
    const found = this.usableExercises.find(({ exercise }) => exercise.id === id);
    return found
      ? Promise.resolve(found.exercise)
      : Promise.reject(new Error(`There is no exercise “${id}” in ${this.info.title}.`));
  }

  /** With what their authors gave to prove them by. */
  get usableExercises(): readonly UsableExercise[] {
    return this.loaded.exercises;
  }

  search(): Promise<QuestionSearch> {
    this.searching ??= this.buildSearch();
    return this.searching;
  }

  /** Everything that is wrong with the pack, found by reading all of it. Yields to the event loop as it goes. */
  async check(signal?: AbortSignal): Promise<readonly Fault[]> {
    const { folder, info, loaded } = this;
    if (loaded.newer) return [loaded.newer];
    const faults: PossibleFault[] = [...this.faults];
    const contents: PackContents = {
      questions: new Set(this.questions.map(({ id }) => id)),
      files: loaded.files,
    };
    // What could not be read, or not be understood, was told when the pack was loaded.
    const topics = new Set([...this.questions, ...this.exercises].map(({ topic }) => topic));
    for await (const { text } of folder.texts(['pack.yaml'], []))
      faults.push(...checkInfo(parsePackInfo(text), contents, topics));
    for await (const quiz of this.authoredQuizzes()) {
      if (signal?.aborted === true) break;
      faults.push(...checkQuiz(quiz.file, quiz, contents));
    }
    for (const parsed of loaded.exercises) faults.push(...checkExercise(parsed, contents));
    const order: Prerequisites[] = [];
    for await (const { file, text } of folder.texts(this.questionFiles(), [])) {
      if (signal?.aborted === true) break;
      const parsed = parseQuestion(info.id, file, text);
      faults.push(...parsed.faults, ...checkQuestion(file, parsed, contents));
      const { id, prerequisites = [] } = parsed.question ?? {};
      const places = prerequisites.map((_, at) => parsed.placeOf(['prerequisites', at]));
      if (id !== undefined) order.push({ id, prerequisites, file, places });
    }
    faults.push(...prerequisiteCircles(order));
    return boundFaults(await settleSections(faults, (id) => this.bodyOf(id)));
  }

  private async bodyOf(id: string): Promise<string | undefined> {
    const text = await this.folder.read(questionFile(id)).catch(() => undefined);
    return text === undefined ? undefined : splitFrontMatter(text)?.body;
  }

  /** The quizzes that can be read, as they now are. */
  async *authoredQuizzes(): AsyncGenerator<AuthoredQuiz> {
    const { folder, info, loaded } = this;
    const files = loaded.quizzes.map(({ file }) => file);
    const snippets = new SnippetReader(folder, info.id);
    for await (const { file, text } of folder.texts(files, [])) {
      const { quiz, ...parsed } = parseQuiz(info.id, file, text, await snippets.forQuiz(text));
      if (quiz) yield { ...parsed, file, quiz };
    }
  }

  /** The questions that can be read whole, as they now are. */
  async readableQuestions(): Promise<readonly Question[]> {
    const questions: Question[] = [];
    for await (const { file, text } of this.folder.texts(this.questionFiles(), [])) {
      const { question } = parseQuestion(this.info.id, file, text);
      if (question) questions.push(question);
    }
    return questions;
  }

  private questionFiles(): readonly string[] {
    return this.questions.map(({ id }) => questionFile(id));
  }

  private async buildSearch(): Promise<QuestionSearch> {
    const summaries = new Map(this.questions.map((question) => [question.id, question]));
    const documents = [];
    for await (const { file, text } of this.folder.texts(this.questionFiles(), [])) {
      const summary = summaries.get(idOfFile(file));
      if (!summary) continue;
      documents.push({
        id: summary.id,
        title: summary.title,
        tags: summary.tags.join(' '),
        text: searchText(splitFrontMatter(text)?.body ?? text),
      });
    }
    return QuestionSearch.build(documents);
  }
}

export function summarize(quiz: Quiz): QuizSummary {
  return {
    id: quiz.id,
    title: quiz.title,
    description: quiz.description,
    size: quiz.items.length,
    questions: [...new Set(quiz.items.map((item) => item.question))],
  };
}

function summarizeExercise(exercise: Exercise): ExerciseSummary {
  const { id, packId, topic, title, short, order, level, tags, minutes } = exercise;
  const shorter = short === undefined ? {} : { short };
  return { id, packId, topic, title, ...shorter, order, level, tags, minutes };
}
