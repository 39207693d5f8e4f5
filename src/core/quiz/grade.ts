/** One pure grading function a kind; `grade` chooses among them. None of them throws, whatever the answer. */
import * as l10n from '@vscode/l10n';
import { matchesPattern, outputLines } from '../outputPattern.js';
import type {
  ChoiceItem,
  CodeItem,
  DefectItem,
  OrderItem,
  OutputItem,
  QuizItem,
  TextItem,
} from '../pack/pack.js';
import type { Answer } from './answer.js';
import { arrangedText, rightArrangements } from './arrangement.js';
import { acceptsText } from './acceptedText.js';
import { withPlainBlanks, withPlainSigns } from './typedText.js';
import { counted } from '../figures.js';

export interface CheckResult {
  readonly passed: boolean;
  /** What was expected, or why the check could not be made. */
  readonly message: string;
}

export interface Grade {
  /** 0 to 1. */
  readonly score: number;
  /** How the score came about when it is neither right nor wrong: `2 of 3 right`. */
  readonly note: string;
  readonly checks: readonly CheckResult[];
  /** Why code could not be run: such an answer is neither right nor wrong, and does not count. */
  readonly unchecked?: string | undefined;
}

const right: Grade = { score: 1, note: '', checks: [] };
const wrong: Grade = { score: 0, note: '', checks: [] };

/** What the host found out by running a `code` answer, or why it could not run it. */
export type Checked = readonly CheckResult[] | { readonly unchecked: string };

export function grade(item: QuizItem, answer: Answer, checked: Checked = []): Grade {
  switch (item.kind) {
    case 'single':
      return answer.kind === 'choice' ? gradeSingle(item, answer.options) : wrong;
    case 'multiple':
      return answer.kind === 'choice' ? gradeMultiple(item, answer.options) : wrong;
    case 'output':
      return answer.kind === 'text' ? gradeOutput(item, answer.text) : wrong;
    case 'text':
      return answer.kind === 'text' ? gradeText(item, answer.text) : wrong;
    case 'order':
      return answer.kind === 'lines' ? gradeOrder(item, answer.lines) : wrong;
    case 'code':
      return answer.kind === 'code' ? gradeCode(item, checked) : wrong;
    case 'defect':
      return answer.kind === 'defect' ? gradeDefect(item, answer.line, answer.repair) : wrong;
  }
}

export function gradeSingle(item: ChoiceItem, chosen: readonly number[]): Grade {
  const [only] = chosen;
  return chosen.length === 1 && only !== undefined && item.options[only]?.correct ? right : wrong;
}

/** Each right option chosen counts for one, each wrong one chosen takes one away. */
export function gradeMultiple(item: ChoiceItem, chosen: readonly number[]): Grade {
  const wanted = item.options.filter((option) => option.correct).length;
  const picked = new Set(chosen);
  const hits = [...picked].filter((place) => item.options[place]?.correct).length;
  const misses = picked.size - hits;
  const score = wanted === 0 ? 0 : Math.max(0, hits - misses) / wanted;
  if (score === 1) return right;
  return { score, note: chosenWords(hits, wanted, misses), checks: [] };
}

function chosenWords(hits: number, wanted: number, misses: number): string {
  if (misses === 0) return l10n.t('{0} of {1} right options chosen.', hits, wanted);
  return counted(
    misses,
    l10n.t('{0} of {1} right options chosen, and {2} wrong option.', hits, wanted, misses),
    l10n.t('{0} of {1} right options chosen, and {2} wrong options.', hits, wanted, misses),
  );
}

/**
 * Line by line; blanks at line ends and blank lines at the end do not count, nor how quotes, dashes and blanks are
 * typed; `...` of the author's matches any text.
 */
export function gradeOutput(item: OutputItem, text: string): Grade {
  const given = outputLines(text).join('\n');
  const wanted = outputLines(item.answer).join('\n');
  const isTyped = (): boolean =>
    wanted === withPlainSigns(wanted) && matchesPattern(wanted, asTyped(given));
  return matchesPattern(wanted, given) || isTyped() ? right : wrong;
}

/** What a program in ASCII would have printed. */
function asTyped(text: string): string {
  return outputLines(withPlainSigns(withPlainBlanks(text))).join('\n');
}

export function gradeText(item: TextItem, text: string): Grade {
  return acceptsText(item, text) ? right : wrong;
}

export function gradeOrder(
  item: OrderItem,
  lines: readonly { readonly line: number; readonly indent: number }[],
): Grade {
  const given = arrangedText(item, lines);
  const wanted = rightArrangements(item);
  if (wanted.some((order) => order.join('\n') === given.join('\n'))) return right;
  const placed = wanted.map((order) => order.filter((line, at) => line === given[at]).length);
  const note = l10n.t(
    '{0} of {1} lines are in their place.',
    Math.max(...placed),
    item.lines.length,
  );
  return { score: 0, note, checks: [] };
}

/** Half for the line, half for its repair; a repair counts only where the line is right. */
export function gradeDefect(item: DefectItem, line: number, repair: number): Grade {
  const found = item.faulty.includes(line);
  const mended = item.repairs[repair]?.correct ?? false;
  if (found && mended) return right;
  if (found)
    return { score: 0.5, note: l10n.t('The line is right, its repair is not.'), checks: [] };
  return mended ? { ...wrong, note: l10n.t('The repair is right, the line is not.') } : wrong;
}

export function gradeCode(item: CodeItem, checked: Checked): Grade {
  if ('unchecked' in checked) return { ...wrong, unchecked: checked.unchecked };
  const checks = checked;
  const passed = checks.filter((check) => check.passed).length;
  const all = item.checks.length;
  return {
    score: all === 0 ? 0 : Math.min(passed, all) / all,
    note: l10n.t('{0} of {1} checks passed.', passed, all),
    checks,
  };
}
