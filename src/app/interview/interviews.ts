/** Interviews in the journal: one at a time goes on in one window, and none loses a word. */
import * as v from 'valibot';
import {
  applyInterviewChange,
  interviewChanges,
  interviewChangeSchema,
  partsOfInterview,
} from '../../core/interview/sessionChange.js';
import type { InterviewChange } from '../../core/interview/sessionChange.js';
import { reopen } from '../../core/interview/session.js';
import type { InterviewSession } from '../../core/interview/session.js';
import { interviewSchema } from '../../core/interview/sessionSchema.js';
import type { NewEvent } from '../../core/progress/journal.js';
import type { Texts } from '../ports.js';
import { Drafts } from '../sessions/drafts.js';
import type { KeptSession } from '../sessions/keptSession.js';
import type { StoredSession } from '../sessions/sessionList.js';
import { Sessions } from '../sessions/sessions.js';
import type { SessionJournal } from '../sessions/sessions.js';
import type { SessionType } from '../sessions/sessionType.js';

export const interviewType: SessionType<InterviewSession, InterviewChange> = {
  kind: 'interview',
  start: interviewSchema,
  change: interviewChangeSchema,
  parts: partsOfInterview,
  changesBetween: interviewChanges,
  apply: applyInterviewChange,
  isPlace: () => false,
};

/** What was typed since the last change in the journal, and how long that took. */
const draftSchema = v.object({
  /** The entry of that change. */
  after: v.string(),
  changes: v.array(interviewChangeSchema),
});
type Draft = v.InferOutput<typeof draftSchema>;

export class Interviews {
  private readonly sessions: Sessions<InterviewSession, InterviewChange>;
  private readonly drafts: Drafts<Draft>;

  /** @param texts hold what is still being typed */
  constructor(journal: SessionJournal, texts: Texts) {
    this.sessions = new Sessions(journal, interviewType);
    this.drafts = new Drafts(texts, draftSchema);
  }

  async begin(state: InterviewSession): Promise<KeptInterview> {
    const kept = await this.sessions.begin({ id: state.id, name: '', state });
    return new KeptInterview(kept, this.drafts, state);
  }

  /** As it was when it was last stored, with the clock standing still; undefined when there is none. */
  async open(id: string): Promise<KeptInterview | undefined> {
    await this.sessions.refresh();
    const kept = this.sessions.open(id);
    if (!kept) return undefined;
    const draft = await this.drafts.get(id);
    // Written before that: another window went on since.
    const typed = draft?.after === kept.last ? draft.changes : [];
    const session = typed.reduce(applyInterviewChange, kept.session);
    return new KeptInterview(kept, this.drafts, reopen(session));
  }

  /** The newest that waits to be gone on with. */
  async unfinished(): Promise<KeptInterview | undefined> {
    await this.sessions.refresh();
    const begun = this.sessions.stored().find((session) => !isOver(session));
    return begun && this.open(begun.id);
  }
}

const finishedSchema = v.object({ kind: v.literal('finished') });

function isOver({ changes }: StoredSession): boolean {
  return changes.findLast(({ change }) => v.is(finishedSchema, change)) !== undefined;
}

/** An interview that goes on in this window. */
export class KeptInterview {
  constructor(
    private readonly kept: KeptSession<InterviewSession, InterviewChange>,
    private readonly drafts: Drafts<Draft>,
    private current: InterviewSession,
  ) {}

  /** With what was typed. */
  get session(): InterviewSession {
    return this.current;
  }

  /**
   * Resolves when the journal has it; rejects with a sentence for the user when it has not, or another window went on.
   *
   * @param beside what follows from it for the learner's history
   */
  async keep(next: InterviewSession, beside: readonly NewEvent[] = []): Promise<void> {
    await this.assertHere();
    await this.kept.write(next, beside);
    this.current = this.kept.session;
    // A draft that stays is known to be older.
    await this.drafts.keep(this.kept.id, undefined).catch(() => undefined);
  }

  /** The same for what is still being typed: a draft, while no other window has it. */
  async keepTyped(next: InterviewSession): Promise<void> {
    await this.assertHere();
    if (!this.kept.isHere) {
      await this.keep(next);
      return;
    }
    const changes = [...interviewChanges(this.kept.session, next)];
    try {
      await this.drafts.keep(this.kept.id, { after: this.kept.last, changes });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `What you wrote is kept here until it can be stored, which failed just now (${reason}).`,
        { cause: error },
      );
    }
    this.current = next;
  }

  private async assertHere(): Promise<void> {
    await this.kept.refresh();
    if (this.kept.isElsewhere)
      throw new Error(
        'This interview goes on in another window. Go on there, or close this one and start again.',
      );
  }
}
