import type { Answer } from '../../core/quiz/answer.js';
import type { Rating } from '../../core/progress/event.js';

/** What the views may do. */
export interface Actions {
  reveal(): void;
  answer(answer: Answer): void;
  rate(rating: Rating): void;
  writeAgain(): void;
  bury(): void;
  suspend(): void;
  undo(): void;
  askSoon(): void;
  stepThrough(): void;
  help(): void;
}
