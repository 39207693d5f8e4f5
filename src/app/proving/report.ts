/** Collects what a check of one pack finds. */
import type { Place } from '../../core/pack/pack.js';
import type { CheckedCase, Finding, PackReport, Rule, Severity } from './finding.js';

/** Where in the pack. */
export interface Location extends Place {
  readonly file: string;
}

const severities: Readonly<Partial<Record<Rule, Severity>>> = {
  giveaway: 'warning',
  likeness: 'warning',
  forms: 'warning',
  wording: 'warning',
};

export class Report {
  private readonly cases: CheckedCase[] = [];
  private readonly runs = new Map<string, number>();

  /** @param messages what is wrong there; none when all is right */
  check(rule: Rule, subject: string, at: Location, messages: readonly string[]): void {
    this.findings(
      rule,
      subject,
      messages.map((message) => ({ ...at, message })),
    );
  }

  /** As `check`, for faults that have places of their own. */
  findings(
    rule: Rule,
    subject: string,
    faults: readonly Omit<Finding, 'rule' | 'severity' | 'subject'>[],
  ): void {
    const severity = severities[rule] ?? 'error';
    const findings = faults.map((fault) => ({ ...fault, rule, severity, subject }));
    this.cases.push({ rule, subject, findings });
  }

  skip(rule: Rule, subject: string, why: string): void {
    this.cases.push({ rule, subject, findings: [], skipped: why });
  }

  /** @param python the name of the interpreter that ran a program */
  ran(python: string): void {
    this.runs.set(python, (this.runs.get(python) ?? 0) + 1);
  }

  end(root: string, readable: boolean, summary: string): PackReport {
    return { root, readable, cases: this.cases, summary, runs: this.runs };
  }
}
