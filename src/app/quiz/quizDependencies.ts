import type { CodeItem } from '../../core/pack/pack.js';
import type { LearningEvent } from '../../core/progress/event.js';
import type { Confidence } from '../../core/quiz/answer.js';
import type { Checked } from '../../core/quiz/grade.js';
import type { SessionEntry } from '../../core/quiz/session.js';
import type { AnswerFile } from '../../protocol/quiz.js';
import type { QuizKnowledge } from './quizModel.js';
import type { Attempt } from '../../features/quiz/quizStore.js';

/** What the controller of a quiz needs from outside. */
export interface QuizDependencies extends QuizKnowledge {
  /** Undefined while the learner has not opened one. */
  file(entry: SessionEntry, item: CodeItem): Promise<AnswerFile | undefined>;
  now(): number;
  /** Something that nobody waits for did not work. */
  failed(error: unknown): void;
  record(event: LearningEvent): Promise<void>;
  attempts(): readonly Attempt[];
  addAttempt(attempt: Attempt): Promise<void>;
  noteSureness(key: string, missed: boolean, sure: Confidence | undefined): Promise<void>;
  /** Resolves with the reason, a sentence for the user, when code cannot be run here. */
  check(item: CodeItem, code: string): Promise<Checked>;
}
