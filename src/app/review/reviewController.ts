/** Takes a learner through a review: stores each rating before the next card is told. Knows no VS Code. */
import type { CodeBlock } from '../../core/markdown.js';
import type { LearningEvent, Rating } from '../../core/progress/event.js';
import { exerciseOf } from '../../core/progress/storedEvent.js';
import type { NewEvent } from '../../core/progress/journal.js';
import type { Answer } from '../../core/quiz/answer.js';
import { assertFits } from '../../core/quiz/answerFits.js';
import { grade } from '../../core/quiz/grade.js';
import { fromShown } from '../../core/quiz/session.js';
import type { Card } from '../../core/review/reviewFold.js';
import { isLeech } from '../../core/review/schedule.js';
import type { DueCard } from '../../core/review/schedule.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';
import type { CardModel, EndModel, ReviewModel } from '../../protocol/review.js';
import { contentModel, orderOf, suggestedRating } from './cardModel.js';
import type { CardContent } from './cardModel.js';
import { steppedItem } from '../quiz/steppedItem.js';
import { serialQueue } from '../serialQueue.js';
import type { ReviewDependencies } from './reviewDependencies.js';
import type { KeptReview } from './reviews.js';
import { withNext } from './nextCard.js';
import { withoutCurrent, withoutPast, withPast } from './reviewSession.js';
import type { ReviewSession, ShownCard } from './reviewSession.js';

export class ReviewController {
  private readonly inTurn = serialQueue();
  /** The showing of a card that the page was told. */
  private shownStep: number | undefined;
  private blocks: readonly CodeBlock[] = [];

  constructor(
    private readonly kept: Pick<KeptReview, 'id' | 'session' | 'refresh' | 'write'>,
    private readonly dependencies: ReviewDependencies,
  ) {}

  /** What to show now. */
  model(): Promise<ReviewModel> {
    return this.inTurn(() => this.shown());
  }

  /** What another window went on to, if it did. */
  lookAgain(): Promise<ReviewModel | undefined> {
    return this.inTurn(async () => {
      await this.kept.refresh();
      const { current, step } = this.session;
      const isSame = step === this.shownStep && !(current && this.wasSolved(current));
      return isSame ? undefined : this.shown();
    });
  }

  reveal(step: number): Promise<ReviewModel> {
    return this.with(step, (current) =>
      this.keep({ ...this.session, current: { ...current, revealed: true } }),
    );
  }

  answer(step: number, answer: Answer): Promise<ReviewModel> {
    return this.with(step, async (current) => {
      const content = await this.contentOf(current);
      if (content?.kind !== 'item' || content.item.kind === 'code')
        throw new Error('This card is not answered here. Show its answer, then rate it.');
      if (current.revealed) throw new Error('This card was answered already. Rate it.');
      const { item, quiz } = content;
      const given = fromShown(answer, this.orderOf(content, current));
      assertFits(item, given);
      const isSkipped = given.kind === 'skipped';
      const told = { ...current, revealed: true, ...(isSkipped ? {} : { given }) };
      const { score } = grade(item, given);
      const event = {
        kind: 'answered',
        quiz,
        item: item.id,
        question: item.question,
        score,
      } as const;
      const beside = isSkipped ? [] : [{ id: `${this.entryOf(step)}/answer`, event }];
      await this.keep({ ...this.session, current: told }, beside);
    });
  }

  rate(step: number, rating: Rating): Promise<ReviewModel> {
    return this.with(step, async (current) => {
      if (!current.revealed) throw new Error('Show the answer first, then rate the card.');
      await this.finish(current, { kind: 'rated', card: current.card, rating }, rating);
    });
  }

  /** The id of the exercise that is asked; a sentence for the user is thrown when it is not asked any more. */
  exerciseAt(step: number): string {
    const { current, step: now } = this.session;
    const exercise = current && step === now ? exerciseOf(current.card) : undefined;
    if (exercise === undefined) throw new Error('This card is no longer being asked.');
    return exercise;
  }

  bury(step: number): Promise<ReviewModel> {
    const until = this.dependencies.tomorrow();
    return this.with(step, (current) =>
      this.finish(current, { kind: 'buried', card: current.card, until }),
    );
  }

  suspend(step: number): Promise<ReviewModel> {
    return this.with(step, (current) =>
      this.finish(current, { kind: 'suspended', card: current.card, suspended: true }),
    );
  }

  undo(): Promise<ReviewModel> {
    return this.inTurn(async () => {
      await this.kept.refresh();
      const last = this.session.past.at(-1);
      if (!last) throw new Error('There is nothing to undo in this review.');
      const event = { kind: 'undone', entry: last.entry } as const;
      await this.keep(withoutPast(this.session, last), [{ event }]);
      return this.shown();
    });
  }

  askSoon(): Promise<ReviewModel> {
    return this.inTurn(async () => {
      // Those that are forgotten from now on wait their ten minutes again.
      const soonUntil = Math.max(0, ...(await this.soon()).map(({ dueAt }) => dueAt));
      await this.keep({ ...this.session, soonUntil });
      return this.shown();
    });
  }

  /** The program of an `output` item whose answer is shown. */
  stepped(step: number): Promise<SteppedCode> {
    return this.inTurn(async () => {
      const { current, step: now } = this.session;
      if (!current?.revealed || step !== now)
        throw new Error('Show the answer first; then its code can be stepped through.');
      const content = await this.contentOf(current);
      if (content?.kind !== 'item') throw new Error('This card has no code to step through.');
      return steppedItem(content.item, current, undefined);
    });
  }

  /** The code that the page was told, by its places. */
  code(key: string): readonly CodeBlock[] {
    return key === String(this.session.step) ? this.blocks : [];
  }

  private get session(): ReviewSession {
    return this.kept.session;
  }

  /** Does something with the card of that showing; where another window went on, it only shows where the review is. */
  private with(step: number, work: (current: ShownCard) => Promise<void>): Promise<ReviewModel> {
    return this.inTurn(async () => {
      await this.kept.refresh();
      const { current, step: now } = this.session;
      if (current && step === now) await work(current);
      else if (step !== this.shownStep) throw new Error('This card is no longer being asked.');
      return this.shown();
    });
  }

  /** The card is done with, and the next one comes. */
  private async finish(current: ShownCard, event: LearningEvent, rating?: Rating): Promise<void> {
    const id = this.entryOf(this.session.step);
    const past = withPast(this.session, { ...current, entry: id, rating });
    await this.keep(past, [{ id, event }]);
    await this.advance(this.session);
  }

  /** Names what is done with the card of a showing: in whatever window, it is done once. */
  private entryOf(step: number): string {
    return `${this.kept.id}/${String(step)}`;
  }

  /** The card that is shown, or the next one, or the end when there is none. */
  private async shown(): Promise<ReviewModel> {
    if (!this.session.current) await this.advance(this.session);
    for (;;) {
      this.shownStep = this.session.step;
      const { current } = this.session;
      if (!current) return this.endModel();
      const card = this.dependencies.card(current.card);
      if (this.wasSolved(current)) {
        await this.advance(withoutCurrent(this.session, card?.state?.rating));
        continue;
      }
      const content = await this.contentOf(current);
      if (card && content) return this.cardModel(card, content, current);
      this.dependencies.gone(current.card);
      await this.advance({ ...this.session, current: undefined });
    }
  }

  /** The exercise of the card was written again meanwhile: on its own page, which rated it. */
  private wasSolved({ card: id }: ShownCard): boolean {
    const card = this.dependencies.card(id);
    return exerciseOf(id) !== undefined && card !== undefined && !this.dependencies.isDue(card);
  }

  private async advance(session: ReviewSession): Promise<void> {
    await this.keep(withNext(session, await this.dependencies.queue(), this.dependencies.now()));
  }

  private async cardModel(
    card: Card,
    content: CardContent,
    current: ShownCard,
  ): Promise<CardModel> {
    const { words } = this.dependencies;
    const { step } = this.session;
    const queue = await this.dependencies.queue();
    const blocks: CodeBlock[] = [];
    const told = contentModel(content, current, this.orderOf(content, current), blocks);
    this.blocks = blocks;
    const now = this.dependencies.now();
    const others = queue.cards.filter(
      (due) => due.card.id !== card.id && due.dueAt <= Math.max(now, this.session.soonUntil),
    );
    const suggested = suggestedRating(content, current);
    const due = queue.cards.find((each) => each.card.id === card.id);
    return {
      screen: 'card',
      ...this.common([
        ...(this.done() === 0 ? words.limits(queue) : []),
        ...(isLeech(card) ? [words.leech(card.state?.lapses ?? 0)] : []),
      ]),
      step,
      title: content.title,
      about: [...content.about, ...words.kind(card.state ? due?.kind : 'new')],
      left: others.length + 1,
      ...told,
      ...(current.revealed
        ? {
            ratings: this.dependencies.scheduling(card.id).map((choice) => ({
              rating: choice.rating,
              interval: words.interval(choice, now),
              suggested: choice.rating === suggested,
            })),
          }
        : {}),
    };
  }

  private async endModel(): Promise<EndModel> {
    const { words } = this.dependencies;
    const queue = await this.dependencies.queue();
    const now = this.dependencies.now();
    const tomorrow = queue.waiting > 0 ? this.dependencies.tomorrow() : Infinity;
    const next = Math.min(this.dependencies.nextDueAt() ?? Infinity, tomorrow);
    return {
      screen: 'end',
      ...this.common(words.limits(queue)),
      tally: this.session.tally,
      nextDue: words.nextDue(Number.isFinite(next) ? next : undefined, now),
      soon: (await this.soon()).length,
    };
  }

  private common(notes: readonly string[]): Pick<EndModel, 'step' | 'done' | 'canUndo' | 'notes'> {
    const { step, past } = this.session;
    return { step, done: this.done(), canUndo: past.length > 0, notes };
  }

  private done(): number {
    return this.session.tally.reduce((sum, count) => sum + count, 0);
  }

  private async soon(): Promise<readonly DueCard[]> {
    const now = this.dependencies.now();
    return (await this.dependencies.queue()).cards.filter(({ dueAt }) => dueAt > now);
  }

  private async contentOf({ card: id }: ShownCard): Promise<CardContent | undefined> {
    const card = this.dependencies.card(id);
    return card && this.dependencies.content(card);
  }

  private orderOf(content: CardContent, { card }: ShownCard): readonly number[] {
    if (content.kind !== 'item') return [];
    return orderOf(content.item, this.session.seed, `${this.session.step}/${card}`);
  }

  private async keep(session: ReviewSession, beside: readonly NewEvent[] = []): Promise<void> {
    await this.kept.write(session, beside);
  }
}
