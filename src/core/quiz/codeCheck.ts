/** One check of a `code` item: the program that makes it, and what the run of that program says. */
import * as l10n from '@vscode/l10n';
import type { CheckResult } from './grade.js';

/** Seconds that the program of one check may take. */
export const checkSeconds = 10;

/** How the program of a check ran. */
export interface CheckRun {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** It took longer than `checkSeconds`. */
  readonly late: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** The learner's code, then the check. */
export function checkedCode(code: string, check: string): string {
  return `${code}\n\n${check}\n`;
}

/** The line on which the check begins in `checkedCode`; 1-based. */
export function lineOfCheck(code: string): number {
  return code.split('\n').length + 2;
}

/**
 * What makes the check.
 *
 * @param reached a text that nobody can guess; code that ends the process before the check is through never prints it
 */
export function checkProgram(code: string, check: string, reached: string): string {
  return `${checkedCode(code, check)}print("\\n${reached}")\n`;
}

/** @param reached as given to `checkProgram` */
export function checkResult(check: string, run: CheckRun, reached: string): CheckResult {
  const expected = lastAssertion(check);
  if (run.code === 0 && run.stdout.trimEnd().endsWith(reached))
    return { passed: true, message: expected };
  const failure = (what: string): CheckResult => ({
    passed: false,
    message: `${l10n.t('Expected: {0}', expected)}\n${what}`,
  });
  if (run.late) return failure(l10n.t('It did not end within {0} seconds.', checkSeconds));
  const lines = run.stderr.trimEnd().split('\n');
  const raised = lines.findLastIndex((line) =>
    /^\w[\w.]*(?:Error|Exception|Group|Interrupt)\b/.test(line),
  );
  if (raised < 0) return failure(l10n.t('It ended before the check was through.'));
  const error = lines.slice(raised).join('\n').slice(0, 1000);
  const [, asserted] = /^AssertionError: ([^]*)$/.exec(error) ?? [];
  if (asserted !== undefined) return { passed: false, message: l10n.t('Expected: {0}', asserted) };
  return failure(
    error === 'AssertionError' ? l10n.t('It does not hold.') : l10n.t('It raised {0}', error),
  );
}

/** What a check's last assertion says must hold; the check itself when it says nothing. */
function lastAssertion(check: string): string {
  const message = [...check.matchAll(/,\s*f?"([^"\n]+)"\s*\)?$/gm)].at(-1)?.[1];
  return message?.replace(/(?:,? )?(?:but )?got \{.*$/, '') ?? check.trim();
}
