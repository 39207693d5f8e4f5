/** What the page of an exercise shows; hints and solutions stay here until they were asked for. */
import * as l10n from '@vscode/l10n';
import type { BrokenChecks, CaseResult, CheckReport } from '../../core/exercise/checkReport.js';
import { hasPassed } from '../../core/exercise/checkReport.js';
import type { ExerciseSession } from '../../core/exercise/session.js';
import { counted, figure } from '../../core/figures.js';
import { renderInline, renderMarkdown } from '../../core/markdown.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type {
  ApproachModel,
  CaseModel,
  ExerciseModel,
  MeasuredModel,
  VerdictModel,
} from '../../protocol/exercise.js';

export interface ExerciseView {
  readonly exercise: Exercise;
  readonly session: ExerciseSession;
  readonly checking: boolean;
  readonly report: CheckReport | undefined;
  readonly measured: MeasuredModel | undefined;
}

export function exerciseModel({
  exercise,
  session,
  checking,
  report,
  measured,
}: ExerciseView): ExerciseModel {
  const { id, title, level, minutes, body, hints, approaches, module, timeout } = exercise;
  const shown = hints.slice(0, session.hints);
  return {
    exercise: id,
    title,
    level,
    minutes,
    taskHtml: renderMarkdown(body),
    file: `${module}.py`,
    hintsHtml: shown.map((hint) => renderMarkdown(hint)),
    hintsLeft: hints.length - shown.length,
    ...(session.looked || session.passed ? { approaches: approaches.map(approachModel) } : {}),
    canMeasure: exercise.measure !== undefined && (session.looked || session.passed),
    ...(measured ? { measured } : {}),
    passed: session.passed,
    checking,
    ...(report ? { verdict: verdictModel(report, timeout) } : {}),
  };
}

function approachModel(approach: Exercise['approaches'][number]): ApproachModel {
  const { id, title, code, time, memory, when, text } = approach;
  return {
    id,
    title,
    code,
    timeHtml: renderInline(time),
    memoryHtml: renderInline(memory),
    whenHtml: renderMarkdown(when),
    textHtml: renderMarkdown(text),
  };
}

function verdictModel(report: CheckReport, timeout: number): VerdictModel {
  const { cases, broken } = report;
  return {
    passed: hasPassed(report),
    cases: cases.map((result) => caseModel(result, timeout)),
    ...(broken ? { broken: shownResult(broken, timeout) } : {}),
  };
}

function caseModel(result: CaseResult, timeout: number): CaseModel {
  const { name, outcome, explanation } = result;
  return {
    name,
    outcome,
    explanationHtml: renderMarkdown(explanation.trim()),
    ...shownResult(result, timeout),
  };
}

function shownResult(
  result: CaseResult | BrokenChecks,
  timeout: number,
): Omit<CaseModel, 'name' | 'outcome' | 'explanationHtml'> {
  const { failure, output, stoppedAt } = result;
  const line = failure?.line ?? stoppedAt;
  const { expected, actual } = failure ?? {};
  return {
    words: caseWords(result, timeout),
    output,
    ...(line === undefined ? {} : { line }),
    ...(typeof expected === 'string' && typeof actual === 'string' ? { expected, actual } : {}),
    ...(failure ? { traceback: failure.traceback } : {}),
  };
}

/** Why a check did not pass, in a sentence; empty when it did. */
export function caseWords(
  { outcome, failure, ending }: Pick<CaseResult, 'outcome' | 'failure' | 'ending'>,
  timeout: number,
): string {
  switch (outcome) {
    case 'passed':
      return '';
    case 'failed':
      if (!failure) return l10n.t('It failed.');
      return failure.asserted
        ? failure.message
        : l10n.t('It raised {0}: {1}', failure.error, failure.message);
    case 'late':
      return counted(
        timeout,
        l10n.t('It did not end within {0} second.', figure(timeout)),
        l10n.t('It did not end within {0} seconds.', figure(timeout)),
      );
    case 'ended':
      return l10n.t('It ended the process ({0}).', ending ?? 0);
    case 'undone':
      return l10n.t('It was not run: too many others took too long.');
  }
}
