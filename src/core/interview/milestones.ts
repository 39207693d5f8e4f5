/** What a clock has to say as it passes. */

export type Milestone = 'questionMinute' | 'questionOver' | 'interviewMinutes' | 'interviewOver';

export interface ClockReading {
  /** Milliseconds of answering: on the question that is asked, and in the whole interview. */
  readonly question: number;
  readonly whole: number;
}

/** Minutes before the end at which the interview says so. */
export const lastMinutes = 5;

/** The milestones passed between two readings, the most urgent last. */
export function milestonesBetween(
  before: ClockReading,
  after: ClockReading,
  { share, limit }: { readonly share: number; readonly limit: number },
): readonly Milestone[] {
  const passed = (from: number, to: number, mark: number): boolean => from < mark && to >= mark;
  const minute = 60_000;
  const long = limit >= 3 * lastMinutes * minute;
  return [
    ...(share >= 2 * minute && passed(before.question, after.question, share - minute)
      ? (['questionMinute'] as const)
      : []),
    ...(passed(before.question, after.question, share) ? (['questionOver'] as const) : []),
    ...(long && passed(before.whole, after.whole, limit - lastMinutes * minute)
      ? (['interviewMinutes'] as const)
      : []),
    ...(passed(before.whole, after.whole, limit) ? (['interviewOver'] as const) : []),
  ];
}
