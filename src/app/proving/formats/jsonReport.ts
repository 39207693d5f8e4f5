/** For programs: every finding with its place, and the counts. The field `version` grows when a field changes its meaning. */
import { countsOf } from '../finding.js';
import type { PackReport } from '../finding.js';
import { placeOf } from './places.js';

export function jsonReport(reports: readonly PackReport[]): string {
  const packs = reports.map(({ root, summary, cases, runs }) => ({
    folder: root,
    summary,
    programs: Object.fromEntries(runs),
    findings: cases.flatMap(({ findings }) =>
      findings.map((finding) => ({
        ...placeOf(root, finding),
        severity: finding.severity,
        rule: finding.rule,
        subject: finding.subject,
        message: finding.message,
      })),
    ),
    skipped: cases.flatMap(({ rule, subject, skipped }) =>
      skipped === undefined ? [] : [{ rule, subject, why: skipped }],
    ),
  }));
  return `${JSON.stringify({ version: 1, ...countsOf(reports), packs }, undefined, 2)}\n`;
}
