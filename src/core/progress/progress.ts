/** How far the learner is: what follows from the journal for the tree and the pages. */
import type { LearningEvent } from './event.js';
import type { Fold, Journal, JournalEntry } from './journal.js';

export type ReadingState = 'unread' | 'read' | 'mastered';

/** Progress as most features see it. */
export interface Progress {
  state(questionId: string): ReadingState;
  /** The last score (0 to 1) of each item of a quiz that was answered. */
  scores(quizId: string): ReadonlyMap<string, number>;
  /** Resolves when the event is stored for good; rejects with a sentence for the user. */
  record(event: LearningEvent): Promise<void>;
  /** Fires with the ids of the questions whose state may have changed. */
  readonly onDidChange: (listener: (questionIds: readonly string[]) => void) => { dispose(): void };
}

/** The state that events lead to: a question is mastered when it was read and every item met on it was last answered rightly. */
export class ProgressFold implements Fold {
  private readonly read = new Set<string>();
  private readonly items = new Map<string, Map<string, number>>();
  private readonly quizzes = new Map<string, Map<string, number>>();

  apply({ event }: Pick<JournalEntry, 'event'>): void {
    switch (event.kind) {
      case 'read':
        this.read.add(event.question);
        break;
      case 'unread':
        this.read.delete(event.question);
        break;
      case 'answered':
        put(this.items, event.question, `${event.quiz}/${event.item}`, event.score);
        put(this.quizzes, event.quiz, event.item, event.score);
        break;
      default: // Other events say nothing of how far a question was read.
        break;
    }
  }

  state(questionId: string): ReadingState {
    if (!this.read.has(questionId)) return 'unread';
    const scores = this.items.get(questionId);
    if (!scores || scores.size === 0) return 'read';
    return [...scores.values()].every((score) => score >= 1) ? 'mastered' : 'read';
  }

  scores(quizId: string): ReadonlyMap<string, number> {
    return this.quizzes.get(quizId) ?? new Map<string, number>();
  }
}

/** Progress as a fold over the journal. */
export function progressOf(journal: Journal): Progress {
  const fold = journal.follow(() => new ProgressFold());
  return {
    state: (questionId) => fold.value.state(questionId),
    scores: (quizId) => fold.value.scores(quizId),
    record: async (event) => {
      await journal.record(event);
    },
    onDidChange: (listener) =>
      journal.onDidChange((entries) => {
        const touched = entries.flatMap(({ event }) =>
          'question' in event ? [event.question] : [],
        );
        if (touched.length > 0) listener([...new Set(touched)]);
      }),
  };
}

function put(
  table: Map<string, Map<string, number>>,
  key: string,
  inner: string,
  score: number,
): void {
  const scores = table.get(key);
  if (scores) scores.set(inner, score);
  else table.set(key, new Map([[inner, score]]));
}
