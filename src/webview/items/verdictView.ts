import type { GivenText, Verdict } from '../../protocol/quiz.js';
import { questionHref } from '../../core/questionHref.js';
import { element, icon, tool } from '../shared/dom.js';
import { codeBlock } from './codeBlock.js';
import { counted, plural } from '../shared/figures.js';
import { verdictIcons, verdictWords } from './verdictMessages.js';

/** In a word, to stand above what was asked. */
export function verdictHead(verdict: Verdict): HTMLElement {
  return element('div', { class: `verdict ${verdict.verdict}` }, [
    element('h2', {}, [icon(verdictIcons[verdict.verdict]), verdictWords[verdict.verdict]]),
    verdict.note === '' ? undefined : element('p', { text: verdict.note }),
  ]);
}

/** Steps through what an item runs; of one that was answered with code, through a check that failed. */
export type StepThrough = (check?: number) => void;

/** Both answers, the checks, and the explanation; options carry their own reasons. */
export function verdictReasons(verdict: Verdict, stepThrough?: StepThrough): HTMLElement {
  const { checks, yours, right } = verdict;
  const explanation = element('div', { class: 'explanation' });
  explanation.innerHTML = verdict.explanationHtml;
  return element('div', { class: 'reasons' }, [
    checks.length === 0 ? undefined : checkList(checks, stepThrough),
    yours === undefined
      ? undefined
      : labelled(verdict.verdict === 'correct' ? 'Your answer, correct' : 'Your answer', yours),
    right === undefined ||
    (verdict.verdict === 'correct' && yours !== undefined && checks.length === 0)
      ? undefined
      : labelled(checks.length > 0 ? 'A right answer' : 'Right answer', right),
    verdict.explanationHtml === '' ? undefined : explanation,
    verdict.question
      ? element('p', {}, [
          'Read again: ',
          element('a', {
            text: verdict.question.title,
            attributes: { href: questionHref, 'data-question': verdict.question.id },
          }),
        ])
      : undefined,
  ]);
}

/** One sentence for screen readers. */
export function spokenVerdict(verdict: Verdict): string {
  const right = verdict.options.flatMap(({ correct }, index) =>
    correct ? [String(index + 1)] : [],
  );
  const line = verdict.faulty ? `line ${verdict.faulty.join(' or ')}, ` : '';
  const options =
    right.length > 0 && verdict.verdict !== 'correct'
      ? ` Right: ${line}${counted(right.length, 'option', 'options')} ${right.join(', ')}.`
      : '';
  return `${verdictWords[verdict.verdict]}. ${verdict.note}${options}`.trim();
}

/** What each check says, passed or not. */
export function checkList(checks: Verdict['checks'], stepThrough?: StepThrough): HTMLElement {
  const failed = checks.filter(({ passed }) => !passed).length;
  const rows = checks.map(({ passed, message }, at) =>
    element('li', { class: passed ? 'good' : 'bad' }, [
      icon(passed ? 'pass' : 'error'),
      element('strong', { text: passed ? 'Passed' : 'Failed' }),
      element('span', { class: 'message', text: message }),
      passed || !stepThrough
        ? undefined
        : tool('debug-step-into', 'Step Through', () => {
            stepThrough(at);
          }),
    ]),
  );
  return element(
    'ul',
    { class: 'checks', attributes: { 'aria-label': plural(failed, 'failed check') } },
    rows,
  );
}

function labelled(label: string, { text, block }: GivenText): HTMLElement {
  return element('figure', { class: 'given' }, [
    element('figcaption', { text: label }),
    codeBlock(text === '' ? '(nothing)' : text, text === '' ? undefined : block),
  ]);
}
