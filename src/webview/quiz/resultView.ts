import * as l10n from '@vscode/l10n';
import { listed } from '../../core/lists.js';
import type { Asked, ResultItem, ResultModel } from '../../protocol/quiz.js';
import { questionHref } from '../../core/questionHref.js';
import { element, icon, tool } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { codeBlock } from '../items/codeBlock.js';
import { codeLine } from '../items/codeLine.js';
import { optionLabels } from '../items/optionLabels.js';
import type { Actions } from './actions.js';
import { verdictIcons, verdictWords } from '../items/verdictMessages.js';
import { counted, duration, figure, percent } from '../shared/figures.js';
import { saidSure } from './messages.js';
import { history, tally } from './resultTables.js';
import { verdictReasons } from '../items/verdictView.js';
import { ofContent } from '../shared/content.js';
import { paragraph } from '../shared/sentence.js';

/** The end of a quiz: the score, what it is made of, and every item once more. */
export class ResultView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', { attributes: { tabindex: '-1' } });
  private readonly fault = new FaultLine();

  constructor(model: ResultModel, actions: Actions) {
    const share = model.count === 0 ? 0 : model.score / model.count;
    this.heading.textContent = l10n.t(
      '{0}: {1} of {2}',
      model.title,
      figure(model.score),
      figure(model.count),
    );
    const bar = element('progress', { attributes: { 'aria-label': percent(share) } });
    bar.max = Math.max(1, model.count);
    bar.value = model.score;
    const button = (text: string, onClick: () => void, kind = 'button secondary'): HTMLElement =>
      element('button', { class: kind, text, onClick, attributes: { type: 'button' } });
    this.element = element('div', { class: 'result' }, [
      this.heading,
      element('p', {
        text: paragraph([
          l10n.t('{0} in {1} minutes.', percent(share), duration(model.spent)),
          ...missed(model),
        ]),
      }),
      bar,
      ...model.notes.map((note) => element('p', { class: 'note' }, [icon('info'), note])),
      element('div', { class: 'buttons' }, [
        model.missed > 0
          ? button(
              l10n.t('Retry Missed'),
              () => {
                actions.restart('missed');
              },
              'button',
            )
          : undefined,
        button(l10n.t('Take Again'), () => {
          actions.restart('practice');
        }),
        button(l10n.t('Take as Exam'), () => {
          actions.restart('exam');
        }),
        button(l10n.t('Save as Markdown'), () => {
          actions.saveMarkdown();
        }),
      ]),
      this.fault.element,
      model.readAgain.length === 0 ? undefined : readAgain(model),
      element('div', { class: 'tallies' }, [
        tally(l10n.t('By topic'), l10n.t('Topic'), model.byTopic),
        tally(l10n.t('By kind'), l10n.t('Kind'), model.byKind),
        tally(l10n.t('How sure you were'), l10n.t('You said'), model.bySureness),
        history(model),
      ]),
      element('h2', { text: l10n.t('Every item') }),
      ...model.items.map((item, index) => resultItem(item, index, actions)),
    ]);
  }

  focus(): void {
    this.heading.focus();
  }

  fail(message: string): void {
    this.fault.tell(message);
  }
}

function missed({ missed: count, count: asked, unchecked }: ResultModel): readonly string[] {
  const right = asked > 0 ? l10n.t('Everything was right.') : '';
  return [
    count === 0
      ? right
      : counted(
          count,
          l10n.t('{0} item not fully right.', figure(count)),
          l10n.t('{0} items not fully right.', figure(count)),
        ),
    unchecked === 0
      ? ''
      : counted(
          unchecked,
          l10n.t('{0} item could not be checked and does not count.', figure(unchecked)),
          l10n.t('{0} items could not be checked and do not count.', figure(unchecked)),
        ),
  ];
}

function readAgain({ readAgain: links }: ResultModel): HTMLElement {
  const rows = links.map(({ id, title }) =>
    element('li', {}, [
      element('a', {
        text: title,
        attributes: { href: questionHref, 'data-question': id, ...ofContent },
      }),
    ]),
  );
  return element('section', {}, [
    element('h2', { text: l10n.t('Questions to read again') }),
    element('ul', {}, rows),
  ]);
}

function resultItem(
  { key, asked, verdict, confidence, flagged }: ResultItem,
  index: number,
  actions: Actions,
): HTMLElement {
  const stepThrough = (check?: number): void => {
    actions.stepThrough(key, check);
  };
  const prompt = element('div', { class: 'prompt', attributes: ofContent });
  prompt.innerHTML = asked.promptHtml;
  const marks = [
    ...(confidence ? [saidSure[confidence]] : []),
    ...(flagged ? [l10n.t({ message: 'flagged', comment: ['Told of an item'] })] : []),
  ];
  const details = element('details', { class: `reviewed ${verdict.verdict}` }, [
    element('summary', {}, [
      icon(verdictIcons[verdict.verdict]),
      element('span', {}, [
        element('strong', { text: `${figure(index + 1)}. ${verdictWords[verdict.verdict]}` }),
        ' ',
        element('span', { text: plainText(asked.promptHtml), attributes: ofContent }),
        marks.length === 0 ? '' : ` (${listed(marks)})`,
      ]),
    ]),
    // The colors of closed items are not asked for: what is not rendered does not come into view.
    element('div', { attributes: { 'data-item': key } }, [
      // The summary says the verdict.
      verdict.note === '' ? undefined : element('p', { text: verdict.note }),
      prompt,
      reviewedBody(asked, verdict),
      verdict.canRun
        ? tool('debug-step-into', l10n.t('Step Through'), () => {
            stepThrough();
          })
        : undefined,
      verdictReasons(verdict, false, stepThrough),
    ]),
  ]);
  details.open = verdict.verdict !== 'correct';
  return details;
}

function reviewedBody(asked: Asked, verdict: ResultItem['verdict']): HTMLElement | undefined {
  if (asked.kind === 'output') return codeBlock(asked.code, asked.block, l10n.t('Code'));
  if (asked.kind === 'defect') {
    const lines = asked.lines.map((text, index) =>
      codeLine(index + 1, text, asked.block + index, verdict.faulty, undefined),
    );
    return element('div', {}, [
      element('div', { class: 'listing' }, lines),
      optionList(asked.repairsHtml, verdict),
    ]);
  }
  if (asked.kind !== 'single' && asked.kind !== 'multiple') return undefined;
  return optionList(asked.optionsHtml, verdict);
}

function optionList(optionsHtml: readonly string[], verdict: ResultItem['verdict']): HTMLElement {
  const rows = optionsHtml.map((html, index) => {
    const text = element('span', { attributes: ofContent });
    text.innerHTML = html;
    const outcome = verdict.options[index] ?? { correct: false, chosen: false, whyHtml: '' };
    const why = element('p', { class: 'why', attributes: ofContent });
    why.innerHTML = outcome.whyHtml;
    const row = element('li', { class: 'option' }, [text, optionLabels(outcome), why]);
    row.classList.toggle('right', outcome.correct);
    row.classList.toggle('chosen', outcome.chosen);
    return row;
  });
  return element('ul', { class: 'options' }, rows);
}

function plainText(html: string): string {
  const text = new DOMParser()
    .parseFromString(html, 'text/html')
    .body.textContent.trim()
    .replace(/\s+/g, ' ');
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}
