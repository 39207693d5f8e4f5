/** The forms in which a check can be reported. */
import type { PackReport } from '../finding.js';
import { githubReport } from './githubReport.js';
import { jsonReport } from './jsonReport.js';
import { junitReport } from './junitReport.js';
import { sarifReport } from './sarifReport.js';
import { textReport } from './textReport.js';

/** @param version of the program */
export type FormatReport = (reports: readonly PackReport[], version: string) => string;

export const reportFormats = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  junit: junitReport,
} as const satisfies Record<string, FormatReport>;

export type ReportFormat = keyof typeof reportFormats;
