/** How much is remembered when it is asked again. */
import { gradeOf } from '../exercise/session.js';
import type { CardId, LearningEvent, Rating } from '../progress/event.js';
import type { Day } from './days.js';
import { weekOf } from './days.js';

/** Reviews of cards met on an earlier day, and how many of them were remembered. */
export interface Remembered {
  readonly reviewed: number;
  readonly remembered: number;
}

export interface WeekRemembered extends Remembered {
  /** Its Monday. */
  readonly week: Day;
}

/**
 * True retention, as Anki counts it: of each card only the first review of a day, and not the day on which it was
 * met. *Again* (1) is forgotten, everything else remembered.
 */
export class Retention {
  private readonly lastSeen = new Map<CardId, Day>();
  private readonly byDay = new Map<Day, { reviewed: number; remembered: number }>();

  apply(event: LearningEvent, day: Day): void {
    if (event.kind === 'answered') {
      const card: CardId = `item/${event.quiz}/${event.item}`;
      if (!this.lastSeen.has(card)) this.lastSeen.set(card, day);
    }
    const review = reviewOf(event);
    if (!review) return;
    const { card, rating } = review;
    const before = this.lastSeen.get(card);
    this.lastSeen.set(card, day);
    if (before === undefined || before >= day) return;
    const counts = this.byDay.get(day) ?? { reviewed: 0, remembered: 0 };
    counts.reviewed++;
    if (rating >= 2) counts.remembered++;
    this.byDay.set(day, counts);
  }

  /** All reviews from one day to another (both included). */
  between(first: Day, last: Day): Remembered {
    const total = { reviewed: 0, remembered: 0 };
    for (const [day, { reviewed, remembered }] of this.byDay) {
      if (day < first || day > last) continue;
      total.reviewed += reviewed;
      total.remembered += remembered;
    }
    return total;
  }

  /** The last weeks up to the one of today, in order, those without reviews too. */
  weeks(today: Day, count: number): readonly WeekRemembered[] {
    const latest = weekOf(today);
    return Array.from({ length: count }, (_, index) => {
      const week = latest - (count - 1 - index) * 7;
      return { week, ...this.between(week, week + 6) };
    });
  }
}

/** What a learner's own rating says of which card. */
function reviewOf(
  event: LearningEvent,
): { readonly card: CardId; readonly rating: Rating } | undefined {
  if (event.kind === 'rated') return event;
  if (event.kind !== 'attempted') return undefined;
  return { card: `exercise/${event.exercise}`, rating: gradeOf(event) };
}
