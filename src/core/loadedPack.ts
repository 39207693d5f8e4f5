/** A pack as it was loaded, whatever it was loaded from. */
import type { Rendered } from './markdown.js';
import type { Exercise, ExerciseSummary } from './pack/exercise.js';
import type { PackInfo, Question, QuestionSummary, Quiz } from './pack/pack.js';
import type { QuestionSearch } from './search.js';

/** What is known of a quiz before it is loaded. */
export interface QuizSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Number of items. */
  readonly size: number;
  /** Ids of the questions that its items are about. */
  readonly questions: readonly string[];
}

/** What a pack offers once loaded; bodies, quizzes and exercises are fetched when they are wanted. */
export interface LoadedPack {
  readonly info: PackInfo;
  /** Absolute path of the folder that the pack's pictures are in. */
  readonly root: string;
  readonly questions: readonly QuestionSummary[];
  readonly quizzes: readonly QuizSummary[];
  readonly exercises: readonly ExerciseSummary[];
  loadQuestion(id: string): Promise<Question>;
  render(id: string): Promise<Rendered>;
  loadQuiz(id: string): Promise<Quiz>;
  loadExercise(id: string): Promise<Exercise>;
  search(): Promise<Pick<QuestionSearch, 'find'>>;
}
