import * as l10n from '@vscode/l10n';
import { followUpChoices, lengths, planOf } from '../../core/interview/plan.js';
import type { Setup } from '../../core/interview/plan.js';
import { language } from '../../core/language.js';
import { isWithin } from '../../core/scope.js';
import type { StartModel } from '../../protocol/interview.js';
import { element, icon } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import type { Actions, InterviewView } from './actions.js';
import { LengthField } from '../shared/choices.js';
import { minuteCount, questionCount } from '../shared/counts.js';
import { figure } from '../shared/figures.js';
import { ScopeFields } from '../shared/scopeFields.js';

/** The choice of an interview: how long, about what, how deep. */
export class StartView implements InterviewView {
  readonly element: HTMLElement;
  private readonly heading = element('h1', { text: l10n.t('Mock Interview') });
  private readonly form = element('form');
  private readonly length: LengthField;
  private readonly scope: ScopeFields;
  private readonly followUps = element('select', { class: 'field', id: 'follow-ups' });
  private readonly summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  private readonly fault = new FaultLine();
  private readonly begin = element('button', {
    class: 'button',
    text: l10n.t('Start Interview'),
    attributes: { type: 'submit' },
  });

  constructor(
    private readonly model: StartModel,
    private readonly actions: Actions,
  ) {
    const { setup } = model;
    const { length } = setup;
    this.length = new LengthField(
      new Map(lengths.map((each) => [each, minuteCount(each)])),
      { label: l10n.t('Questions:'), name: l10n.t('Number of questions'), most: 50 },
      length.kind === 'minutes' ? { offered: length.minutes } : { typed: length.count },
      5,
    );
    this.scope = new ScopeFields(model.topics, setup);
    for (const each of followUpChoices) {
      const option = element('option', {
        text: followUpWords(each),
        attributes: { value: String(each) },
      });
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
        text: l10n.t(
          'An interviewer asks one question at a time against the clock. You answer in notes or aloud, see the model answer, rate yourself point by point, and end with a report.',
        ),
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
          text: l10n.t('Follow-ups to each question'),
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
    const when = new Date(startedAt).toLocaleString(language(), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const button = (text: string, kind: string, onClick: () => void): HTMLElement =>
      element('button', { class: `button ${kind}`, text, onClick, attributes: { type: 'button' } });
    return element(
      'section',
      { class: 'note', attributes: { 'aria-label': l10n.t('Unfinished interview') } },
      [
        icon('history'),
        element('div', {}, [
          l10n.t(
            'Your interview of {0} waits at question {1} of {2}.',
            when,
            figure(index + 1),
            figure(count),
          ),
          element('div', { class: 'buttons' }, [
            button(l10n.t('Continue'), 'resume', () => {
              this.actions.resume();
            }),
            button(l10n.t('End It and Show Report'), 'secondary', () => {
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
      this.summary.textContent = l10n.t('Choose at least one topic and one level.');
      return;
    }
    const available = this.model.pool
      .filter((each) => isWithin(setup, each))
      .reduce((sum, { count }) => sum + count, 0);
    const { count, minutes } = planOf(setup, available);
    this.begin.disabled = count === 0;
    if (count === 0)
      this.summary.textContent = l10n.t('No question fits. Choose more topics or levels.');
    else {
      const each = Math.round((10 * minutes) / count) / 10;
      this.summary.textContent = l10n.t(
        '{0} in {1} of answering, about {2} each. {3} to draw from, those you have not read or rated low more often.',
        questionCount(count),
        minuteCount(minutes),
        minuteCount(each),
        questionCount(available),
      );
    }
  }

  private submit(): void {
    const setup = this.setup();
    if (!setup || this.begin.disabled) return;
    this.begin.disabled = true;
    this.actions.start(setup);
  }
}

function followUpWords(count: (typeof followUpChoices)[number]): string {
  if (count === 0) return l10n.t({ message: 'None', comment: ['No follow-up questions'] });
  return count === 4 ? l10n.t('All, up to {0}', figure(count)) : l10n.t('Up to {0}', figure(count));
}
