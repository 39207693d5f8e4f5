import * as l10n from '@vscode/l10n';
import type { CaseModel, ExerciseModel, VerdictModel } from '../../protocol/exercise.js';
import { element, icon, tool } from '../shared/dom.js';
import { counted, figure } from '../shared/figures.js';
import { html } from '../shared/renderedText.js';

interface CaseActions {
  readonly open: (line?: number) => void;
  readonly stepThrough: (name: string) => void;
}

const icons: Readonly<Record<CaseModel['outcome'], string>> = {
  passed: 'pass',
  failed: 'error',
  late: 'watch',
  ended: 'stop-circle',
  undone: 'circle-slash',
};

/** What the checks say; a screen reader hears the first line of it when it comes. */
export function verdictView(
  { verdict, checking }: ExerciseModel,
  actions: CaseActions,
): HTMLElement {
  const summary = element('p', {
    class: verdict?.passed === true ? 'summary passed' : 'summary',
    text: checking ? l10n.t('Checking…') : verdict ? summaryOf(verdict) : '',
    attributes: { role: 'status' },
  });
  return element('section', { class: 'verdict', attributes: { 'aria-label': l10n.t('Checks') } }, [
    summary,
    ...(verdict?.broken ? detailsOf(verdict.broken, actions) : []),
    element(
      'ul',
      { class: 'cases' },
      (verdict?.cases ?? []).map((each) => caseView(each, actions)),
    ),
  ]);
}

function summaryOf({ passed, broken, cases }: VerdictModel): string {
  if (broken) return l10n.t('Nothing could be checked.');
  const right = cases.filter(({ outcome }) => outcome === 'passed').length;
  const all = figure(cases.length);
  return passed
    ? counted(
        cases.length,
        l10n.t('All {0} check passed.', all),
        l10n.t('All {0} checks passed.', all),
      )
    : counted(
        cases.length,
        l10n.t('{0} of {1} check passed.', figure(right), all),
        l10n.t('{0} of {1} checks passed.', figure(right), all),
      );
}

function outcomeWords(outcome: CaseModel['outcome'], title: string): string {
  switch (outcome) {
    case 'passed':
      return l10n.t('{0}: passed', title);
    case 'failed':
      return l10n.t('{0}: failed', title);
    case 'late':
      return l10n.t({ message: '{0}: late', args: [title], comment: ['The check took too long'] });
    case 'ended':
      return l10n.t({
        message: '{0}: ended',
        args: [title],
        comment: ['The check ended the process'],
      });
    case 'undone':
      return l10n.t({ message: '{0}: undone', args: [title], comment: ['The check was not run'] });
  }
}

function caseView(model: CaseModel, actions: CaseActions): HTMLElement {
  const { name, outcome, explanationHtml } = model;
  const title = [
    icon(icons[outcome]),
    element('span', { text: outcomeWords(outcome, titleOf(name)) }),
  ];
  if (outcome === 'passed') return element('li', { class: 'case passed' }, title);
  return element('li', { class: `case ${outcome}` }, [
    ...title,
    html('div', 'explanation', explanationHtml),
    ...detailsOf(model, actions),
    ...(outcome === 'undone'
      ? []
      : [
          tool('debug-step-into', l10n.t('Step Through'), () => {
            actions.stepThrough(name);
          }),
        ]),
  ]);
}

function detailsOf(
  model: Omit<CaseModel, 'name' | 'outcome' | 'explanationHtml'>,
  { open }: Pick<CaseActions, 'open'>,
): readonly HTMLElement[] {
  const { words, expected, actual, traceback, output, line } = model;
  return [
    element('p', { class: 'words', text: words }),
    ...(expected === undefined || actual === undefined
      ? []
      : [
          element('dl', {}, [
            element('dt', { text: l10n.t('Expected') }),
            element('dd', {}, [element('code', { text: expected })]),
            element('dt', { text: l10n.t('Got') }),
            element('dd', {}, [element('code', { text: actual })]),
          ]),
        ]),
    ...(line === undefined
      ? []
      : [
          element('button', {
            class: 'tool',
            text: l10n.t('Line {0} of your file', line),
            attributes: { type: 'button' },
            onClick: () => {
              open(line);
            },
          }),
        ]),
    ...folded(l10n.t('Traceback'), traceback),
    ...folded(l10n.t('Output'), output),
  ];
}

function folded(title: string, text: string | undefined): readonly HTMLElement[] {
  if (text === undefined || text === '') return [];
  return [
    element('details', {}, [
      element('summary', { text: title }),
      element('pre', { text, attributes: { tabindex: '0' } }),
    ]),
  ];
}

/** `test_keeps_order[one]` as `Keeps order (one)`. */
function titleOf(name: string): string {
  const [, test = name, given] = /^(?:\w+\.)?test_([^[]*)(?:\[(.*)\])?$/.exec(name) ?? [];
  const words = test.replaceAll('_', ' ');
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return given === undefined ? title : `${title} (${given})`;
}
