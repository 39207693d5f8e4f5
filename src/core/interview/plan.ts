/** From what the learner chooses to which questions are asked and how long each may take. */
import * as v from 'valibot';
import type { Level } from '../pack/pack.js';
import type { ReadingState } from '../progress/progress.js';
import { numbers } from '../quiz/shuffle.js';
import { scopeEntries } from '../scope.js';
import type { Scope } from '../scope.js';

export const lengths = [15, 30, 45, 60] as const;
export const followUpChoices = [0, 1, 2, 4] as const;
const levelOrder: readonly Level[] = ['core', 'advanced', 'expert'];
/** Minutes of answering: a question in the round, and each of its follow-ups. */
const minutesFor = { question: 4, followUp: 1 } as const;

export interface Setup extends Scope {
  readonly length:
    | { readonly kind: 'minutes'; readonly minutes: (typeof lengths)[number] }
    | { readonly kind: 'questions'; readonly count: number };
  /** The most follow-ups to a question. */
  readonly followUps: (typeof followUpChoices)[number];
}

export const setupSchema: v.GenericSchema<unknown, Setup> = v.strictObject({
  length: v.variant('kind', [
    v.strictObject({ kind: v.literal('minutes'), minutes: v.picklist(lengths) }),
    v.strictObject({
      kind: v.literal('questions'),
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    }),
  ]),
  ...scopeEntries,
  followUps: v.picklist(followUpChoices),
});

export const firstSetup: Setup = {
  length: { kind: 'minutes', minutes: 30 },
  topics: [],
  levels: [],
  followUps: 2,
};

export interface Plan {
  readonly count: number;
  /** Minutes of answering for all questions. */
  readonly minutes: number;
}

/** How many questions fit; with fewer than that at hand, the interview is shorter. */
export function planOf({ length, followUps }: Setup, available: number): Plan {
  const each = minutesFor.question + followUps * minutesFor.followUp;
  const wanted =
    length.kind === 'questions' ? length.count : Math.max(1, Math.round(length.minutes / each));
  const count = Math.min(wanted, available);
  const whole = length.kind === 'minutes' && count === wanted;
  return { count, minutes: whole ? length.minutes : count * each };
}

export interface Candidate {
  readonly id: string;
  /** `pack/topic`. */
  readonly topic: string;
  readonly level: Level;
  readonly state: ReadingState;
  /** 0 to 1: how the learner rated the last answer to it. */
  readonly rated?: number | undefined;
  /** It was asked in the last interview. */
  readonly recent: boolean;
}

/**
 * Draws questions without replacement, the weak and unread ones more often; those of the last interview only when
 * no others are left. The result begins with the easier level, as an interviewer would.
 * Each candidate's key is u^(1/weight): Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006).
 */
export function drawQuestions(
  candidates: readonly Candidate[],
  count: number,
  seed: number,
): readonly string[] {
  const random = numbers(seed);
  return candidates
    .map((candidate) => ({ candidate, key: random() ** (1 / weightOf(candidate)) }))
    .sort((a, b) => Number(a.candidate.recent) - Number(b.candidate.recent) || b.key - a.key)
    .slice(0, count)
    .sort((a, b) => levelOrder.indexOf(a.candidate.level) - levelOrder.indexOf(b.candidate.level))
    .map(({ candidate }) => candidate.id);
}

function weightOf({ state, rated }: Candidate): number {
  const weights = { unread: 3, read: 2, mastered: 1 } as const;
  return rated === undefined ? weights[state] : 1 + 4 * (1 - rated);
}
