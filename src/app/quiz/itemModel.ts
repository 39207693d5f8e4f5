/** What a page is told of a quiz item: before an answer what is asked, after it both answers and every reason. */
import * as l10n from '@vscode/l10n';
import { renderInline, renderMarkdown } from '../../core/markdown.js';
import type { CodeBlock } from '../../core/markdown.js';
import type { Option, OrderItem, QuizItem } from '../../core/pack/pack.js';
import type { Answer } from '../../core/quiz/answer.js';
import { arrangedText, isIndented, pieces, rightArrangement } from '../../core/quiz/arrangement.js';
import { linesOf } from '../../core/pack/defect.js';
import { shownText } from '../../core/quiz/acceptedForm.js';
import type { Asked, Verdict } from '../../protocol/quiz.js';

/**
 * @param order the author's place at each shown place
 * @param blocks takes the code that is shown, for its colors
 */
export function askedModel(item: QuizItem, order: readonly number[], blocks: CodeBlock[]): Asked {
  const promptHtml = renderMarkdown(item.prompt, blocks);
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: item.kind,
        promptHtml,
        optionsHtml: order.map((own) => optionHtml(item.options[own]?.text ?? '', blocks)),
      };
    case 'output':
      return { kind: 'output', promptHtml, code: item.code, block: python(blocks, item.code) };
    case 'text':
      return { kind: 'text', promptHtml };
    case 'order': {
      const own = pieces(item);
      const lines = order.map((place) => own[place] ?? '');
      return {
        kind: 'order',
        promptHtml,
        ...orderLines(item, lines, blocks),
        indented: isIndented(item),
        leaveOut: item.distractors.length > 0,
      };
    }
    case 'code':
      return {
        kind: 'code',
        promptHtml,
        starter: item.starter,
        block: python(blocks, item.starter),
        checks: item.checks.length,
      };
    case 'defect': {
      const lines = linesOf(item.code);
      const block = blocks.length;
      for (const line of lines) python(blocks, line);
      const repairsHtml = order.map((own) => repairHtml(item.repairs[own]?.text ?? '', blocks));
      return { kind: 'defect', promptHtml, lines, block, repairsHtml };
    }
  }
}

/** Lines are code only where the author says so. */
function orderLines(
  item: OrderItem,
  lines: readonly string[],
  blocks: CodeBlock[],
): Pick<Extract<Asked, { kind: 'order' }>, 'lines' | 'block' | 'linesHtml'> {
  if (item.code !== true)
    return {
      lines: lines.map(withoutBackquotes),
      linesHtml: lines.map((line) => renderInline(line)),
    };
  const block = blocks.length;
  for (const line of lines) python(blocks, line);
  return { lines, block };
}

function withoutBackquotes(line: string): string {
  return line.replaceAll('`', '');
}

/** Whether an answer to the item is Python throughout. */
export function isCode(item: QuizItem): boolean {
  return item.kind === 'code' || (item.kind === 'order' && item.code === true);
}

/** An option that is nothing but code is colored as Python; code within a sentence is not. */
function optionHtml(text: string, blocks: CodeBlock[]): string {
  const html = renderInline(text);
  const code = /^`([^`]+)`$/.exec(text.trim())?.[1];
  if (code === undefined) return html;
  return `<span data-block="${String(python(blocks, code.trim()))}">${html}</span>`;
}

/** A repair may be a block of code; it is chosen by what stands around it, so it takes no focus of its own. */
function repairHtml(text: string, blocks: CodeBlock[]): string {
  return renderMarkdown(text, blocks).replaceAll(' tabindex="0"', '');
}

/** Code that is shown; its place is what colors find it by. */
export function python(blocks: CodeBlock[], code: string): number {
  return blocks.push({ language: 'python', code }) - 1;
}

/** What each option was, in the order shown. */
export function optionVerdicts(
  item: QuizItem,
  given: Answer,
  order: readonly number[],
): Verdict['options'] {
  const options = optionsOf(item);
  const chosen = given.kind === 'choice' ? given.options : [];
  const isChosen = (own: number): boolean =>
    given.kind === 'defect' ? given.repair === own : chosen.includes(own);
  return order.flatMap((own) => {
    const option = options[own];
    if (!option) return [];
    const { correct, why } = option;
    return [{ correct, chosen: isChosen(own), whyHtml: renderInline(why) }];
  });
}

/** What is chosen from: options, or repairs. */
export function optionsOf(item: QuizItem): readonly Option[] {
  if (item.kind === 'single' || item.kind === 'multiple') return item.options;
  return item.kind === 'defect' ? item.repairs : [];
}

/** What can stand in any order on the page: options, repairs, or lines. */
export function shuffledCount(item: QuizItem): number {
  return item.kind === 'order' ? pieces(item).length : optionsOf(item).length;
}

/** Both answers as text, for the kinds without options. */
export function yoursAndRight(
  item: QuizItem,
  given: Answer,
): { readonly yours?: string; readonly right?: string } {
  const yours = given.kind === 'text' || given.kind === 'code' ? { yours: given.text } : {};
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {};
    case 'output':
      return { ...yours, right: item.answer };
    case 'text':
      return { ...yours, right: shownText(item) };
    case 'order':
      return arrangements(item, given);
    case 'code':
      return { ...yours, right: item.solution };
    case 'defect': {
      const lines = linesOf(item.code);
      const named = (line: number): string => `${String(line)}: ${lines[line - 1]?.trim() ?? ''}`;
      const chosen =
        given.kind === 'defect' ? { yours: l10n.t('Line {0}', named(given.line)) } : {};
      return {
        ...chosen,
        right: item.faulty
          .map((line, at) =>
            at === 0 ? l10n.t('Line {0}', named(line)) : l10n.t('or line {0}', named(line)),
          )
          .join('\n'),
      };
    }
  }
}

function arrangements(
  item: OrderItem,
  given: Answer,
): { readonly yours?: string; readonly right: string } {
  const shown = (lines: readonly string[]): string =>
    (item.code === true ? lines : lines.map(withoutBackquotes)).join('\n');
  const right = shown(rightArrangement(item));
  return given.kind === 'lines'
    ? { yours: shown(arrangedText(item, given.lines)), right }
    : { right };
}
