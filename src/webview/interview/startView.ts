import { followUpChoices, lengths, planOf } from '../../core/interview/plan.js';
import type { Setup } from '../../core/interview/plan.js';
import { isWithin } from '../../core/scope.js';
import type { StartModel } from '../../protocol/interview.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import type { Actions, InterviewView } from './actions.js';
import { LengthField } from '../shared/choices.js';
import { plural } from '../shared/figures.js';
import { ScopeFields } from '../shared/scopeFields.js';

/** The choice of an interview: how long, about what, how deep. */
export class StartView implements InterviewView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', { text: 'Mock Interview' });
  private readonly form = element('form');
  private readonly length: LengthField;
  private readonly scope: ScopeFields;
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
    const { length } = setup;
    this.length = new LengthField(
      new Map(lengths.map((each) => [each, `${String(each)} minutes`])),
      { label: 'Questions:', name: 'Number of questions', most: 50 },
      length.kind === 'minutes' ? { offered: length.minutes } : { typed: length.count },
      5,
    );
    this.scope = new ScopeFields(model.topics, setup);
    for (const each of followUpChoices) {
      const text = each === 0 ? 'None' : each === 4 ? 'All, up to 4' : `Up to ${String(each)}`;
      const option = element('option', { text, attributes: { value: String(each) } });
      option.selected = each === setup.followUps;
      this.followUps.append(option);
    }
    this.form.append(...this.fields());
    this.form.addEventListener('input', () => {
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
    (resume ?? this.length.chosen).focus();
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
    return [
      this.length.element,
      ...this.scope.elements,
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

  /** Undefined while a choice is missing. */
  private setup(): Setup | undefined {
    const scope = this.scope.value;
    const { value } = this.length;
    const minutes = lengths.find((each) => 'offered' in value && value.offered === each);
    const count = 'typed' in value ? value.typed : 1;
    return (
      scope && {
        ...scope,
        length: minutes === undefined ? { kind: 'questions', count } : { kind: 'minutes', minutes },
        followUps:
          followUpChoices.find((each) => String(each) === this.followUps.value) ??
          this.model.setup.followUps,
      }
    );
  }

  private tell(): void {
    const setup = this.setup();
    if (!setup) {
      this.begin.disabled = true;
      this.summary.textContent = 'Choose at least one topic and one level.';
      return;
    }
    const available = this.model.pool
      .filter((each) => isWithin(setup, each))
      .reduce((sum, { count }) => sum + count, 0);
    const { count, minutes } = planOf(setup, available);
    this.begin.disabled = count === 0;
    if (count === 0) this.summary.textContent = 'No question fits. Choose more topics or levels.';
    else {
      const each = Math.round((10 * minutes) / count) / 10;
      this.summary.textContent = `${plural(count, 'question')} in ${plural(minutes, 'minute')} of answering, about ${plural(each, 'minute')} each. ${plural(available, 'question')} to draw from, those you have not read or rated low more often.`;
    }
  }

  private submit(): void {
    const setup = this.setup();
    if (!setup || this.begin.disabled) return;
    this.begin.disabled = true;
    this.actions.start(setup);
  }
}
