/** Reviews with a journal of 100,000 events: what is due, worked out for the first time and after one more rating. */
import type { JournalEntry } from '../../src/core/progress/journal.js';
import type { LearningEvent } from '../../src/core/progress/event.js';
import { reviewDays } from '../../src/core/review/days.js';
import { MemoryModel } from '../../src/core/review/memory.js';
import { ReviewFold } from '../../src/core/review/reviewFold.js';
import { Schedule } from '../../src/core/review/schedule.js';
import { medianRow, timesOf } from './statistics.js';
import type { Rows } from './statistics.js';

const events = 100_000;
/** About a year of five minutes each. */
const apart = 300_000;
const days = reviewDays((time) => -new Date(time).getTimezoneOffset());

export async function reviewRows(): Promise<Rows> {
  const entries = Array.from({ length: events }, (_, index) => entryOf(index));
  const model = new MemoryModel();
  const now = events * apart;
  let fold = new ReviewFold(days, model);
  const cold = await timesOf(7, () => {
    fold = new ReviewFold(days, model);
    for (const entry of entries) fold.apply(entry);
    return Promise.resolve(new Schedule(fold, 0.9).due(now));
  });
  let index = events;
  const warm = await timesOf(15, () => {
    index += 1;
    fold.apply(entryOf(index));
    return Promise.resolve(new Schedule(fold, 0.9).due(now));
  });
  return { 'review.dueCold': medianRow('ms', cold), 'review.dueWarm': medianRow('ms', warm) };
}

function entryOf(index: number): JournalEntry {
  return {
    id: `event-${index}`,
    clock: index * apart,
    time: index * apart,
    device: 'bench',
    event: eventOf(index),
  };
}

function eventOf(index: number): LearningEvent {
  const question = `question-${(index * 7) % 1000}`;
  if (index % 4 === 0) return { kind: 'read', question };
  if (index % 4 === 1)
    return { kind: 'rated', card: `question/${question}`, rating: index % 11 === 0 ? 1 : 3 };
  return {
    kind: 'answered',
    quiz: `quiz-${index % 20}`,
    item: `item-${index % 500}`,
    question,
    score: index % 10 === 0 ? 0 : 1,
  };
}
