import * as l10n from '@vscode/l10n';
import { levelWords } from '../../core/levelWords.js';
import type { ApproachModel, ExerciseModel } from '../../protocol/exercise.js';
import { ofContent } from '../shared/content.js';
import { minuteCount } from '../shared/counts.js';
import { element, tool } from '../shared/dom.js';
import { figure } from '../shared/figures.js';
import { html } from '../shared/renderedText.js';
import { measuredView } from './measuredView.js';
import { verdictView } from './verdictView.js';

export interface Actions {
  readonly check: () => void;
  readonly hint: () => void;
  readonly solutions: () => void;
  readonly compare: (approach: string) => void;
  /** The learner's file, at a line. */
  readonly open: (line?: number) => void;
  readonly stepThrough: (name: string) => void;
  readonly startAgain: () => void;
  readonly measure: () => void;
}

export function exerciseView(model: ExerciseModel, actions: Actions): HTMLElement {
  const { title, level, minutes, passed, checking, file } = model;
  const standing = [levelWords(level), minuteCount(minutes), ...(passed ? [l10n.t('solved')] : [])];
  return element('article', { class: 'exercise' }, [
    element('h1', { text: title, attributes: ofContent }),
    element('p', { class: 'standing', text: standing.join(' · ') }),
    html('div', 'task', model.taskHtml),
    element('div', { class: 'actions' }, [
      element('button', {
        id: 'check',
        class: 'button',
        text: checking ? l10n.t('Checking…') : l10n.t('Check'),
        attributes: { type: 'button', ...(checking ? { 'aria-disabled': 'true' } : {}) },
        onClick: checking ? () => undefined : actions.check,
      }),
      tool('go-to-file', l10n.t('Open {0}', file), () => {
        actions.open();
      }),
      model.approaches
        ? tool('refresh', l10n.t('Write It Again'), () => {
            actions.startAgain();
          })
        : undefined,
    ]),
    element('p', { class: 'aside', text: l10n.t('Saving the file checks it as well.') }),
    verdictView(model, actions),
    helpView(model, actions),
    model.canMeasure ? measuredView(model.measured, actions.measure) : undefined,
  ]);
}

function helpView(model: ExerciseModel, actions: Actions): HTMLElement {
  const { hintsHtml, hintsLeft, approaches } = model;
  return element('section', { class: 'help', attributes: { 'aria-label': l10n.t('Help') } }, [
    ...(hintsHtml.length > 0 ? [element('h2', { text: l10n.t('Hints') })] : []),
    element(
      'ol',
      { class: 'hints' },
      hintsHtml.map((each) => html('li', 'hint', each)),
    ),
    element('div', { class: 'actions' }, [
      hintsLeft > 0
        ? element('button', {
            id: 'hint',
            class: 'button secondary',
            text:
              hintsHtml.length === 0
                ? l10n.t('Show a Hint ({0} left)', figure(hintsLeft))
                : l10n.t('Show the Next Hint ({0} left)', figure(hintsLeft)),
            attributes: { type: 'button' },
            onClick: actions.hint,
          })
        : undefined,
      approaches
        ? undefined
        : element('button', {
            id: 'solutions',
            class: 'button secondary',
            text: l10n.t('Show a Solution…'),
            attributes: { type: 'button' },
            onClick: actions.solutions,
          }),
    ]),
    ...(approaches ? [element('h2', { text: l10n.t('Ways to solve it') })] : []),
    ...(approaches ?? []).map((approach) => approachView(approach, actions)),
  ]);
}

function approachView(approach: ApproachModel, actions: Actions): HTMLElement {
  const { id, title, code, timeHtml, memoryHtml, whenHtml, textHtml } = approach;
  return element('section', { class: 'approach' }, [
    element('h3', { text: title, attributes: ofContent }),
    html('div', 'when', whenHtml),
    element('dl', {}, [
      element('dt', { text: l10n.t('Time') }),
      html('dd', '', timeHtml),
      element('dt', { text: l10n.t('Memory') }),
      html('dd', '', memoryHtml),
    ]),
    element('pre', { class: 'code', attributes: { tabindex: '0' } }, [
      element('code', { text: code }),
    ]),
    html('div', 'text', textHtml),
    tool('diff', l10n.t('Compare with Yours'), () => {
      actions.compare(id);
    }),
  ]);
}
