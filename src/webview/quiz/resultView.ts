import type { Asked, ResultItem, ResultModel, Tally } from '../../protocol/quiz.js';
import { questionHref } from '../../core/questionHref.js';
import { element, icon, tool } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { attemptsChart } from './attemptsChart.js';
import { codeBlock } from '../items/codeBlock.js';
import { codeLine } from '../items/codeLine.js';
import { optionLabels } from '../items/optionLabels.js';
import type { Actions } from './actions.js';
import { verdictIcons, verdictWords } from '../items/verdictMessages.js';
import { counted, duration, percent, plural } from '../shared/figures.js';
import { sureness } from './messages.js';
import { verdictReasons } from '../items/verdictView.js';

/** The end of a quiz: the score, what it is made of, and every item once more. */
export class ResultView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', { attributes: { tabindex: '-1' } });
  private readonly fault = new FaultLine();

  constructor(model: ResultModel, actions: Actions) {
    const share = model.count === 0 ? 0 : model.score / model.count;
    this.heading.textContent = `${model.title}: ${model.score} of ${model.count}`;
    const bar = element('progress', { attributes: { 'aria-label': percent(share) } });
    bar.max = Math.max(1, model.count);
    bar.value = model.score;
    const button = (text: string, onClick: () => void, kind = 'button secondary'): HTMLElement =>
      element('button', { class: kind, text, onClick, attributes: { type: 'button' } });
    this.element = element('div', { class: 'result' }, [
      this.heading,
      element('p', {
        text: `${percent(share)} in ${duration(model.spent)} minutes. ${missedText(model)}`,
      }),
      bar,
      ...model.notes.map((note) => element('p', { class: 'note' }, [icon('info'), note])),
      element('div', { class: 'buttons' }, [
        model.missed > 0
          ? button(
              'Retry Missed',
              () => {
                actions.restart('missed');
              },
              'button',
            )
          : undefined,
        button('Take Again', () => {
          actions.restart('practice');
        }),
        button('Take as Exam', () => {
          actions.restart('exam');
        }),
        button('Save as Markdown', () => {
          actions.saveMarkdown();
        }),
      ]),
      this.fault.element,
      model.readAgain.length === 0 ? undefined : readAgain(model),
      element('div', { class: 'tallies' }, [
        tally('By topic', 'Topic', model.byTopic),
        tally('By kind', 'Kind', model.byKind),
        tally('How sure you were', 'You said', model.bySureness),
        history(model),
      ]),
      element('h2', { text: 'Every item' }),
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

function missedText({ missed, count, unchecked }: ResultModel): string {
  const sentences = [
    missed > 0
      ? `${plural(missed, 'item')} not fully right.`
      : count > 0
        ? 'Everything was right.'
        : '',
    unchecked > 0
      ? `${plural(unchecked, 'item')} could not be checked and ${counted(unchecked, 'does', 'do')} not count.`
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function readAgain({ readAgain: links }: ResultModel): HTMLElement {
  const rows = links.map(({ id, title }) =>
    element('li', {}, [
      element('a', { text: title, attributes: { href: questionHref, 'data-question': id } }),
    ]),
  );
  return element('section', {}, [
    element('h2', { text: 'Questions to read again' }),
    element('ul', {}, rows),
  ]);
}

function tally(caption: string, column: string, rows: readonly Tally[]): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  return table(
    caption,
    [column, 'Points'],
    rows.map(({ name, score, count }) => [name, `${score} of ${count}`]),
  );
}

function history({ history: attempts }: ResultModel): HTMLElement | undefined {
  if (attempts.length === 0) return undefined;
  const shown = attempts.slice(-12);
  const rows = shown.map(({ when, score, count }, index) => [
    String(index + 1),
    new Date(when).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    `${score} of ${count}`,
  ]);
  return element('div', { class: 'history' }, [
    table('Your attempts', ['No.', 'When', 'Points'], rows),
    shown.length > 1 ? attemptsChart(shown) : undefined,
  ]);
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  return element('table', {}, [
    element('caption', { text: caption }),
    element('thead', {}, [
      element(
        'tr',
        {},
        head.map((text) => element('th', { text, attributes: { scope: 'col' } })),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((text) => element('td', { text })),
        ),
      ),
    ),
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
  const prompt = element('div', { class: 'prompt' });
  prompt.innerHTML = asked.promptHtml;
  const sure = sureness.find(({ value }) => value === confidence);
  const marks = [
    sure ? `you said: ${sure.label.toLowerCase()}` : '',
    flagged ? 'flagged' : '',
  ].filter((mark) => mark !== '');
  const details = element('details', { class: `reviewed ${verdict.verdict}` }, [
    element('summary', {}, [
      icon(verdictIcons[verdict.verdict]),
      element('span', {}, [
        element('strong', { text: `${index + 1}. ${verdictWords[verdict.verdict]}` }),
        ` ${plainText(asked.promptHtml)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`,
      ]),
    ]),
    // The colors of closed items are not asked for: what is not rendered does not come into view.
    element('div', { attributes: { 'data-item': key } }, [
      // The summary says the verdict.
      verdict.note === '' ? undefined : element('p', { text: verdict.note }),
      prompt,
      reviewedBody(asked, verdict),
      verdict.canRun
        ? tool('debug-step-into', 'Step Through', () => {
            stepThrough();
          })
        : undefined,
      verdictReasons(verdict, stepThrough),
    ]),
  ]);
  details.open = verdict.verdict !== 'correct';
  return details;
}

function reviewedBody(asked: Asked, verdict: ResultItem['verdict']): HTMLElement | undefined {
  if (asked.kind === 'output') return codeBlock(asked.code, asked.block, 'Code');
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
    const text = element('span');
    text.innerHTML = html;
    const outcome = verdict.options[index] ?? { correct: false, chosen: false, whyHtml: '' };
    const why = element('p', { class: 'why' });
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
