/** What the page is told of a run that has ended. */
import * as vscode from 'vscode';
import { compareOutput } from '../../core/outputComparison.js';
import type { Snippet } from '../../core/pack/pack.js';
import type { RunReport } from '../../protocol/question.js';
import type { RunResult } from '../../app/running/pythonServices.js';

/** @param ran the Python, and whose version when there are two */
export function runReport(
  snippet: Snippet,
  result: RunResult,
  ran: Pick<RunReport, 'python' | 'version'>,
): RunReport {
  const comparable =
    ran.version !== 'yours' &&
    result.ended === 'itself' &&
    !result.truncated &&
    snippet.expected.length > 0;
  const comparison = comparable ? compareOutput(snippet.expected, result, ran.python) : undefined;
  const notes = [
    result.error ?? '',
    result.truncated ? vscode.l10n.t('The output was too long to show whole.') : '',
    comparison?.expectedOn === undefined
      ? ''
      : vscode.l10n.t('This is what Python {0} prints.', comparison.expectedOn),
  ];
  return {
    snippet: snippet.name,
    ended: result.ended,
    code: result.code,
    duration: result.duration,
    ...(result.peakMemory === undefined ? {} : { peakMemory: result.peakMemory }),
    ...ran,
    ...(result.signal === null ? {} : { signal: result.signal }),
    ...(comparison
      ? { asExpected: comparison.matches && (result.code ?? result.signal) === snippet.exit }
      : {}),
    diff: comparison?.diff ?? [],
    note: notes.filter((note) => note !== '').join(' '),
    saved: result.savedTo !== undefined,
  };
}

/** Of a run that was over before there was a process. */
export function reportWithoutRun(
  snippet: Snippet,
  ended: 'stopped' | 'failedToStart',
  note = '',
): RunReport {
  const { name } = snippet;
  return {
    snippet: name,
    ended,
    code: null,
    duration: 0,
    python: '',
    diff: [],
    note,
    saved: false,
  };
}
