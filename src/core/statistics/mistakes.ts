/** Every quiz item that was ever missed, and whether it was right since. */
import type { LearningEvent } from '../progress/event.js';
import type { Day } from './days.js';

export interface Mistake {
  readonly quiz: string;
  readonly item: string;
  readonly question: string;
  /** How often it was not fully right. */
  readonly misses: number;
  /** The day on which it was last missed. */
  readonly missedOn: Day;
  /** Whether the last answer was right. */
  readonly isMended: boolean;
}

export class Mistakes {
  private readonly byItem = new Map<string, Mistake>();

  apply(event: LearningEvent, day: Day): void {
    if (event.kind !== 'answered') return;
    const { quiz, item, question, score } = event;
    const key = `${quiz}/${item}`;
    const known = this.byItem.get(key);
    if (score < 1)
      this.byItem.set(key, {
        quiz,
        item,
        question,
        misses: (known?.misses ?? 0) + 1,
        missedOn: day,
        isMended: false,
      });
    else if (known) this.byItem.set(key, { ...known, isMended: true });
  }

  /** Those that still stand first, the latest of each first. */
  all(): readonly Mistake[] {
    return [...this.byItem.values()].sort(
      (one, other) =>
        Number(one.isMended) - Number(other.isMended) ||
        other.missedOn - one.missedOn ||
        (`${one.quiz}/${one.item}` < `${other.quiz}/${other.item}` ? -1 : 1),
    );
  }
}
