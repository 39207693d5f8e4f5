import type { ExerciseSummary } from '../../core/pack/exercise.js';
import type { LearningPath, QuestionSummary, Topic } from '../../core/pack/pack.js';
import type { QuizSummary } from '../../core/catalog.js';

/** What the tree holds. Ids are stable, so that expansion survives a refresh. */
export type TopicNode =
  | { readonly kind: 'pack'; readonly id: string; readonly title: string }
  | { readonly kind: 'topic'; readonly id: string; readonly packId: string; readonly topic: Topic }
  | { readonly kind: 'path'; readonly id: string; readonly path: LearningPath }
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly parent: string;
      readonly question: QuestionSummary;
    }
  | { readonly kind: 'bookmarks'; readonly id: string }
  | { readonly kind: 'quizzes'; readonly id: string }
  | {
      readonly kind: 'quiz';
      readonly id: string;
      readonly parent: string;
      readonly quiz: QuizSummary;
      /** The topic beside whose questions it stands. */
      readonly topic?: Topic;
    }
  /** Those of a topic, below its questions. */
  | {
      readonly kind: 'exercises';
      readonly id: string;
      readonly parent: string;
      readonly exercises: readonly ExerciseSummary[];
    }
  | {
      readonly kind: 'exercise';
      readonly id: string;
      readonly parent: string;
      readonly exercise: ExerciseSummary;
    }
  /** Leads to the page of the day. */
  | { readonly kind: 'today'; readonly id: string }
  /** What is left out of the list, in words; a click shows it again. */
  | { readonly kind: 'notice'; readonly id: string; readonly about: 'query' | 'done' };

/** A topic or path: its row counts its questions. */
export type GroupNode = Extract<TopicNode, { kind: 'topic' | 'path' }>;

export const bookmarksId = 'bookmarks';
export const quizzesId = 'quizzes';
