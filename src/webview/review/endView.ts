import * as l10n from '@vscode/l10n';
import type { Rating } from '../../core/progress/event.js';
import type { EndModel } from '../../protocol/review.js';
import { element } from '../shared/dom.js';
import { FaultLine } from '../shared/faultLine.js';
import { counted, figure, percent } from '../shared/figures.js';
import type { Actions } from './actions.js';
import { reviewHeader } from './reviewHeader.js';
import { ratingNames } from './messages.js';

/** Nothing is left to ask: what was done, and when there is more. */
export class EndView {
  readonly element: HTMLElement;
  private readonly heading: HTMLElement;
  private readonly fault = new FaultLine();

  constructor(model: EndModel, actions: Actions) {
    this.heading = element('h2', { text: endTitle(model), attributes: { tabindex: '-1' } });
    this.element = element('article', { class: 'end' }, [
      reviewHeader(model, actions),
      this.heading,
      ...(model.done === 0 ? [] : [element('p', { text: summary(model) }), tallyTable(model)]),
      element('p', { class: 'next-due', text: model.nextDue }),
      model.soon === 0
        ? undefined
        : element('p', { class: 'buttons' }, [
            element('button', {
              class: 'button secondary',
              text: askSoonWords(model.soon),
              attributes: { type: 'button' },
              onClick: () => {
                actions.askSoon();
              },
            }),
          ]),
      this.fault.element,
    ]);
  }

  focus(): void {
    this.heading.focus();
  }

  fail(message: string): void {
    this.fault.tell(message);
  }
}

export function endTitle({ done }: EndModel): string {
  return done === 0 ? l10n.t('Nothing is due') : l10n.t('Done for now');
}

function summary({ done, tally }: EndModel): string {
  const remembered = percent((done - tally[0]) / done);
  return counted(
    done,
    l10n.t('{0} card rated, {1} remembered.', figure(done), remembered),
    l10n.t('{0} cards rated, {1} remembered.', figure(done), remembered),
  );
}

function askSoonWords(cards: number): string {
  return counted(
    cards,
    l10n.t('Ask {0} Forgotten Card Now', figure(cards)),
    l10n.t('Ask {0} Forgotten Cards Now', figure(cards)),
  );
}

function tallyTable({ tally }: EndModel): HTMLElement {
  const most = Math.max(...tally);
  const rows = tally.map((count, index) => {
    const bar = element('span', { class: 'share', attributes: { 'aria-hidden': 'true' } });
    bar.style.inlineSize = `${(count / most) * 100}%`;
    return element('tr', {}, [
      element('th', { text: ratingNames[(index + 1) as Rating], attributes: { scope: 'row' } }),
      element('td', { text: figure(count) }),
      element('td', { class: 'shares', attributes: { 'aria-hidden': 'true' } }, [bar]),
    ]);
  });
  return element('table', { class: 'tally' }, [
    element('caption', { text: l10n.t('Your ratings'), class: 'visually-hidden' }),
    element('tbody', {}, rows),
  ]);
}
