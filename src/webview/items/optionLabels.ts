import * as l10n from '@vscode/l10n';
import type { Verdict } from '../../protocol/quiz.js';
import { element, icon } from '../shared/dom.js';

/** What an option was, in words: right or not, the learner's or not. */
export function optionLabels({ correct, chosen }: Verdict['options'][number]): HTMLElement {
  const labels = element('p', { class: 'labels' });
  if (chosen) labels.append(element('span', { class: 'label', text: l10n.t('Your answer') }));
  const kind = correct ? 'good' : chosen ? 'bad' : 'quiet';
  labels.append(
    element('span', { class: `label ${kind}` }, [
      kind === 'quiet' ? undefined : icon(correct ? 'check' : 'close'),
      correct ? l10n.t('Correct') : l10n.t('Not correct'),
    ]),
  );
  return labels;
}
