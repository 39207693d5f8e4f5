import * as l10n from '@vscode/l10n';
import type {
  PointModel,
  ReportLink,
  ReportModel,
  ReportQuestionModel,
  ReportTurnModel,
} from '../../protocol/interview.js';
import { language } from '../../core/language.js';
import { questionHref } from '../../core/questionHref.js';
import { ofContent } from '../shared/content.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { questionCount } from '../shared/counts.js';
import { duration, figure } from '../shared/figures.js';
import type { Actions, InterviewView } from './actions.js';
import { markIcons, marks, scoreWords } from './messages.js';

/** The end of an interview: time, points, strengths, what to read again, and every answer once more. */
export class ReportView implements InterviewView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', {
    text: l10n.t('Interview Report'),
    attributes: { tabindex: '-1' },
  });
  private readonly fault = new FaultLine();

  constructor(
    private readonly model: ReportModel,
    actions: Actions,
  ) {
    const when = new Date(model.startedAt).toLocaleString(language(), {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const button = (text: string, kind: string, onClick: () => void): HTMLElement =>
      element('button', { class: `button ${kind}`, text, onClick, attributes: { type: 'button' } });
    this.element = element('div', { class: 'report' }, [
      this.heading,
      element('p', { class: 'place', text: when }),
      element('p', { class: 'lead', text: this.lead() }),
      model.score === undefined ? undefined : bar(model.score),
      element('div', { class: 'buttons' }, [
        button(l10n.t('Save Report…'), '', () => {
          actions.saveReport();
        }),
        button(l10n.t('New Interview'), 'secondary', () => {
          actions.another();
        }),
      ]),
      this.fault.element,
      links(l10n.t('Read again'), model.readAgain),
      links(l10n.t('Strengths'), model.strengths),
      timeTable(model),
      groupTable(model),
      model.questions.length === 0 ? undefined : element('h2', { text: l10n.t('Every answer') }),
      ...model.questions.map((question, index) => answerView(question, index)),
    ]);
  }

  dispose(): void {
    // Nothing runs here.
  }

  focus(): void {
    this.heading.focus();
  }

  spoken(): string {
    return l10n.t('The interview is finished. {0}', this.lead());
  }

  key(): boolean {
    return false;
  }

  fail(message: string): void {
    this.fault.tell(message);
  }

  private lead(): string {
    const { questions, planCount, seconds, planned, score } = this.model;
    const took = l10n.t(
      '{0} of {1} in {2} of {3} minutes.',
      figure(questions.length),
      questionCount(planCount),
      duration(1000 * seconds),
      duration(1000 * planned),
    );
    return score === undefined
      ? took
      : l10n.t('You had {0} of the points. {1}', scoreWords(score), took);
  }
}

function links(heading: string, all: readonly ReportLink[]): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const rows = all.map(({ id, title, score }) =>
    element('li', {}, [
      element('a', {
        text: title,
        attributes: { href: questionHref, 'data-question': id, ...ofContent },
      }),
      ` ${scoreWords(score)}`,
    ]),
  );
  return element('section', {}, [element('h2', { text: heading }), element('ul', {}, rows)]);
}

function timeTable({ questions, share }: ReportModel): HTMLElement | undefined {
  if (questions.length === 0) return undefined;
  const rows = questions.map(({ title, seconds, score }) => [
    element('th', { text: title, attributes: { scope: 'row', ...ofContent } }),
    element('td', { text: duration(1000 * seconds) }, [
      seconds > share
        ? element('span', { class: 'hint', text: ` ${l10n.t('over time')}` })
        : undefined,
    ]),
    element('td', { text: scoreWords(score) }),
  ]);
  return table(
    l10n.t('Questions, {0} minutes each', duration(1000 * share)),
    [l10n.t('Question'), l10n.t('Time'), l10n.t('You had')],
    rows,
  );
}

function groupTable({ byGroup }: ReportModel): HTMLElement | undefined {
  if (byGroup.length === 0) return undefined;
  const rows = byGroup.map(({ group, score, count }) => [
    element('th', { text: group, attributes: { scope: 'row' } }),
    element('td', { text: figure(count) }),
    element('td', { text: scoreWords(score) }),
  ]);
  return table(
    l10n.t('Kinds of points'),
    [l10n.t('Kind'), l10n.t('Points'), l10n.t('You had')],
    rows,
  );
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly HTMLElement[])[],
): HTMLElement {
  const columns = head.map((text) => element('th', { text, attributes: { scope: 'col' } }));
  return element('table', {}, [
    element('caption', { text: caption }),
    element('thead', {}, [element('tr', {}, columns)]),
    element(
      'tbody',
      {},
      rows.map((cells) => element('tr', {}, cells)),
    ),
  ]);
}

function answerView(question: ReportQuestionModel, index: number): HTMLElement {
  const details = element('details', { class: 'answered' }, [
    element('summary', {}, [
      element('strong', {}, [
        `${figure(index + 1)}. `,
        element('span', { text: question.title, attributes: ofContent }),
      ]),
      ` ${scoreWords(question.score)}`,
    ]),
    ...question.turns.map(turnView),
  ]);
  details.open = question.score === undefined || question.score < 1;
  return details;
}

function turnView({ askHtml, notes, told, points }: ReportTurnModel): HTMLElement {
  const heading = element('h3', { attributes: ofContent });
  if (askHtml !== undefined) heading.innerHTML = askHtml;
  return element('section', { class: 'answer' }, [
    askHtml === undefined ? undefined : heading,
    notes.trim() === ''
      ? element('p', { class: 'hint', text: l10n.t('No notes.') })
      : element('div', { class: 'own-notes', text: notes }),
    told
      ? element('ul', { class: 'points' }, points.map(pointView))
      : element('p', { class: 'hint', text: l10n.t('The model answer was not shown.') }),
  ]);
}

function pointView({ html, mark }: PointModel): HTMLElement {
  const text = element('span', { class: 'text', attributes: ofContent });
  text.innerHTML = html;
  const label = marks.find(({ value }) => value === mark)?.label ?? l10n.t('Not rated');
  return element('li', { class: `mark-${String(mark)}` }, [
    icon(mark === null ? 'dash' : markIcons[mark]),
    element('span', { class: 'mark-label', text: label }),
    text,
  ]);
}

function bar(score: number): HTMLElement {
  const progress = element('progress', {
    attributes: { 'aria-label': l10n.t('Points you had: {0}', scoreWords(score)) },
  });
  progress.max = 1;
  progress.value = score;
  return progress;
}
