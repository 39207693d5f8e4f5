/** What the learner has done, one event at a time, and what follows from it. */

export interface QuizAnswered {
  readonly kind: 'answered';
  readonly quiz: string;
  readonly item: string;
  /** The question that teaches the item. */
  readonly question: string;
  /** 0 to 1. */
  readonly score: number;
}

export type LearningEvent =
  | { readonly kind: 'opened'; readonly question: string }
  | { readonly kind: 'read'; readonly question: string }
  | { readonly kind: 'unread'; readonly question: string }
  | QuizAnswered
  | {
      readonly kind: 'quizFinished';
      readonly quiz: string;
      readonly score: number;
      readonly items: number;
    };

export type ReadingState = 'unread' | 'read' | 'mastered';

/** Progress as features see it; how and where it is kept is nobody's business. */
export interface Progress {
  state(questionId: string): ReadingState;
  /** The last score (0 to 1) of each item of a quiz that was answered. */
  scores(quizId: string): ReadonlyMap<string, number>;
  /** Resolves when the event is stored for good. */
  record(event: LearningEvent): Promise<void>;
  /** Fires with the ids of the questions whose state may have changed. */
  readonly onDidChange: (listener: (questionIds: readonly string[]) => void) => { dispose(): void };
}

/** The state that events lead to: a question is mastered when it was read and every item met on it was last answered rightly. */
export class ProgressFold {
  private readonly read = new Set<string>();
  private readonly items = new Map<string, Map<string, number>>();
  private readonly quizzes = new Map<string, Map<string, number>>();

  apply(event: LearningEvent): void {
    switch (event.kind) {
      case 'opened':
      case 'quizFinished':
        break;
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
