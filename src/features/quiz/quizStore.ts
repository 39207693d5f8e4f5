/** The quizzes that were taken, as the journal has them, and beside each what is being answered. Knows no VS Code. */
import { join } from 'node:path';
import { Drafts } from '../../app/sessions/drafts.js';
import { fileName } from '../../app/sessions/fileName.js';
import { quizType } from '../../app/sessions/quizSessions.js';
import type { KeptQuiz } from '../../app/sessions/quizSessions.js';
import { Sessions } from '../../app/sessions/sessions.js';
import type { SessionJournal } from '../../app/sessions/sessions.js';
import type { Followed } from '../../core/progress/journal.js';
import { Attempts } from '../../core/quiz/attempts.js';
import { quizSessionId } from '../../core/quiz/outcome.js';
import { attemptName } from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/session.js';
import { TextFolder } from '../../hosts/node/files/textFolder.js';
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

  /** How takings ended, and what was missed. */
  get attempts(): Attempts {
    return this.past.value;
  }

  private taken(kept: KeptQuiz): TakenQuiz {
    const folder = join(this.folder, fileName(kept.session.id), attemptName(kept.session));
    return {
      kept,
      folder,
      drafts: new Drafts(new TextFolder(join(folder, 'drafts')), draftSchema),
    };
  }
}
