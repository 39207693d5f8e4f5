/** A learner's history for tests, told event by event. */
import type { CardId, LearningEvent, Rating } from '../../../../src/core/progress/event.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import type { Confidence } from '../../../../src/core/quiz/answer.js';
import { msPerDay, reviewDays } from '../../../../src/core/review/days.js';
import { MemoryModel } from '../../../../src/core/review/memory.js';
import { ReviewFold } from '../../../../src/core/review/reviewFold.js';

/** Noon of a day, in UTC. */
export function noon(day: number, minutes = 0): number {
  return (20_000 + day) * msPerDay + 12 * 3_600_000 + minutes * 60_000;
}

export const utc = reviewDays(() => 0);

export function newFold(): ReviewFold {
  return new ReviewFold(utc, new MemoryModel());
}

let entries = 0;

export function entry(time: number, event: LearningEvent): JournalEntry {
  entries += 1;
  return { id: `entry-${entries}`, clock: time, time, device: 'test', event };
}

export function read(time: number, question: string): JournalEntry {
  return entry(time, { kind: 'read', question });
}

export function rated(time: number, card: CardId, rating: Rating): JournalEntry {
  return entry(time, { kind: 'rated', card, rating });
}

export function answered(
  time: number,
  item: string,
  score: number,
  confidence?: Confidence,
): JournalEntry {
  const answer = { kind: 'answered', quiz: 'quiz', item, question: 'gil', score } as const;
  return entry(time, confidence ? { ...answer, confidence } : answer);
}

export function foldOf(all: readonly JournalEntry[]): ReviewFold {
  const fold = newFold();
  for (const each of all) fold.apply(each);
  return fold;
}
