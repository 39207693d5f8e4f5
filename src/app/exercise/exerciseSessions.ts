/** Goes at exercises in the journal: each is what was asked for and checked in it. */
import {
  applyExerciseChange,
  exerciseChangeSchema,
  exerciseSessionSchema,
  newExerciseSession,
} from '../../core/exercise/session.js';
import type { ExerciseChange, ExerciseSession } from '../../core/exercise/session.js';
import { qualified } from '../../core/pack/packId.js';
import { Sessions } from '../sessions/sessions.js';
import type { SessionJournal } from '../sessions/sessions.js';
import type { SessionType } from '../sessions/sessionType.js';
import { Attempt } from './attempt.js';

export const exerciseType: SessionType<ExerciseSession, ExerciseChange> = {
  kind: 'exercise',
  start: exerciseSessionSchema,
  change: exerciseChangeSchema,
  parts: (start) => ({ start, more: [] }),
  changesBetween: (before, after) => [
    ...(after.hints > before.hints ? [{ kind: 'hinted', hints: after.hints } as const] : []),
    ...(after.looked && !before.looked ? [{ kind: 'looked' } as const] : []),
    ...(after.checks > before.checks
      ? [{ kind: 'checked', passed: after.passed && !before.passed } as const]
      : []),
  ],
  apply: applyExerciseChange,
  isPlace: () => false,
};

export class ExerciseSessions {
  private readonly sessions: Sessions<ExerciseSession, ExerciseChange>;

  constructor(
    journal: SessionJournal,
    private readonly now: () => number,
  ) {
    this.sessions = new Sessions(journal, exerciseType);
  }

  /** The last go at an exercise, or the first; rejects with a sentence for the user when none can be stored. */
  async current(exercise: string): Promise<Attempt> {
    await this.sessions.refresh();
    const name = qualified(exercise);
    const last = this.sessions.stored().find((stored) => stored.name === name);
    const kept = last && this.sessions.open(last.id);
    return kept ? new Attempt(kept, exercise, this.now) : this.begin(exercise);
  }

  /** A new go at it, after the last one; the last one itself while nothing has happened in it. */
  async again(exercise: string): Promise<Attempt> {
    const last = await this.current(exercise);
    const { checks, hints, looked } = last.session;
    return checks > 0 || hints > 0 || looked ? this.begin(exercise) : last;
  }

  private async begin(exercise: string): Promise<Attempt> {
    const state = { ...newExerciseSession, begunAt: this.now() };
    const begun = { id: crypto.randomUUID(), name: qualified(exercise), state };
    return new Attempt(await this.sessions.begin(begun), exercise, this.now);
  }
}
