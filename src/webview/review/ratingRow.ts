import * as l10n from '@vscode/l10n';
import type { Rating } from '../../core/progress/event.js';
import type { RatingChoice } from '../../protocol/review.js';
import { element } from '../shared/dom.js';
import { ratingMeanings, ratingNames } from './messages.js';

/** For the style sheet. */
const classes: Readonly<Record<Rating, string>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' };

/** One button a rating, each with the time after which the card comes again. */
export class RatingRow {
  readonly element: HTMLElement;
  private readonly buttons: ReadonlyMap<Rating, HTMLButtonElement>;
  private readonly first: HTMLButtonElement | undefined;

  constructor(choices: readonly RatingChoice[], rate: (rating: Rating) => void) {
    this.buttons = new Map(
      choices.map(({ rating, interval, suggested }) => [
        rating,
        element(
          'button',
          {
            class: `button rating ${classes[rating]}${suggested ? '' : ' secondary'}`,
            title: ratingMeanings[rating],
            attributes: { type: 'button' },
            onClick: () => {
              rate(rating);
            },
          },
          [
            element('span', { class: 'name' }, [
              `${ratingNames[rating]} `,
              element('kbd', { text: String(rating), attributes: { 'aria-hidden': 'true' } }),
            ]),
            element('span', { class: 'interval', text: interval }),
            suggested
              ? element('span', { class: 'suggestion', text: l10n.t('Suggested') })
              : undefined,
          ],
        ),
      ]),
    );
    this.first = this.buttons.get(choices.find(({ suggested }) => suggested)?.rating ?? 3);
    this.element = element(
      'div',
      {
        class: 'ratings',
        attributes: { role: 'group', 'aria-label': l10n.t('How well did you know it?') },
      },
      [...this.buttons.values()],
    );
  }

  /** On what the answer speaks for, else on *Good*; the answer above stays in view. */
  focus(): void {
    this.first?.focus({ preventScroll: true });
  }

  press(rating: Rating): void {
    this.buttons.get(rating)?.click();
  }

  disable(disabled: boolean): void {
    for (const button of this.buttons.values()) button.disabled = disabled;
  }
}
