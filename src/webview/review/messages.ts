/** The page's words. */
import * as l10n from '@vscode/l10n';
import { listed } from '../../core/lists.js';
import type { Rating } from '../../core/progress/event.js';

export const ratingNames: Readonly<Record<Rating, string>> = {
  1: l10n.t({ message: 'Again', comment: ['A rating of a card'] }),
  2: l10n.t({ message: 'Hard', comment: ['A rating of a card'] }),
  3: l10n.t({ message: 'Good', comment: ['A rating of a card'] }),
  4: l10n.t({ message: 'Easy', comment: ['A rating of a card'] }),
};

/** What each rating means, for those who are not sure. */
export const ratingMeanings: Readonly<Record<Rating, string>> = {
  1: l10n.t('I did not know it'),
  2: l10n.t('I knew it, with much effort or a gap'),
  3: l10n.t('I knew it'),
  4: l10n.t('I knew it at once'),
};

export const keys: readonly (readonly [string, string])[] = [
  [l10n.t('Space, Enter'), l10n.t('Show the answer')],
  ['1 – 9', l10n.t('Choose an option')],
  [l10n.t('Enter'), l10n.t('Write an answer; Escape leaves the field')],
  [l10n.t('Enter, Ctrl+Enter'), l10n.t('Check the answer; of several lines')],
  [listed(['1', '2', '3', '4']), l10n.t('Rate: Again, Hard, Good, Easy')],
  [l10n.t('U, Ctrl+Z'), l10n.t('Undo, and show the last card again')],
  ['B', l10n.t('Bury: ask it tomorrow')],
  ['S', l10n.t('Suspend: ask it no more, until “Ask Suspended Cards Again”')],
  ['O', l10n.t('Open the whole question')],
  ['W', l10n.t('Write an exercise again, from its starter')],
  ['?', l10n.t('Show or hide this help')],
];
