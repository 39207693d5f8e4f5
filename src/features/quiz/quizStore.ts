/** What is kept of quizzes: the session of each, its past attempts, and how sure the learner was of what was missed. */
import type { Memento } from 'vscode';
import * as v from 'valibot';
import { confidenceSchema } from '../../core/quiz/answer.js';
import type { Confidence } from '../../core/quiz/answer.js';
import { sessionSchema } from '../../core/quiz/sessionSchema.js';
import type { QuizSession } from '../../core/quiz/sessionSchema.js';
import { Stored } from '../../platform/stored.js';

const attemptSchema = v.object({ finishedAt: v.number(), score: v.number(), count: v.number() });
export type Attempt = v.InferOutput<typeof attemptSchema>;

const attemptsKept = 50;

export class QuizStore {
  private readonly sureness: Stored<Record<string, Confidence>>;

  constructor(private readonly memento: Memento) {
    const schema = v.record(v.string(), confidenceSchema);
    this.sureness = new Stored<Record<string, Confidence>>(memento, 'quiz.sureness', schema, {});
  }

  session(id: string): QuizSession | undefined {
    return this.sessionOf(id).get();
  }

  async saveSession(session: QuizSession): Promise<void> {
    await this.sessionOf(session.id).set(session);
  }

  attempts(id: string): readonly Attempt[] {
    return this.attemptsOf(id).get();
  }

  async addAttempt(id: string, attempt: Attempt): Promise<void> {
    await this.attemptsOf(id).set([...this.attempts(id), attempt].slice(-attemptsKept));
  }

  /** How sure the learner was when last wrong on an item, by `quiz/item`. */
  surenessOfMissed(): Readonly<Record<string, Confidence>> {
    return this.sureness.get();
  }

  async noteSureness(key: string, missed: boolean, sure: Confidence | undefined): Promise<void> {
    const { [key]: _, ...rest } = this.sureness.get();
    await this.sureness.set(missed && sure ? { ...rest, [key]: sure } : rest);
  }

  private sessionOf(id: string): Stored<QuizSession | undefined> {
    return new Stored<QuizSession | undefined>(
      this.memento,
      `quiz.session.${id}`,
      sessionSchema,
      undefined,
    );
  }

  private attemptsOf(id: string): Stored<Attempt[]> {
    return new Stored<Attempt[]>(this.memento, `quiz.attempts.${id}`, v.array(attemptSchema), []);
  }
}
