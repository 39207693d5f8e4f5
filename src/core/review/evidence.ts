/** What answers in quizzes say of memory, as the ratings that a learner would give. */
import type { Rating } from '../progress/event.js';
import type { Confidence } from '../quiz/answer.js';

/** A right answer that was guessed counts as half known. */
const guessed = 0.5;

interface Answer {
  /** 0 to 1. */
  readonly score: number;
  readonly confidence?: Confidence | undefined;
}

/**
 * The rating of an item by an answer to it. Wrong is *Again*; right in part is *Hard* from one half on, else *Again*;
 * right is *Hard* when guessed and else *Good*. *Easy* is only for one who is certain and was right on an earlier
 * day as well: certain at the first meeting may merely have read the answer a minute ago.
 */
export function itemRating({ score, confidence }: Answer, rightBefore: boolean): Rating {
  if (score < 0.5) return 1;
  if (score < 1 || confidence === 'guess') return 2;
  return confidence === 'certain' && rightBefore ? 4 : 3;
}

/**
 * The rating of a question by what was answered on its items in one day, each item once.
 *
 * One item tells of a corner of its question, and in a review items come one by one: were each of them a review of
 * the question, a question with ten items would be pushed ahead (or fail) ten times as often as it is asked. So
 * a single item says nothing; from two on the mean of the day is one rating: *Good* from 85 %, *Hard* from one half,
 * else *Again*. What was predicted of one snippet's steps counts as one item. Never *Easy*: to recognize is less than to recall.
 */
export function questionRating(answers: Iterable<Answer>): Rating | undefined {
  let count = 0;
  let sum = 0;
  for (const { score, confidence } of answers) {
    count += 1;
    sum += confidence === 'guess' ? score * guessed : score;
  }
  if (count < 2) return undefined;
  const mean = sum / count;
  return mean >= 0.85 ? 3 : mean >= 0.5 ? 2 : 1;
}
