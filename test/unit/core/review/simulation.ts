/** A learner who forgets by the FSRS curve with a memory of their own, and does their reviews for a year. */
import type { CardId, Rating } from '../../../../src/core/progress/event.js';
import { numbers } from '../../../../src/core/quiz/shuffle.js';
import type { Memory } from '../../../../src/core/review/memory.js';
import { MemoryModel } from '../../../../src/core/review/memory.js';
import { reviewQueue } from '../../../../src/core/review/queue.js';
import { Schedule } from '../../../../src/core/review/schedule.js';
import { newFold, noon, rated, read, utc } from './cards.js';

export interface Habits {
  readonly seed: number;
  readonly days: number;
  readonly desiredRetention: number;
  readonly cards: number;
  readonly reviewsPerDay: number;
  /** Days on which nothing is done: from the first up to the second. */
  readonly away?: readonly [number, number];
}

export interface SimulatedDay {
  readonly day: number;
  readonly asked: number;
  /** Reviews of cards that were met on an earlier day. */
  readonly reviewed: number;
  readonly remembered: number;
  readonly behind: boolean;
}

interface TrueMemory extends Memory {
  readonly day: number;
}

/** How far the learner's stability strays from the model's with each review: the deviation of its logarithm. */
const strayed = 0.2;

export function simulate(habits: Habits): readonly SimulatedDay[] {
  const random = numbers(habits.seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const model = new MemoryModel();
  const fold = newFold();
  const schedule = new Schedule(fold, habits.desiredRetention);
  const learner = new Map<CardId, TrueMemory>();

  const ask = (id: CardId, day: number): { rating: Rating; met: boolean } => {
    const known = learner.get(id);
    const elapsed = known ? day - known.day : 0;
    const recalled = random() < (known ? model.recall(known, elapsed) : 0.7);
    const luck = random();
    const rating: Rating = !recalled ? 1 : luck < 0.15 ? 2 : luck < 0.9 ? 3 : 4;
    const next = model.next(known, elapsed, rating);
    const stability = next.stability * Math.exp(strayed * normal());
    learner.set(id, { difficulty: next.difficulty, stability, day });
    return { rating, met: known !== undefined && elapsed > 0 };
  };

  return Array.from({ length: habits.days }, (_, day): SimulatedDay => {
    const perDay = Math.ceil(habits.cards / 60); // Everything is read in two months.
    for (let each = day * perDay; each < Math.min(habits.cards, (day + 1) * perDay); each += 1)
      fold.apply(read(noon(day, -60), `q${each}`));
    const isAway = habits.away && day >= habits.away[0] && day < habits.away[1];
    let asked = 0;
    let reviewed = 0;
    let remembered = 0;
    let behind = false;
    for (let minutes = 0; !isAway; minutes += 1) {
      const now = noon(day, minutes);
      const today = utc.dayOf(now);
      const queue = reviewQueue({
        due: schedule.due(now),
        forecast: schedule.forecast(now, 30),
        today,
        now,
        done: schedule.ratedOn(today),
        newPerDay: 10,
        reviewsPerDay: habits.reviewsPerDay,
        topicOf: ({ card }) => card.question.slice(-1),
      });
      behind ||= queue.caughtUpOn !== undefined;
      const next = queue.cards[0];
      if (!next) break;
      asked += 1;
      const { rating, met } = ask(next.card.id, day);
      if (met) reviewed += 1;
      if (met && rating > 1) remembered += 1;
      fold.apply(rated(now, next.card.id, rating));
    }
    return { day, asked, reviewed, remembered, behind };
  });
}

/** The share of reviews that was remembered. */
export function retentionOf(days: readonly SimulatedDay[]): number {
  const reviewed = days.reduce((sum, day) => sum + day.reviewed, 0);
  return days.reduce((sum, day) => sum + day.remembered, 0) / reviewed;
}
