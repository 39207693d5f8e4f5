/** What the page is told of what the learner's code and the approaches cost. */
import * as l10n from '@vscode/l10n';
import type { Measurement } from '../../core/exercise/measurement.js';
import { renderMarkdown } from '../../core/markdown.js';
import type { MeasuredModel, MeasuredProgram } from '../../protocol/exercise.js';
import { measureTimeout } from './measureRun.js';

/** A program, and what was found of it. */
export interface MeasuredCode {
  /** Left out for the learner's own. */
  readonly approach?: string;
  readonly title: string;
  readonly measurement: Measurement;
}

export function measuredModel(all: readonly MeasuredCode[], isRunning: boolean): MeasuredModel {
  const begun = all.find(({ measurement }) => measurement.sizes.length > 0)?.measurement;
  return {
    aboutHtml: renderMarkdown(begun?.about.trim() ?? ''),
    sizes: begun?.sizes ?? [],
    programs: all.map(programModel),
    isRunning,
  };
}

function programModel({ approach, title, measurement }: MeasuredCode): MeasuredProgram {
  const { points } = measurement;
  const words = wordsOf(measurement);
  return approach === undefined ? { title, points, words } : { approach, title, points, words };
}

function wordsOf({ sizes, points, fault, done }: Measurement): string {
  if (fault) return l10n.t('It raised {0}', fault.words);
  if (!done) return l10n.t('It did not come to the end within {0} seconds.', measureTimeout);
  return points.length < sizes.length ? l10n.t('Larger inputs would take too long.') : '';
}
