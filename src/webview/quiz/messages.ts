/** The page's words. */
import type { Confidence } from '../../core/quiz/answer.js';

export const sureness: readonly {
  readonly value: Confidence;
  readonly label: string;
  readonly key: string;
}[] = [
  { value: 'guess', label: 'Guess', key: 'G' },
  { value: 'think', label: 'Think so', key: 'T' },
  { value: 'certain', label: 'Certain', key: 'C' },
];

export const keys: readonly (readonly [string, string])[] = [
  ['1 – 9', 'Choose an option'],
  ['Up, Down', 'Move between options or lines'],
  ['Enter', 'Check the answer, then continue'],
  ['Ctrl+Enter', 'Check an answer of several lines'],
  ['G, T, C', 'Say how sure you are: guess, think so, certain'],
  ['Alt+Up, Alt+Down', 'Move a line'],
  ['Alt+Left, Alt+Right', 'Indent a line less or more'],
  ['Delete', 'Leave a line out, or take it in again'],
  ['F', 'Flag the item for later'],
  ['S', 'Skip the item'],
  ['Page Up, Page Down', 'The item before or after; in practice, after one that is answered'],
  ['E, W', 'Write code in the editor, or here'],
  ['R, Shift+Enter', 'Run code before it is checked'],
  ['F1, “Check Answer”', 'Check code from the editor'],
  ['Escape', 'Leave the field: then letters are keys, and Tab goes on'],
  ['?', 'Show or hide this help'],
];
