/** Takes a learner through a review: stores each rating before the next card is told. Knows no VS Code. */
import type { CodeBlock } from '../../core/markdown.js';
import type { CardId, LearningEvent, Rating } from '../../core/progress/event.js';
import type { Answer } from '../../core/quiz/answer.js';
import { assertFits } from '../../core/quiz/answerFits.js';
import { grade } from '../../core/quiz/grade.js';
import { fromShown } from '../../core/quiz/session.js';
import type { Card } from '../../core/review/reviewFold.js';
import { isLeech } from '../../core/review/schedule.js';
import type { DueCard } from '../../core/review/schedule.js';
import type { CardModel, EndModel, ReviewModel } from '../../protocol/review.js';
import { contentModel, orderOf, suggestedRating } from './cardModel.js';
import type { CardContent } from './cardModel.js';
import type { ReviewDependencies } from './reviewDependencies.js';
import { withoutPast, withPast } from './reviewSession.js';
import type { ReviewSession, ShownCard } from './reviewSession.js';

export class ReviewController {
  private turn: Promise<unknown> = Promise.resolve();
  private blocks: readonly CodeBlock[] = [];

  constructor(
    private session: ReviewSession,
    private readonly dependencies: ReviewDependencies,
  ) {}

  /** What to show now. */
  model(): Promise<ReviewModel> {
    return this.inTurn(() => this.shown());
  }

  reveal(step: number): Promise<ReviewModel> {
    return this.inTurn(async () => {
      await this.keep({ ...this.session, current: { ...this.current(step), revealed: true } });
      return this.shown();
    });
  }

  answer(step: number, answer: Answer): Promise<ReviewModel> {
    return this.inTurn(async () => {
      const current = this.current(step);
      const content = await this.contentOf(current);
      if (content?.kind !== 'item' || content.item.kind === 'code')
        throw new Error('This card is not answered here. Show its answer, then rate it.');
      if (current.revealed) throw new Error('This card was answered already. Rate it.');
      const { item, quiz } = content;
      const given = fromShown(answer, this.orderOf(content, current));
      assertFits(item, given);
      if (given.kind !== 'skipped') {
        const { score } = grade(item, given);
        const { question } = item;
        await this.dependencies.record({ kind: 'answered', quiz, item: item.id, question, score });
      }
      const told = given.kind === 'skipped' ? {} : { given };
      await this.keep({ ...this.session, current: { ...current, revealed: true, ...told } });
      return this.shown();
    });
  }

  rate(step: number, rating: Rating): Promise<ReviewModel> {
    return this.inTurn(async () => {
      const current = this.current(step);
      if (!current.revealed) throw new Error('Show the answer first, then rate the card.');
      const { id } = await this.dependencies.record({ kind: 'rated', card: current.card, rating });
      await this.advance(withPast(this.session, { ...current, entry: id, rating }));
      return this.shown();
    });
  }

  bury(step: number): Promise<ReviewModel> {
    const until = this.dependencies.tomorrow();
    return this.putAside(step, (card) => ({ kind: 'buried', card, until }));
  }

  suspend(step: number): Promise<ReviewModel> {
    return this.putAside(step, (card) => ({ kind: 'suspended', card, suspended: true }));
  }

  undo(): Promise<ReviewModel> {
    return this.inTurn(async () => {
      const last = this.session.past.at(-1);
      if (!last) throw new Error('There is nothing to undo in this review.');
      await this.dependencies.record({ kind: 'undone', entry: last.entry });
      await this.keep(withoutPast(this.session, last));
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

  /** The code that the page was told, by its places. */
  code(key: string): readonly CodeBlock[] {
    return key === String(this.session.step) ? this.blocks : [];
  }

  private putAside(step: number, event: (card: CardId) => LearningEvent): Promise<ReviewModel> {
    return this.inTurn(async () => {
      const current = this.current(step);
      const { id } = await this.dependencies.record(event(current.card));
      await this.advance(withPast(this.session, { ...current, entry: id }));
      return this.shown();
    });
  }

  /** @throws Error with a sentence for the user when another card is being asked. */
  private current(step: number): ShownCard {
    const { current } = this.session;
    if (!current || step !== this.session.step)
      throw new Error('This card is no longer being asked.');
    return current;
  }

  /** The card that is shown, or the next one, or the end when there is none. */
  private async shown(): Promise<ReviewModel> {
    if (!this.session.current) await this.advance(this.session);
    for (;;) {
      const { current } = this.session;
      if (!current) return this.endModel();
      const card = this.dependencies.card(current.card);
      const content = await this.contentOf(current);
      if (card && content) return this.cardModel(card, content, current);
      this.dependencies.gone(current.card);
      await this.advance({ ...this.session, current: undefined });
    }
  }

  private async advance(session: ReviewSession): Promise<void> {
    const queue = await this.dependencies.queue();
    const now = this.dependencies.now();
    const open = queue.cards.filter(({ dueAt }) => dueAt <= Math.max(now, session.soonUntil));
    const ids = new Set(open.map(({ card }) => card.id));
    const forgotten = open.find(({ kind, dueAt }) => kind === 'relearn' && dueAt <= now);
    const planned = session.order.filter((id) => ids.has(id));
    const order = planned.length > 0 ? planned : open.map(({ card }) => card.id);
    const next = forgotten?.card.id ?? order[0];
    if (next === undefined) {
      await this.keep({ ...session, order: [], current: undefined });
      return;
    }
    await this.keep({
      ...session,
      step: session.step + 1,
      order: order.filter((id) => id !== next),
      current: { card: next, revealed: false },
    });
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
      title: content.question.title,
      about: [...content.about, ...words.kind(card.state ? due?.kind : 'new')],
      left: others.length + 1,
      question: content.question,
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
    if (content.kind === 'question') return [];
    return orderOf(content.item, this.session.seed, `${this.session.step}/${card}`);
  }

  private async keep(session: ReviewSession): Promise<void> {
    this.session = session;
    await this.dependencies.save(session);
  }

  /** One change after another, whatever the page sends at once. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined); // Who asked hears of it; the next one goes on.
    return done;
  }
}
