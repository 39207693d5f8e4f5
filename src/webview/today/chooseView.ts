import * as l10n from '@vscode/l10n';
import type { Plan } from '../../core/plan.js';
import type { ChooseModel, TodayHost, TodayModel } from '../../protocol/today.js';
import type { Connection } from '../../protocol/rpc.js';
import { ofContent } from '../shared/content.js';
import { questionCount } from '../shared/counts.js';
import { element, icon } from '../shared/dom.js';
import { figure } from '../shared/figures.js';

/** Days until an interview whose date is not told. */
const usual = 14;
const measures = [1, 2, 3, 5];

/** The first choice: three ways to begin, one click each, with what each would set. */
export function chooseView(
  model: ChooseModel,
  host: Connection<TodayHost>,
  turn: (step: Promise<TodayModel>) => void,
): HTMLElement {
  const choose = (plan: Plan): void => {
    turn(host.call('choose', { plan }));
  };
  const date = element('input', { class: 'field', attributes: { type: 'date' } });
  date.min = model.today;
  date.value = inDays(model.today, usual);
  const forInterview = pathField(model, 0);
  const forLearning = pathField(model, Math.min(1, model.paths.length - 1));
  const perDay = element('select', { class: 'field' });
  for (const measure of measures)
    perDay.append(
      element('option', {
        text: questionCount(measure),
        attributes: { value: String(measure), ...(measure === 2 ? { selected: '' } : {}) },
      }),
    );
  const hasPaths = model.paths.length > 0;
  return element('div', { class: 'choose' }, [
    element('h1', { text: l10n.t('What brings you here?') }),
    element('p', {
      class: 'hint',
      text: l10n.t('Each choice sets a path and a daily measure, and can be changed at any time.'),
    }),
    hasPaths
      ? way({
          title: l10n.t('An interview on a date'),
          words: l10n.t('The questions that come up most, spread over the days that are left.'),
          fields: [
            labelled(l10n.t({ message: 'On', comment: ['Before a date'] }), date),
            labelled(l10n.t('Path (questions)'), forInterview),
          ],
          action: l10n.t('Prepare for the Interview'),
          first: true,
          onClick: () => {
            const chosen = date.value === '' ? inDays(model.today, usual) : date.value;
            choose({ kind: 'interview', path: forInterview.value, date: chosen });
          },
        })
      : undefined,
    hasPaths
      ? way({
          title: l10n.t('Learn from the ground up'),
          words: l10n.t('One path from its beginning to its end, a few questions a day.'),
          fields: [
            labelled(
              l10n.t({
                message: 'A day',
                comment: ['Before a number of questions: so many a day'],
              }),
              perDay,
            ),
            labelled(l10n.t('Path (questions)'), forLearning),
          ],
          action: l10n.t('Learn'),
          onClick: () => {
            choose({ kind: 'learn', path: forLearning.value, perDay: Number(perDay.value) });
          },
        })
      : undefined,
    way({
      title: l10n.t('Look around'),
      words: l10n.t('No path and no measure: read, run and be asked what you like.'),
      fields: [],
      action: l10n.t('Look Around'),
      first: !hasPaths,
      onClick: () => {
        choose({ kind: 'explore' });
        const { first } = model;
        if (first) void host.call('open', { question: first.id, toSide: false });
      },
    }),
  ]);
}

function way(shown: {
  readonly title: string;
  readonly words: string;
  readonly fields: readonly HTMLElement[];
  readonly action: string;
  readonly first?: boolean;
  readonly onClick: () => void;
}): HTMLElement {
  const { title, words, fields, action, first = false, onClick } = shown;
  return element('section', { class: 'way' }, [
    element('h2', { text: title }),
    element('p', { text: words }),
    fields.length > 0 ? element('div', { class: 'fields' }, fields) : undefined,
    element(
      'button',
      {
        class: first ? 'button first' : 'button secondary',
        onClick,
        attributes: { type: 'button' },
      },
      [icon('arrow-right'), action],
    ),
  ]);
}

function pathField({ paths }: ChooseModel, at: number): HTMLSelectElement {
  const select = element('select', { class: 'field' });
  for (const { id, title, questions } of paths)
    select.append(
      element('option', {
        text: `${title} (${figure(questions)})`,
        attributes: { value: id, ...ofContent },
      }),
    );
  select.selectedIndex = at;
  return select;
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return element('label', {}, [element('span', { text }), field]);
}

function inDays(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
