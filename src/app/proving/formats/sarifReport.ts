/** SARIF 2.1.0, which code scanning and editors read. */
import { findingsOf, rules } from '../finding.js';
import type { PackReport } from '../finding.js';
import { placeOf } from './places.js';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** @param version of the program */
export function sarifReport(reports: readonly PackReport[], version: string): string {
  const results = reports.flatMap((report) =>
    findingsOf([report]).map((finding) => {
      const { path, line, column, endColumn } = placeOf(report.root, finding);
      const uri = path.split('/').map(encodeURIComponent).join('/');
      const region = {
        startLine: line,
        ...(endColumn === undefined ? {} : { startColumn: column, endColumn }),
      };
      return {
        ruleId: finding.rule,
        level: finding.severity,
        message: { text: `${finding.subject}: ${finding.message}` },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
      };
    }),
  );
  const driver = {
    name: 'Python Interview Lab',
    version,
    rules: Object.entries(rules).map(([id, text]) => ({ id, shortDescription: { text } })),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}
