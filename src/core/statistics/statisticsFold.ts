import type { Fold, JournalEntry } from '../progress/journal.js';
import { Activity } from './activity.js';
import type { DayOf } from './days.js';
import { Mistakes } from './mistakes.js';
import { Results } from './results.js';
import { Retention } from './retention.js';
import { Strengths } from './weakness.js';

/** All figures that follow from the journal alone, taken in one pass. */
export class StatisticsFold implements Fold {
  readonly activity = new Activity();
  readonly retention = new Retention();
  readonly strengths = new Strengths();
  readonly mistakes = new Mistakes();
  readonly results = new Results();

  constructor(private readonly dayOf: DayOf) {}

  apply({ event, time, zone }: Pick<JournalEntry, 'event' | 'time' | 'zone'>): void {
    const day = this.dayOf(time, zone);
    this.activity.apply(event, day);
    this.retention.apply(event, day);
    this.strengths.apply(event, day);
    this.mistakes.apply(event, day);
    this.results.apply(event, day);
  }
}
