/** The quizzes that were taken, as the journal has them, and beside each what is being answered. */
import type { Host } from '../host.js';
import { Drafts } from '../sessions/drafts.js';
import { fileName } from '../sessions/fileName.js';
import { quizType } from '../sessions/quizSessions.js';
import type { KeptQuiz } from '../sessions/quizSessions.js';
import { Sessions } from '../sessions/sessions.js';
import type { SessionJournal } from '../sessions/sessions.js';
import type { Followed } from '../../core/progress/journal.js';
import { Attempts } from '../../core/quiz/attempts.js';
import { quizSessionId } from '../../core/quiz/outcome.js';
import { attemptName } from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/session.js';
import { draftSchema } from '../../protocol/quiz.js';
import type { Draft } from '../../protocol/quiz.js';

/** One taking of a quiz. */
export interface TakenQuiz {
  readonly kept: KeptQuiz;
  readonly drafts: Drafts<Draft>;
  /** Of the files that the learner writes in it. */
  readonly folder: string;
}

export class QuizStore {
  private readonly sessions;
  private readonly past: Followed<Attempts>;

  constructor(
    private readonly folder: string,
    journal: SessionJournal,
    private readonly host: Pick<Host, 'files' | 'machine'>,
  ) {
    this.sessions = new Sessions(journal, quizType);
    this.past = journal.follow(() => new Attempts());
  }

  async begin(session: QuizSession): Promise<TakenQuiz> {
    const id = quizSessionId(session.id, attemptName(session));
    return this.taken(await this.sessions.begin({ id, name: session.id, state: session }));
  }

  /** Takes in what other windows have stored since. */
  refresh(): Promise<void> {
    return this.sessions.refresh();
  }

  /** The last taking of a quiz, or the one of that name. */
  async session(quiz: string, attempt = ''): Promise<TakenQuiz | undefined> {
    await this.refresh();
    const last = this.sessions.stored().find(({ name }) => name === quiz)?.id ?? '';
    const kept = this.sessions.open(quizSessionId(quiz, attempt)) ?? this.sessions.open(last);
    return kept && this.taken(kept);
  }

  /** The last taking of a quiz when something was answered or begun in it, and its end is not reached. */
  async begun(quiz: string): Promise<TakenQuiz | undefined> {
    const taken = await this.session(quiz);
    if (!taken || taken.kept.session.finished) return undefined;
    const isAnswered = taken.kept.session.entries.some(({ given }) => given);
    return isAnswered || (await taken.drafts.hasAny()) ? taken : undefined;
  }

  /** How takings ended, and what was missed. */
  get attempts(): Attempts {
    return this.past.value;
  }

  private taken(kept: KeptQuiz): TakenQuiz {
    const { machine, files } = this.host;
    const folder = machine.paths.join(
      this.folder,
      fileName(kept.session.id),
      attemptName(kept.session),
    );
    const drafts = new Drafts(files.texts(machine.paths.join(folder, 'drafts')), draftSchema);
    return { kept, folder, drafts };
  }
}
