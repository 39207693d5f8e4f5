/** The page's words. */
import type { Rating } from '../../core/progress/event.js';

export const ratingNames: Readonly<Record<Rating, string>> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};

/** What each rating means, for those who are not sure. */
export const ratingMeanings: Readonly<Record<Rating, string>> = {
  1: 'I did not know it',
  2: 'I knew it, with much effort or a gap',
  3: 'I knew it',
  4: 'I knew it at once',
};

export const keys: readonly (readonly [string, string])[] = [
  ['Space, Enter', 'Show the answer'],
  ['1 – 9', 'Choose an option'],
  ['Enter', 'Write an answer; Escape leaves the field'],
  ['Enter, Ctrl+Enter', 'Check the answer; of several lines'],
  ['1, 2, 3, 4', 'Rate: Again, Hard, Good, Easy'],
  ['U, Ctrl+Z', 'Undo, and show the last card again'],
  ['B', 'Bury: ask it tomorrow'],
  ['S', 'Suspend: ask it no more, until “Ask Suspended Cards Again”'],
  ['O', 'Open the whole question'],
  ['W', 'Write an exercise again, from its starter'],
  ['?', 'Show or hide this help'],
];
