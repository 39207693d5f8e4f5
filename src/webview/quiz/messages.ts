/** The page's words. */
import * as l10n from '@vscode/l10n';
import { listed } from '../../core/lists.js';
import type { Confidence } from '../../core/quiz/answer.js';

export const sureness: readonly {
  readonly value: Confidence;
  readonly label: string;
  readonly key: string;
}[] = [
  { value: 'guess', label: l10n.t('Guess'), key: 'G' },
  { value: 'think', label: l10n.t('Think so'), key: 'T' },
  { value: 'certain', label: l10n.t('Certain'), key: 'C' },
];

export const keys: readonly (readonly [string, string])[] = [
  ['1 – 9', l10n.t('Choose an option')],
  [l10n.t('Up, Down'), l10n.t('Move between options or lines')],
  [l10n.t('Enter'), l10n.t('Check the answer, then continue')],
  [l10n.t('Ctrl+Enter'), l10n.t('Check an answer of several lines')],
  [listed(['G', 'T', 'C']), l10n.t('Say how sure you are: guess, think so, certain')],
  [l10n.t('Alt+Up, Alt+Down'), l10n.t('Move a line')],
  [l10n.t('Alt+Left, Alt+Right'), l10n.t('Indent a line less or more')],
  [
    l10n.t({ message: 'Delete', comment: ['A key'] }),
    l10n.t('Leave a line out, or take it in again'),
  ],
  ['F', l10n.t('Flag the item for later')],
  ['S', l10n.t('Skip the item')],
  [
    l10n.t('Page Up, Page Down'),
    l10n.t('The item before or after; in practice, after one that is answered'),
  ],
  [listed(['E', 'W']), l10n.t('Write code in the editor, or here')],
  [l10n.t('R, Shift+Enter'), l10n.t('Run code before it is checked')],
  [l10n.t('F1, “Check Answer”'), l10n.t('Check code from the editor')],
  [l10n.t('Escape'), l10n.t('Leave the field: then letters are keys, and Tab goes on')],
  ['?', l10n.t('Show or hide this help')],
];

/** How sure the learner was, among what is told of an item that is done with. */
export const saidSure: Readonly<Record<Confidence, string>> = {
  guess: l10n.t('you said: guess'),
  think: l10n.t('you said: think so'),
  certain: l10n.t('you said: certain'),
};
