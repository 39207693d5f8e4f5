/** A pack as the catalog holds it: each of its ids is one that no other pack has. */
import type { LoadedPack, QuizSummary } from './loadedPack.js';
import type { Rendered } from './markdown.js';
import type { Exercise, ExerciseSummary } from './pack/exercise.js';
import type { LearningPath, PackInfo, Question, QuestionSummary, Quiz } from './pack/pack.js';
import { idIn, shippedPack } from './pack/packId.js';
import type { QuestionSearch } from './search.js';

/** Ids of the pack that ships are what they are; within any other, short ids are its own questions' first. */
export function packInCatalog(pack: LoadedPack): LoadedPack {
  return pack.info.id === shippedPack ? pack : new CatalogPack(pack);
}

class CatalogPack implements LoadedPack {
  readonly info: PackInfo;
  readonly root: string;
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizSummary[];
  readonly exercises: readonly ExerciseSummary[];
  private readonly own: ReadonlySet<string>;

  constructor(private readonly pack: LoadedPack) {
    const { info, questions, quizzes, exercises, root } = pack;
    this.own = new Set(questions.map(({ id }) => id));
    this.root = root;
    this.info = { ...info, paths: info.paths.map((path) => this.pathOf(path)) };
    this.questions = questions.map((question) => ({ ...question, id: this.idOf(question.id) }));
    this.exercises = exercises.map((exercise) => ({ ...exercise, id: this.idOf(exercise.id) }));
    this.quizzes = quizzes.map((quiz) => ({
      ...quiz,
      id: this.idOf(quiz.id),
      questions: this.resolved(quiz.questions),
    }));
  }

  async loadQuestion(id: string): Promise<Question> {
    const question = await this.pack.loadQuestion(this.shortOf(id));
    const { related, prerequisites } = question;
    return {
      ...question,
      id,
      related: this.resolved(related),
      prerequisites: this.resolved(prerequisites),
    };
  }

  async render(id: string): Promise<Rendered> {
    const rendered = await this.pack.render(this.shortOf(id));
    const html = rendered.html.replace(
      /( data-question=")([^"]*)"/g,
      (_, start: string, link: string) => `${start}${this.resolve(link)}"`,
    );
    return { ...rendered, html };
  }

  async loadQuiz(id: string): Promise<Quiz> {
    const quiz = await this.pack.loadQuiz(this.shortOf(id));
    const items = quiz.items.map((item) => ({ ...item, question: this.resolve(item.question) }));
    return { ...quiz, id, items };
  }

  async loadExercise(id: string): Promise<Exercise> {
    const exercise = await this.pack.loadExercise(this.shortOf(id));
    const { related, prerequisites } = exercise;
    return {
      ...exercise,
      id,
      related: this.resolved(related),
      prerequisites: this.resolved(prerequisites),
    };
  }

  async search(): Promise<Pick<QuestionSearch, 'find'>> {
    const search = await this.pack.search();
    return { find: (query) => search.find(query).map((id) => this.idOf(id)) };
  }

  private pathOf(path: LearningPath): LearningPath {
    return { ...path, questions: this.resolved(path.questions) };
  }

  private resolved(ids: readonly string[]): readonly string[] {
    return ids.map((id) => this.resolve(id));
  }

  /** A question of the pack itself, or else of the one that ships. */
  private resolve(id: string): string {
    return this.own.has(id) ? this.idOf(id) : id;
  }

  private idOf(id: string): string {
    return idIn(this.pack.info.id, id);
  }

  private shortOf(id: string): string {
    return id.slice(this.pack.info.id.length + 1);
  }
}
