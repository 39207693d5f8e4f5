/** Goes at exercises in the journal: each is what was asked for and checked in it. */
import {
  applyExerciseChange,
  exerciseChangeSchema,
  exerciseSessionSchema,
  newExerciseSession,
} from '../../core/exercise/session.js';
import type { ExerciseChange, ExerciseSession } from '../../core/exercise/session.js';
import { qualified } from '../../core/pack/packId.js';
import type { KeptSession } from '../sessions/keptSession.js';
import { Sessions } from '../sessions/sessions.js';
import type { SessionJournal } from '../sessions/sessions.js';
import type { SessionType } from '../sessions/sessionType.js';

export type KeptExercise = KeptSession<ExerciseSession, ExerciseChange>;

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

  constructor(journal: SessionJournal) {
    this.sessions = new Sessions(journal, exerciseType);
  }

  /** The last go at an exercise, or the first; rejects with a sentence for the user when none can be stored. */
  async current(exercise: string): Promise<KeptExercise> {
    await this.sessions.refresh();
    const name = qualified(exercise);
    const last = this.sessions.stored().find((stored) => stored.name === name);
    const kept = last && this.sessions.open(last.id);
    if (kept) return kept;
    return this.sessions.begin({ id: crypto.randomUUID(), name, state: newExerciseSession });
  }
}
