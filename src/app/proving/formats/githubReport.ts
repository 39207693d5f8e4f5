/** Workflow commands of GitHub Actions, which show each problem at its line of a pull request. */
import { countsOf, findingsOf } from '../finding.js';
import type { PackReport } from '../finding.js';
import { placeOf } from './places.js';

export function githubReport(reports: readonly PackReport[]): string {
  const lines = reports.flatMap((report) =>
    findingsOf([report]).map((finding) => {
      const { path, line, column, endColumn } = placeOf(report.root, finding);
      const place = {
        file: path,
        line,
        col: column,
        ...(endColumn === undefined ? {} : { endColumn }),
        title: `${finding.subject} (${finding.rule})`,
      };
      const properties = Object.entries(place)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
      return `::${finding.severity} ${properties}::${escapeData(finding.message)}`;
    }),
  );
  const { passed, failed, skipped } = countsOf(reports);
  const end = `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
  return `${[...lines, end].join('\n')}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
