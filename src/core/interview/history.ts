/** What the journal says of past interviews: what was asked last, and how each question went. */
import type { LearningEvent } from '../progress/event.js';
import type { Fold, JournalEntry } from '../progress/journal.js';

export type Interviewed = Extract<LearningEvent, { readonly kind: 'interviewed' }>;

export class InterviewHistory implements Fold {
  private readonly ratings = new Map<string, number>();
  private last: Interviewed | undefined;

  apply({ event }: Pick<JournalEntry, 'event'>): void {
    if (event.kind !== 'interviewed') return;
    this.last = event;
    for (const { question, points } of event.questions) {
      const sum = points.reduce((total, { rating }) => total + rating, 0);
      if (points.length > 0) this.ratings.set(question, sum / (2 * points.length));
    }
  }

  wasAskedLast(question: string): boolean {
    return this.last?.questions.some((asked) => asked.question === question) ?? false;
  }

  /** 0 to 1: the learner's own rating of the last answer to the question. */
  rating(question: string): number | undefined {
    return this.ratings.get(question);
  }
}
