/** What the page is told of a card: before the answer is shown only what is asked, after it everything. */
import { renderInline, renderMarkdown } from '../../core/markdown.js';
import type { CodeBlock } from '../../core/markdown.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { QuizItem } from '../../core/pack/pack.js';
import type { Rating } from '../../core/progress/event.js';
import type { Answer } from '../../core/quiz/answer.js';
import { grade } from '../../core/quiz/grade.js';
import { toShown } from '../../core/quiz/session.js';
import { permutation } from '../../core/quiz/shuffle.js';
import { itemRating } from '../../core/review/evidence.js';
import {
  askedModel,
  isCode,
  optionVerdicts,
  python,
  shuffledCount,
  yoursAndRight,
} from '../quiz/itemModel.js';
import type { GivenText, QuestionLink, Verdict } from '../../protocol/quiz.js';
import type { CardModel, ExerciseCard } from '../../protocol/review.js';
import type { ShownCard } from './reviewSession.js';

/** What a card is about, from the packs. */
export type CardContent = {
  readonly title: string;
  /** Topic and level. */
  readonly about: readonly string[];
} & (
  | {
      readonly kind: 'question';
      readonly question: QuestionLink;
      /** Markdown. */
      readonly opening: string;
    }
  | {
      readonly kind: 'item';
      /** The one that teaches it. */
      readonly question: QuestionLink;
      readonly quiz: string;
      readonly item: QuizItem;
    }
  | { readonly kind: 'exercise'; readonly exercise: Exercise }
);

type ContentModel = Pick<
  CardModel,
  'question' | 'asked' | 'given' | 'verdict' | 'answerHtml' | 'exercise'
>;

/** @param blocks takes the code that the page is told, for its colors */
export function contentModel(
  content: CardContent,
  shown: ShownCard,
  order: readonly number[],
  blocks: CodeBlock[],
): ContentModel {
  if (content.kind === 'exercise')
    return { exercise: exerciseCard(content.exercise, shown.revealed, blocks) };
  const { question } = content;
  if (content.kind === 'question')
    return {
      question,
      ...(shown.revealed ? { answerHtml: renderMarkdown(content.opening, blocks) } : {}),
    };
  const asked = askedModel(content.item, order, blocks);
  if (!shown.revealed) return { question, asked };
  const { given } = shown;
  return {
    question,
    asked,
    ...(given ? { given: toShown(given, order) } : {}),
    verdict: verdictOf(content.item, given ?? { kind: 'skipped' }, order, blocks, content.question),
  };
}

function exerciseCard(
  { id, body, minutes, approaches }: Exercise,
  revealed: boolean,
  blocks: CodeBlock[],
): ExerciseCard {
  const told = approaches.map(({ title, time, memory, when }) => ({
    titleHtml: renderInline(title),
    timeHtml: renderInline(time),
    memoryHtml: renderInline(memory),
    whenHtml: renderInline(when),
  }));
  return {
    id,
    minutes,
    taskHtml: renderMarkdown(body, blocks),
    ...(revealed ? { approaches: told } : {}),
  };
}

/** The author's place at each shown place. */
export function orderOf(item: QuizItem, seed: number, key: string): readonly number[] {
  return permutation(shuffledCount(item), seed, key);
}

/** The rating that the answer given speaks for. */
export function suggestedRating(content: CardContent, shown: ShownCard): Rating | undefined {
  if (content.kind !== 'item' || !shown.given) return undefined;
  return itemRating(grade(content.item, shown.given), false);
}

function verdictOf(
  item: QuizItem,
  given: Answer,
  order: readonly number[],
  blocks: CodeBlock[],
  question: QuestionLink,
): Verdict {
  const text = (shown: string): GivenText =>
    isCode(item) ? { text: shown, block: python(blocks, shown) } : { text: shown };
  const { score, note } = grade(item, given);
  const { yours, right } = yoursAndRight(item, given);
  const told = given.kind === 'skipped' ? 'skipped' : score > 0 ? 'partly' : 'wrong';
  return {
    verdict: score >= 1 ? 'correct' : told,
    note: given.kind === 'skipped' ? '' : note,
    options: optionVerdicts(item, given, order),
    checks: [],
    ...(item.kind === 'defect' ? { faulty: item.faulty } : {}),
    ...(yours === undefined ? {} : { yours: text(yours) }),
    ...(right === undefined ? {} : { right: text(right) }),
    explanationHtml: renderMarkdown(item.explanation, blocks),
    question,
    canRun: false,
  };
}
