/** What the journal says of quizzes that were taken: how they ended, and how sure the learner was of what was wrong. */
import type { Fold, JournalEntry } from '../progress/journal.js';
import type { Confidence } from './answer.js';

export interface Attempt {
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  /** Points of `count`. */
  readonly score: number;
  readonly count: number;
}

/** Attempts at one quiz that are remembered. */
const most = 50;

export class Attempts implements Fold {
  private readonly past = new Map<string, Attempt[]>();
  private readonly sureness = new Map<string, Confidence>();

  apply({ event, time }: Pick<JournalEntry, 'event' | 'time'>): void {
    if (event.kind === 'quizFinished') {
      const { quiz, score, items } = event;
      const attempts = this.past.get(quiz) ?? [];
      this.past.set(quiz, attempts);
      attempts.push({
        finishedAt: time,
        score: Math.round(score * items * 100) / 100,
        count: items,
      });
      if (attempts.length > most) attempts.shift();
    } else if (event.kind === 'answered') {
      const key = `${event.quiz}/${event.item}`;
      if (event.score < 1 && event.confidence) this.sureness.set(key, event.confidence);
      else this.sureness.delete(key);
    }
  }

  /** The oldest first, of the name under which a quiz or a mix of several is kept. */
  of(name: string): readonly Attempt[] {
    return this.past.get(name) ?? [];
  }

  /** How sure the learner was when last wrong on an item, by `quiz/item`. */
  get surenessOfMissed(): ReadonlyMap<string, Confidence> {
    return this.sureness;
  }
}
