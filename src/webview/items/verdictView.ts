import * as l10n from '@vscode/l10n';
import { alternatives, listed } from '../../core/lists.js';
import type { GivenText, Verdict } from '../../protocol/quiz.js';
import { questionHref } from '../../core/questionHref.js';
import { element, icon, tool } from '../shared/dom.js';
import type { Child } from '../shared/dom.js';
import { codeBlock } from './codeBlock.js';
import { counted, figure } from '../shared/figures.js';
import { verdictIcons, verdictWords } from './verdictMessages.js';
import { ofContent } from '../shared/content.js';
import { asSentence, paragraph, withElements } from '../shared/sentence.js';

/** In a word, to stand above what was asked. */
export function verdictHead(verdict: Verdict): HTMLElement {
  return element('div', { class: `verdict ${verdict.verdict}` }, [
    element('h2', {}, [icon(verdictIcons[verdict.verdict]), verdictWords[verdict.verdict]]),
    verdict.note === '' ? undefined : element('p', { text: verdict.note }),
  ]);
}

/** Steps through what an item runs; of one that was answered with code, through a check that failed. */
export type StepThrough = (check?: number) => void;

/**
 * Both answers, the checks, and the explanation; options carry their own reasons.
 *
 * @param areMarked both answers are marked in what was asked
 */
export function verdictReasons(
  verdict: Verdict,
  areMarked: boolean,
  stepThrough?: StepThrough,
): HTMLElement {
  const { checks } = verdict;
  const { yours, right } = areMarked ? {} : verdict;
  const explanation = element('div', { class: 'explanation', attributes: ofContent });
  explanation.innerHTML = verdict.explanationHtml;
  return element('div', { class: 'reasons' }, [
    checks.length === 0 ? undefined : checkList(checks, stepThrough),
    yours === undefined
      ? undefined
      : labelled(
          verdict.verdict === 'correct' ? l10n.t('Your answer, correct') : l10n.t('Your answer'),
          yours,
        ),
    right === undefined ||
    (verdict.verdict === 'correct' && yours !== undefined && checks.length === 0)
      ? undefined
      : labelled(checks.length > 0 ? l10n.t('A right answer') : l10n.t('Right answer'), right),
    verdict.explanationHtml === '' ? undefined : explanation,
    verdict.question ? element('p', {}, readAgain(verdict.question)) : undefined,
  ]);
}

/** For screen readers. */
export function spokenVerdict(verdict: Verdict): string {
  const right = verdict.verdict === 'correct' ? '' : spokenRight(verdict);
  return paragraph([asSentence(verdictWords[verdict.verdict]), verdict.note, right]);
}

function spokenRight({ options, faulty }: Verdict): string {
  const right = options.flatMap(({ correct }, index) => (correct ? [String(index + 1)] : []));
  if (right.length === 0) return '';
  const list = listed(right);
  if (!faulty)
    return counted(
      right.length,
      l10n.t('Right: option {0}.', list),
      l10n.t('Right: options {0}.', list),
    );
  const lines = alternatives(faulty.map(String));
  return counted(
    right.length,
    l10n.t('Right: line {0}, option {1}.', lines, list),
    l10n.t('Right: line {0}, options {1}.', lines, list),
  );
}

/** What each check says, passed or not. */
export function checkList(checks: Verdict['checks'], stepThrough?: StepThrough): HTMLElement {
  const failed = checks.filter(({ passed }) => !passed).length;
  const rows = checks.map(({ passed, message }, at) =>
    element('li', { class: passed ? 'good' : 'bad' }, [
      icon(passed ? 'pass' : 'error'),
      element('strong', { text: passed ? l10n.t('Passed') : l10n.t('Failed') }),
      element('span', { class: 'message', text: message }),
      passed || !stepThrough
        ? undefined
        : tool('debug-step-into', l10n.t('Step Through'), () => {
            stepThrough(at);
          }),
    ]),
  );
  const label = counted(
    failed,
    l10n.t('{0} failed check', figure(failed)),
    l10n.t('{0} failed checks', figure(failed)),
  );
  return element('ul', { class: 'checks', attributes: { 'aria-label': label } }, rows);
}

function readAgain({ id, title }: NonNullable<Verdict['question']>): Child[] {
  const link = element('a', {
    text: title,
    attributes: { href: questionHref, 'data-question': id, ...ofContent },
  });
  return withElements(l10n.t('Read again: {0}'), [link]);
}

function labelled(label: string, { text, block }: GivenText): HTMLElement {
  return element('figure', { class: 'given' }, [
    element('figcaption', { text: label }),
    codeBlock(text === '' ? l10n.t('(nothing)') : text, text === '' ? undefined : block),
  ]);
}
