/** What checking a pack tells: what was looked at, and what is wrong. */
import type { Fault } from '../../core/pack/pack.js';

/** The rules that every pack is checked by, and what each says. Their names are lasting: reports are filtered by them. */
export const rules = {
  format: 'A file of the pack is what the format says.',
  snippet: 'A snippet ends as its author says, and prints what is expected.',
  answer: 'What a quiz gives as the output of a program is what Python prints.',
  checks: 'A right solution passes every check, and a wrong one fails one.',
  exercise: 'Solutions of an exercise pass its checks in time; its starter and wrong ones do not.',
  giveaway: 'Right answers cannot be told by their length, their place or their reasons.',
  likeness: 'No two items ask nearly the same.',
  forms: 'A text item accepts a name as learners write it.',
  wording: 'A prompt and its options mean the same in any order.',
  house: 'A rule of the pack’s own authors.',
} as const;

export type Rule = keyof typeof rules;

/** Warnings fail a check that is strict. */
export type Severity = 'error' | 'warning';

export interface Finding extends Fault {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What it is about: a snippet’s or an item’s name, and the interpreter that was asked. */
  readonly subject: string;
}

/** One thing that was looked at. */
export interface CheckedCase {
  readonly subject: string;
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** Why it was not looked at. */
  readonly skipped?: string;
}

/** All that was looked at in one pack. */
export interface PackReport {
  /** The folder as it was given. */
  readonly root: string;
  /** Whether there is a pack at all. */
  readonly readable: boolean;
  readonly cases: readonly CheckedCase[];
  /** A line for people that says what the pack holds. */
  readonly summary: string;
  /** How many programs each interpreter ran, by its name. */
  readonly runs: ReadonlyMap<string, number>;
}

/** What reports sum up. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countsOf(reports: readonly PackReport[]): Counts {
  const cases = reports.flatMap((report) => report.cases);
  return {
    passed: cases.filter((each) => each.findings.length === 0 && each.skipped === undefined).length,
    failed: cases.reduce((sum, each) => sum + each.findings.length, 0),
    skipped: cases.filter((each) => each.skipped !== undefined).length,
  };
}

export function findingsOf(reports: readonly PackReport[]): readonly Finding[] {
  return reports.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
}
