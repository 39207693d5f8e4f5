import type {
  PointModel,
  ReportLink,
  ReportModel,
  ReportQuestionModel,
  ReportTurnModel,
} from '../../protocol/interview.js';
import { questionHref } from '../../core/questionHref.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { duration, plural } from '../shared/figures.js';
import type { Actions, InterviewView } from './actions.js';
import { markIcons, marks, scoreWords } from './messages.js';

/** The end of an interview: time, points, strengths, what to read again, and every answer once more. */
export class ReportView implements InterviewView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', {
    text: 'Interview Report',
    attributes: { tabindex: '-1' },
  });
  private readonly fault = new FaultLine();

  constructor(
    private readonly model: ReportModel,
    actions: Actions,
  ) {
    const when = new Date(model.startedAt).toLocaleString(undefined, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const button = (text: string, kind: string, onClick: () => void): HTMLElement =>
      element('button', { class: `button ${kind}`, text, onClick, attributes: { type: 'button' } });
    this.element = element('div', { class: 'report' }, [
      this.heading,
      element('p', { class: 'place', text: when }),
      element('p', { class: 'lead', text: this.lead() }),
      model.score === undefined ? undefined : bar(model.score, 'Points you had'),
      element('div', { class: 'buttons' }, [
        button('Save Report…', '', () => {
          actions.saveReport();
        }),
        button('New Interview', 'secondary', () => {
          actions.another();
        }),
      ]),
      this.fault.element,
      links('Read again', model.readAgain),
      links('Strengths', model.strengths),
      timeTable(model),
      groupTable(model),
      model.questions.length === 0 ? undefined : element('h2', { text: 'Every answer' }),
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
    return `The interview is finished. ${this.lead()}`;
  }

  key(): boolean {
    return false;
  }

  fail(message: string): void {
    this.fault.tell(message);
  }

  private lead(): string {
    const { questions, planCount, seconds, planned, score } = this.model;
    const took = `${String(questions.length)} of ${plural(planCount, 'question')} in ${duration(1000 * seconds)} of ${duration(1000 * planned)} minutes.`;
    return score === undefined ? took : `You had ${scoreWords(score)} of the points. ${took}`;
  }
}

function links(heading: string, all: readonly ReportLink[]): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const rows = all.map(({ id, title, score }) =>
    element('li', {}, [
      element('a', { text: title, attributes: { href: questionHref, 'data-question': id } }),
      ` ${scoreWords(score)}`,
    ]),
  );
  return element('section', {}, [element('h2', { text: heading }), element('ul', {}, rows)]);
}

function timeTable({ questions, share }: ReportModel): HTMLElement | undefined {
  if (questions.length === 0) return undefined;
  const rows = questions.map(({ title, seconds, score }) => [
    element('th', { text: title, attributes: { scope: 'row' } }),
    element('td', { text: duration(1000 * seconds) }, [
      seconds > share ? element('span', { class: 'hint', text: ' over time' }) : undefined,
    ]),
    element('td', { text: scoreWords(score) }),
  ]);
  return table(
    `Questions, ${duration(1000 * share)} minutes each`,
    ['Question', 'Time', 'You had'],
    rows,
  );
}

function groupTable({ byGroup }: ReportModel): HTMLElement | undefined {
  if (byGroup.length === 0) return undefined;
  const rows = byGroup.map(({ group, score, count }) => [
    element('th', { text: group, attributes: { scope: 'row' } }),
    element('td', { text: String(count) }),
    element('td', { text: scoreWords(score) }),
  ]);
  return table('Kinds of points', ['Kind', 'Points', 'You had'], rows);
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
      element('strong', { text: `${String(index + 1)}. ${question.title}` }),
      ` ${scoreWords(question.score)}`,
    ]),
    ...question.turns.map(turnView),
  ]);
  details.open = question.score === undefined || question.score < 1;
  return details;
}

function turnView({ askHtml, notes, told, points }: ReportTurnModel): HTMLElement {
  const heading = element('h3');
  if (askHtml !== undefined) heading.innerHTML = askHtml;
  return element('section', { class: 'answer' }, [
    askHtml === undefined ? undefined : heading,
    notes.trim() === ''
      ? element('p', { class: 'hint', text: 'No notes.' })
      : element('div', { class: 'own-notes', text: notes }),
    told
      ? element('ul', { class: 'points' }, points.map(pointView))
      : element('p', { class: 'hint', text: 'The model answer was not shown.' }),
  ]);
}

function pointView({ html, mark }: PointModel): HTMLElement {
  const text = element('span', { class: 'text' });
  text.innerHTML = html;
  const label = marks.find(({ value }) => value === mark)?.label ?? 'Not rated';
  return element('li', { class: `mark-${String(mark)}` }, [
    icon(mark === null ? 'dash' : markIcons[mark]),
    element('span', { class: 'mark-label', text: label }),
    text,
  ]);
}

function bar(score: number, label: string): HTMLElement {
  const progress = element('progress', {
    attributes: { 'aria-label': `${label}: ${scoreWords(score)}` },
  });
  progress.max = 1;
  progress.value = score;
  return progress;
}
