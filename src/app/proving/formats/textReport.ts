/** For people: a line a problem, as editors and terminals make links of, and the counts at the end. */
import { countsOf, findingsOf } from '../finding.js';
import type { PackReport } from '../finding.js';
import { placeOf } from './places.js';

export function textReport(reports: readonly PackReport[]): string {
  const lines = reports.map(({ summary }) => summary);
  const runs = reports.flatMap((report) => [...report.runs]);
  for (const [python, count] of [...new Map(runs)].sort())
    lines.push(`${python}: ${String(count)} programs ran`);
  const cases = reports.flatMap((report) => report.cases);
  const skipped = cases.filter((each) => each.skipped !== undefined);
  if (skipped.length > 0) lines.push('Skipped:');
  for (const { subject, skipped: why } of skipped) lines.push(`  ${subject} (${why ?? ''})`);
  for (const report of reports) {
    for (const finding of findingsOf([report])) {
      const { path, line, column } = placeOf(report.root, finding);
      const about = finding.rule === 'format' ? '' : `${finding.subject}: `;
      const message = `${about}${finding.message}`.replaceAll('\n', '\n    ');
      lines.push(`${path}:${line}:${column}: ${finding.severity}: ${message} [${finding.rule}]`);
    }
  }
  const { passed, failed, skipped: left } = countsOf(reports);
  lines.push(`${String(passed)} passed, ${String(failed)} failed, ${String(left)} skipped`);
  return `${lines.join('\n')}\n`;
}
