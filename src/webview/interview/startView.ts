import { followUpChoices, fits, lengths, planOf } from '../../core/interview/plan.js';
import type { Setup } from '../../core/interview/plan.js';
import type { Level } from '../../core/pack/pack.js';
import type { StartModel } from '../../protocol/interview.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import type { Actions, InterviewView } from './actions.js';
import { plural } from '../shared/figures.js';
import { levels } from './messages.js';

/** The choice of an interview: how long, about what, how deep. */
export class StartView implements InterviewView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', { text: 'Mock Interview' });
  private readonly form = element('form');
  private readonly minutes: readonly HTMLInputElement[];
  private readonly byCount = choice('radio', 'length', 'count');
  private readonly count = element('input', {
    class: 'field count',
    attributes: { type: 'number', min: '1', max: '50', 'aria-label': 'Number of questions' },
  });
  private readonly topics: readonly HTMLInputElement[];
  private readonly levels: readonly HTMLInputElement[];
  private readonly followUps = element('select', { class: 'field', id: 'follow-ups' });
  private readonly summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  private readonly fault = new FaultLine();
  private readonly begin = element('button', {
    class: 'button',
    text: 'Start Interview',
    attributes: { type: 'submit' },
  });

  constructor(
    private readonly model: StartModel,
    private readonly actions: Actions,
  ) {
    const { setup } = model;
    this.minutes = lengths.map((each) => {
      const input = choice('radio', 'length', String(each));
      input.checked = setup.length.kind === 'minutes' && setup.length.minutes === each;
      return input;
    });
    this.byCount.checked = setup.length.kind === 'questions';
    this.count.value = String(setup.length.kind === 'questions' ? setup.length.count : 5);
    const known = setup.topics.filter((key) => model.topics.some((topic) => topic.key === key));
    this.topics = model.topics.map(({ key }) => {
      const input = choice('checkbox', 'topic', key);
      input.checked = known.length === 0 || known.includes(key);
      return input;
    });
    this.levels = levels.map(({ value }) => {
      const input = choice('checkbox', 'level', value);
      input.checked = setup.levels.length === 0 || setup.levels.includes(value);
      return input;
    });
    for (const each of followUpChoices) {
      const text = each === 0 ? 'None' : each === 4 ? 'All, up to 4' : `Up to ${String(each)}`;
      const option = element('option', { text, attributes: { value: String(each) } });
      option.selected = each === setup.followUps;
      this.followUps.append(option);
    }
    this.form.append(...this.fields());
    this.form.addEventListener('input', (event) => {
      if (event.target === this.count) this.byCount.checked = true;
      this.tell();
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.element = element('div', { class: 'start' }, [
      this.heading,
      element('p', {
        text: 'An interviewer asks one question at a time against the clock. You answer in notes or aloud, see the model answer, rate yourself point by point, and end with a report.',
      }),
      this.unfinished(),
      this.form,
    ]);
    this.tell();
  }

  dispose(): void {
    // Nothing runs here.
  }

  focus(): void {
    const resume = this.element.querySelector<HTMLElement>('.resume');
    const chosen = [...this.minutes, this.byCount].find(({ checked }) => checked);
    (resume ?? chosen ?? this.begin).focus();
  }

  spoken(): string {
    return '';
  }

  key(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
    this.submit();
    return true;
  }

  fail(message: string): void {
    this.fault.tell(message);
    if (message !== '') this.begin.disabled = false;
  }

  private fields(): readonly HTMLElement[] {
    const row = (input: HTMLInputElement, ...label: (string | HTMLElement)[]): HTMLElement =>
      element('label', { class: 'choice' }, [input, ...label]);
    const named = (legend: string, rows: readonly HTMLElement[]): HTMLElement =>
      element('fieldset', {}, [element('legend', { text: legend }), ...rows]);
    return [
      named('Length', [
        element('div', { class: 'row' }, [
          ...this.minutes.map((input) => row(input, `${input.value} minutes`)),
          element('span', { class: 'choice' }, [row(this.byCount, 'Questions:'), this.count]),
        ]),
      ]),
      named(
        'Topics',
        this.topics.map((input, at) => row(input, this.model.topics[at]?.title ?? '')),
      ),
      named('Level', [
        element(
          'div',
          { class: 'row' },
          this.levels.map((input, at) => row(input, levels[at]?.label ?? '')),
        ),
      ]),
      element('div', { class: 'select' }, [
        element('label', {
          text: 'Follow-ups to each question',
          attributes: { for: 'follow-ups' },
        }),
        this.followUps,
      ]),
      this.summary,
      this.fault.element,
      element('div', { class: 'buttons' }, [this.begin]),
    ];
  }

  private unfinished(): HTMLElement | undefined {
    const { unfinished } = this.model;
    if (!unfinished) return undefined;
    const { startedAt, index, count } = unfinished;
    const when = new Date(startedAt).toLocaleString(undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const button = (text: string, kind: string, onClick: () => void): HTMLElement =>
      element('button', { class: `button ${kind}`, text, onClick, attributes: { type: 'button' } });
    return element(
      'section',
      { class: 'note', attributes: { 'aria-label': 'Unfinished interview' } },
      [
        icon('history'),
        element('div', {}, [
          `Your interview of ${when} waits at question ${String(index + 1)} of ${String(count)}.`,
          element('div', { class: 'buttons' }, [
            button('Continue', 'resume', () => {
              this.actions.resume();
            }),
            button('End It and Show Report', 'secondary', () => {
              this.actions.endUnfinished();
            }),
          ]),
        ]),
      ],
    );
  }

  private setup(): Setup {
    const checked = (inputs: readonly HTMLInputElement[]): readonly string[] =>
      inputs.every((input) => input.checked)
        ? []
        : inputs.filter((input) => input.checked).map(({ value }) => value);
    const minutes = lengths.find((_, at) => this.minutes[at]?.checked);
    const count = Math.min(50, Math.max(1, Math.round(Number(this.count.value)) || 1));
    return {
      length: minutes === undefined ? { kind: 'questions', count } : { kind: 'minutes', minutes },
      topics: checked(this.topics),
      levels: checked(this.levels) as readonly Level[],
      followUps:
        followUpChoices.find((each) => String(each) === this.followUps.value) ??
        this.model.setup.followUps,
    };
  }

  /** How many questions fit what is chosen; -1 when a choice is missing. */
  private available(): number {
    const none = (inputs: readonly HTMLInputElement[]): boolean =>
      !inputs.some((input) => input.checked);
    if (none(this.topics) || none(this.levels)) return -1;
    const setup = this.setup();
    return this.model.pool
      .filter((each) => fits(setup, each))
      .reduce((sum, { count }) => sum + count, 0);
  }

  private tell(): void {
    const available = this.available();
    const { count, minutes } = planOf(this.setup(), Math.max(0, available));
    this.begin.disabled = count === 0;
    if (available < 0) this.summary.textContent = 'Choose at least one topic and one level.';
    else if (count === 0)
      this.summary.textContent = 'No question fits. Choose more topics or levels.';
    else {
      const each = Math.round((10 * minutes) / count) / 10;
      this.summary.textContent = `${plural(count, 'question')} in ${plural(minutes, 'minute')} of answering, about ${plural(each, 'minute')} each. ${plural(available, 'question')} to draw from, those you have not read or rated low more often.`;
    }
  }

  private submit(): void {
    if (this.begin.disabled) return;
    this.begin.disabled = true;
    this.actions.start(this.setup());
  }
}

function choice(type: 'radio' | 'checkbox', name: string, value: string): HTMLInputElement {
  const input = element('input');
  input.type = type;
  input.name = name;
  input.value = value;
  return input;
}
