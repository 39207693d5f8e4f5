import * as l10n from '@vscode/l10n';
import { examTime, lengths, mostItems } from '../../core/quiz/setup.js';
import type { QuizSetup } from '../../core/quiz/setup.js';
import { isWithin } from '../../core/scope.js';
import type { QuizSetupModel } from '../../protocol/quizSetup.js';
import { choice, choiceGroup, choiceRow, LengthField } from '../shared/choices.js';
import { element, icon, tool } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { counted, figure } from '../shared/figures.js';
import type { View } from '../shared/frame.js';
import { ScopeFields } from '../shared/scopeFields.js';

interface Actions {
  start(setup: QuizSetup): void;
  resume(): void;
  help(): void;
}

const msPerMinute = 60_000;
const usualCount = 15;

/** The choice of a mixed quiz: how it is taken, about what, how long. */
export class SetupView implements View {
  readonly element: HTMLElement;
  private readonly practice: HTMLInputElement;
  private readonly exam: HTMLInputElement;
  private readonly scope: ScopeFields;
  private readonly length: LengthField;
  private readonly onlyMissed: HTMLInputElement;
  private readonly summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  private readonly fault = new FaultLine();
  private readonly begin = element('button', {
    class: 'button',
    text: l10n.t('Start Quiz'),
    attributes: { type: 'submit' },
  });

  constructor(
    private readonly model: QuizSetupModel,
    private readonly actions: Actions,
  ) {
    const { setup } = model;
    this.practice = choice('radio', 'mode', 'practice', setup.mode === 'practice');
    this.exam = choice('radio', 'mode', 'exam', setup.mode === 'exam');
    this.scope = new ScopeFields(model.topics, setup);
    const offered = lengths.find((each) => each === setup.count);
    this.length = new LengthField(
      new Map(lengths.map((each) => [each, itemCount(each)])),
      { label: l10n.t('Other:'), name: l10n.t('Number of items'), most: mostItems },
      offered === undefined ? { typed: setup.count } : { offered },
      usualCount,
    );
    this.onlyMissed = choice('checkbox', 'missed', 'missed', setup.onlyMissed);
    const form = element('form', {}, this.fields());
    form.addEventListener('input', () => {
      this.tell();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.element = element('div', { class: 'start' }, [
      element('div', { class: 'top' }, [
        element('h1', { text: l10n.t('Mixed Quiz') }),
        tool('question', l10n.t('Keys'), () => {
          actions.help();
        }),
      ]),
      element('p', {
        text: l10n.t(
          'Items of several topics in an order of their own; those you missed come more often.',
        ),
      }),
      this.unfinished(),
      form,
    ]);
    this.tell();
  }

  focus(): void {
    const resume = this.element.querySelector<HTMLElement>('.resume');
    (resume ?? (this.exam.checked ? this.exam : this.practice)).focus();
  }

  key(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
    this.submit();
    return true;
  }

  fail(message: string): void {
    this.fault.tell(message);
    this.tell();
  }

  /** What is chosen; undefined while a choice is missing. */
  setup(): QuizSetup | undefined {
    const scope = this.scope.value;
    const { value } = this.length;
    return (
      scope && {
        ...scope,
        mode: this.exam.checked ? 'exam' : 'practice',
        count: 'offered' in value ? value.offered : value.typed,
        onlyMissed: this.onlyMissed.checked,
      }
    );
  }

  private fields(): readonly HTMLElement[] {
    return [
      choiceGroup(l10n.t('Mode'), [
        choiceRow(this.practice, l10n.t('Practice: the verdict after each answer')),
        choiceRow(this.exam, l10n.t('Exam: a time limit, and no verdict before the end')),
      ]),
      ...this.scope.elements,
      this.length.element,
      choiceGroup(l10n.t('Items'), [choiceRow(this.onlyMissed, l10n.t('Only what I missed'))]),
      this.summary,
      this.fault.element,
      element('div', { class: 'buttons' }, [this.begin]),
    ];
  }

  private unfinished(): HTMLElement | undefined {
    const { unfinished } = this.model;
    if (!unfinished) return undefined;
    const { index, count } = unfinished;
    return element(
      'section',
      { class: 'note', attributes: { 'aria-label': l10n.t('Unfinished quiz') } },
      [
        icon('history'),
        element('div', {}, [
          l10n.t('A mixed quiz waits at item {0} of {1}.', figure(index + 1), figure(count)),
          element('div', { class: 'buttons' }, [
            element('button', {
              class: 'button resume',
              text: l10n.t('Continue'),
              attributes: { type: 'button' },
              onClick: () => {
                this.actions.resume();
              },
            }),
          ]),
        ]),
      ],
    );
  }

  /** Says what the choice comes to. */
  private tell(): void {
    const setup = this.setup();
    const available = setup ? this.available(setup) : 0;
    this.begin.disabled = available === 0;
    this.summary.textContent = setup
      ? summaryOf(setup, available)
      : l10n.t('Choose at least one topic and one level.');
  }

  private available(setup: QuizSetup): number {
    return this.model.pool
      .filter((each) => isWithin(setup, each))
      .reduce((sum, { count, missed }) => sum + (setup.onlyMissed ? missed : count), 0);
  }

  private submit(): void {
    const setup = this.setup();
    if (!setup || this.begin.disabled) return;
    this.fault.tell('');
    this.begin.disabled = true;
    this.actions.start(setup);
  }
}

function summaryOf({ mode, count, onlyMissed }: QuizSetup, available: number): string {
  if (available === 0)
    return onlyMissed
      ? l10n.t('You have missed nothing here. Choose more topics or levels, or all items.')
      : l10n.t('No item fits. Choose more topics or levels.');
  const asked = Math.min(count, available);
  const minutes = Math.round((asked * examTime) / msPerMinute);
  const items = itemCount(asked);
  const from = figure(available);
  if (mode !== 'exam')
    return asked < available
      ? l10n.t('{0}, drawn from {1}.', items, from)
      : l10n.t('{0}, which is all there are.', items);
  const time = minuteCount(minutes);
  return asked < available
    ? l10n.t('{0} in {1}, drawn from {2}.', items, time, from)
    : l10n.t('{0} in {1}, which is all there are.', items, time);
}

function itemCount(count: number): string {
  return counted(count, l10n.t('{0} item', figure(count)), l10n.t('{0} items', figure(count)));
}

function minuteCount(count: number): string {
  return counted(count, l10n.t('{0} minute', figure(count)), l10n.t('{0} minutes', figure(count)));
}
