/** One go at an exercise, as the journal keeps it, and what it comes to for the learner's history. */
import { applyExerciseChange, attemptOf } from '../../core/exercise/session.js';
import type { ExerciseChange, ExerciseSession } from '../../core/exercise/session.js';
import type { KeptSession } from '../sessions/keptSession.js';

export class Attempt {
  /** @param now milliseconds since 1970 */
  constructor(
    private readonly kept: KeptSession<ExerciseSession, ExerciseChange>,
    private readonly exercise: string,
    private readonly now: () => number,
  ) {}

  get id(): string {
    return this.kept.id;
  }

  get session(): ExerciseSession {
    return this.kept.session;
  }

  /** Resolves when it is stored; rejects with a sentence for the user when it cannot be. */
  async change(change: ExerciseChange): Promise<void> {
    const before = this.session;
    const after = applyExerciseChange(before, change);
    const event = attemptOf(this.exercise, before, after, this.now());
    const id = `${this.id}/${event?.passed === true ? 'passed' : 'looked'}`;
    await this.kept.write(after, event ? [{ id, event }] : []);
  }
}
