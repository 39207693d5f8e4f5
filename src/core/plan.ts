/** What a learner has set out to do, and what that takes a day. */

export type Plan =
  | {
      readonly kind: 'interview';
      /** Id of a learning path. */
      readonly path: string;
      /** The day of the interview, as `2026-05-31`. */
      readonly date: string;
    }
  | { readonly kind: 'learn'; readonly path: string; readonly perDay: number }
  /** No path and no measure. */
  | { readonly kind: 'explore' };

const day = 86_400_000;

/** Whole days from one date to another, both as `2026-05-31`; 0 for the same day and for what is past. */
export function daysUntil(date: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(date) - Date.parse(today)) / day) || 0);
}

/** Questions to read today, so that a path is read in time; undefined for a plan without a measure. */
export function dailyMeasure(plan: Plan, unread: number, today: string): number | undefined {
  switch (plan.kind) {
    case 'interview':
      // The day itself is not for reading, unless it is all that is left.
      return Math.ceil(unread / Math.max(1, daysUntil(plan.date, today)));
    case 'learn':
      return Math.min(plan.perDay, unread);
    case 'explore':
      return undefined;
  }
}
