import type { CodeItem } from '../../core/pack/pack.js';
import type { Drafts } from '../sessions/drafts.js';
import type { Attempt } from '../../core/quiz/attempts.js';
import type { Checked } from '../../core/quiz/grade.js';
import type { SessionEntry } from '../../core/quiz/session.js';
import type { AnswerFile, Draft } from '../../protocol/quiz.js';
import type { QuizKnowledge } from './quizModel.js';

/** What the controller of a quiz needs from outside. */
export interface QuizDependencies extends QuizKnowledge {
  /** Undefined while the learner has not opened one. */
  file(entry: SessionEntry, item: CodeItem): Promise<AnswerFile | undefined>;
  now(): number;
  /** Something that nobody waits for did not work. */
  failed(error: unknown): void;
  /** What was begun, as it is shown, by the keys of the items. */
  readonly drafts: Pick<Drafts<Draft>, 'get' | 'keep'>;
  /** Of this quiz, the oldest first. */
  attempts(): readonly Attempt[];
  /** Resolves with the reason, a sentence for the user, when code cannot be run here. */
  check(item: CodeItem, code: string): Promise<Checked>;
  /** What code prints, errors included. Rejects with a sentence for the user when it cannot be run here. */
  run(item: CodeItem, code: string): Promise<string>;
}
