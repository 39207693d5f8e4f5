import type { CaseModel, ExerciseModel, VerdictModel } from '../../protocol/exercise.js';
import { element, icon, tool } from '../shared/dom.js';
import { plural } from '../shared/figures.js';
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
    text: checking ? 'Checking…' : verdict ? summaryOf(verdict) : '',
    attributes: { role: 'status' },
  });
  return element('section', { class: 'verdict', attributes: { 'aria-label': 'Checks' } }, [
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
  if (broken) return 'Nothing could be checked.';
  const right = cases.filter(({ outcome }) => outcome === 'passed').length;
  return passed
    ? `All ${plural(cases.length, 'check')} passed.`
    : `${String(right)} of ${plural(cases.length, 'check')} passed.`;
}

function caseView(model: CaseModel, actions: CaseActions): HTMLElement {
  const { name, outcome, explanationHtml } = model;
  const title = [icon(icons[outcome]), element('span', { text: `${titleOf(name)}: ${outcome}` })];
  if (outcome === 'passed') return element('li', { class: 'case passed' }, title);
  return element('li', { class: `case ${outcome}` }, [
    ...title,
    html('div', 'explanation', explanationHtml),
    ...detailsOf(model, actions),
    ...(outcome === 'undone'
      ? []
      : [
          tool('debug-step-into', 'Step Through', () => {
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
            element('dt', { text: 'Expected' }),
            element('dd', {}, [element('code', { text: expected })]),
            element('dt', { text: 'Got' }),
            element('dd', {}, [element('code', { text: actual })]),
          ]),
        ]),
    ...(line === undefined
      ? []
      : [
          element('button', {
            class: 'tool',
            text: `Line ${String(line)} of your file`,
            attributes: { type: 'button' },
            onClick: () => {
              open(line);
            },
          }),
        ]),
    ...folded('Traceback', traceback),
    ...folded('Output', output),
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
