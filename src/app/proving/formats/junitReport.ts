/** JUnit's XML, which most build servers read: a suite a pack, a case a check. */
import { countsOf } from '../finding.js';
import type { CheckedCase, PackReport } from '../finding.js';
import { placeOf } from './places.js';
import { xmlText } from '../../xmlText.js';

export function junitReport(reports: readonly PackReport[]): string {
  const suites = reports.map(
    (report) =>
      `  <testsuite name="${xmlText(report.root)}"${countsIn([report])}>\n${report.cases
        .map((each) => caseOf(report.root, each))
        .join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${countsIn(reports)}>\n${suites.join('')}</testsuites>\n`;
}

function countsIn(reports: readonly PackReport[]): string {
  const cases = reports.flatMap((report) => report.cases);
  const failures = cases.filter(({ findings }) => findings.length > 0).length;
  const { skipped } = countsOf(reports);
  return ` tests="${String(cases.length)}" failures="${String(failures)}" skipped="${String(skipped)}"`;
}

function caseOf(root: string, { subject, rule, findings, skipped }: CheckedCase): string {
  const head = `    <testcase name="${xmlText(subject)}" classname="${rule}"`;
  if (skipped !== undefined)
    return `${head}>\n      <skipped message="${xmlText(skipped)}"/>\n    </testcase>\n`;
  if (findings.length === 0) return `${head}/>\n`;
  const text = findings.map((finding) => {
    const { path, line, column } = placeOf(root, finding);
    return `${path}:${String(line)}:${String(column)}: ${finding.severity}: ${finding.message}`;
  });
  const first = findings[0]?.message.split('\n')[0] ?? '';
  return `${head}>\n      <failure message="${xmlText(first)}">${xmlText(text.join('\n'))}</failure>\n    </testcase>\n`;
}
