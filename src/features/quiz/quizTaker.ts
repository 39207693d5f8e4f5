/** Takes a learner through one session: stores each answer before its verdict is told. Knows no VS Code. */
import type { CodeItem, QuizItem } from '../../core/pack/pack.js';
import type { LearningEvent } from '../../core/progress/event.js';
import type { Answer, Confidence } from '../../core/quiz/answer.js';
import type { CheckResult } from '../../core/quiz/grade.js';
import * as machine from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import type { QuizModel } from '../../protocol/quiz.js';
import type { CodeBlock } from '../../core/markdown.js';
import { itemModel, orderOf, toldOf } from './quizModel.js';
import type { QuizKnowledge } from './quizModel.js';
import { resultMarkdown, resultModel, totalScore } from './resultModel.js';
import type { Attempt } from './quizStore.js';

export interface TakerOutside extends QuizKnowledge {
  now(): number;
  save(session: QuizSession): Promise<void>;
  record(event: LearningEvent): Promise<void>;
  attempts(): readonly Attempt[];
  addAttempt(attempt: Attempt): Promise<void>;
  noteSureness(key: string, missed: boolean, sure: Confidence | undefined): Promise<void>;
  /** Rejects with a sentence for the user when code cannot be run here. */
  check(item: CodeItem, code: string): Promise<readonly CheckResult[]>;
}

export class QuizTaker {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private current: QuizSession,
    private readonly outside: TakerOutside,
  ) {}

  get session(): QuizSession {
    return this.current;
  }

  /** What to show now; an exam whose time is over ends first. */
  model(): Promise<QuizModel> {
    return this.inTurn(async () => {
      await this.endWhenOver();
      return this.shown();
    });
  }

  answer(key: string, shown: Answer, confidence: Confidence | undefined): Promise<QuizModel> {
    return this.inTurn(async () => {
      if (await this.endWhenOver()) return this.shown();
      const entry = machine.assertMayAnswer(this.current, key);
      const item = this.itemOf(entry);
      const answer = machine.fromShown(shown, orderOf(this.current, entry, item));
      assertFits(item, answer);
      const checks =
        item.kind === 'code' && answer.kind === 'code'
          ? await this.outside.check(item, answer.text)
          : [];
      const now = this.outside.now();
      await this.keep(machine.submit(this.current, item, { key, answer, confidence, checks, now }));
      // In an exam nothing is told before the end, not even by the marks in the tree.
      if (this.current.mode === 'practice')
        await this.recordAnswer(this.current.entries[this.current.at]);
      return this.shown();
    });
  }

  next(): Promise<QuizModel> {
    return this.move((session) => machine.next(session, this.outside.now()));
  }

  goTo(index: number): Promise<QuizModel> {
    return this.move((session) => machine.goTo(session, index));
  }

  flag(flagged: boolean): Promise<QuizModel> {
    return this.move((session) => (session.finished ? session : machine.flag(session, flagged)));
  }

  pause(paused: boolean): Promise<QuizModel> {
    const change = paused ? machine.pause : machine.resume;
    return this.move((session) =>
      session.finished ? session : change(session, this.outside.now()),
    );
  }

  finish(): Promise<QuizModel> {
    return this.move((session) => machine.finish(session, this.outside.now()));
  }

  /** The session once all that was asked for before is done. */
  settled(): Promise<QuizSession> {
    return this.inTurn(() => Promise.resolve(this.current));
  }

  markdown(): string {
    if (!this.current.finished)
      throw new Error('The quiz is not finished. Finish it to save its result.');
    return resultMarkdown(this.current, this.outside);
  }

  /** The item of an entry that was answered and whose verdict was told. */
  toldItem(key: string): QuizItem {
    const { finished, mode, entries } = this.current;
    const entry = entries.find((each) => machine.entryKey(each) === key);
    if (!entry?.given || (mode === 'exam' && !finished)) {
      throw new Error('Answer the item first; then its code can be run.');
    }
    return this.itemOf(entry);
  }

  /** The code that the page was told of an item, by its places. */
  code(key: string): readonly CodeBlock[] {
    const entry = this.current.entries.find((each) => machine.entryKey(each) === key);
    if (!entry) throw new Error('There is no such item in this quiz.');
    const blocks: CodeBlock[] = [];
    toldOf(this.current, entry, this.itemOf(entry), this.outside, blocks);
    return blocks;
  }

  private move(change: (session: QuizSession) => QuizSession): Promise<QuizModel> {
    return this.inTurn(async () => {
      if (!(await this.endWhenOver())) await this.change(change(this.current));
      return this.shown();
    });
  }

  private async endWhenOver(): Promise<boolean> {
    const now = this.outside.now();
    if (this.current.finished || machine.remaining(this.current, now) !== 0) return false;
    await this.change(machine.finish(this.current, now));
    return true;
  }

  private async change(session: QuizSession): Promise<void> {
    if (session === this.current) return;
    const ends = session.finished && !this.current.finished;
    if (ends) await this.recordEnd(session);
    await this.keep(session);
  }

  private async keep(session: QuizSession): Promise<void> {
    await this.outside.save(session);
    this.current = session;
  }

  private async recordEnd(session: QuizSession): Promise<void> {
    if (session.mode === 'exam')
      for (const entry of session.entries) await this.recordAnswer(entry);
    const score = totalScore(session);
    const count = session.entries.length;
    const share = count === 0 ? 0 : Math.min(1, score / count);
    await this.outside.record({
      kind: 'quizFinished',
      quiz: session.id,
      score: share,
      items: count,
    });
    await this.outside.addAttempt({
      finishedAt: session.finishedAt ?? this.outside.now(),
      score,
      count,
    });
  }

  private async recordAnswer(entry: SessionEntry | undefined): Promise<void> {
    if (!entry?.grade) return;
    const { quiz, item, question, grade, confidence } = entry;
    const { score } = grade;
    await this.outside.record({ kind: 'answered', quiz, item, question, score, confidence });
    await this.outside.noteSureness(machine.entryKey(entry), grade.score < 1, confidence);
  }

  private shown(): QuizModel {
    if (this.current.finished) {
      return resultModel(this.current, this.outside, this.outside.attempts());
    }
    return itemModel(this.current, this.outside, this.outside.now());
  }

  private itemOf(entry: SessionEntry): QuizItem {
    const item = this.outside.item(entry);
    if (!item) throw new Error('This item is no longer in the quiz. Start the quiz again.');
    return item;
  }

  /** One change after another, whatever the page sends at once. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}

/** @throws Error with a sentence for the user when the answer is not of the item's kind, or empty. */
function assertFits(item: QuizItem, answer: Answer): void {
  if (answer.kind === 'skipped') return;
  const wanted = {
    single: 'choice',
    multiple: 'choice',
    output: 'text',
    text: 'text',
    order: 'lines',
    code: 'code',
  } as const;
  if (answer.kind !== wanted[item.kind]) throw new Error('This answer does not fit the item.');
  if (answer.kind === 'choice' && answer.options.length === 0)
    throw new Error('Choose an option first.');
  if (answer.kind === 'choice' && item.kind === 'single' && answer.options.length > 1) {
    throw new Error('Only one option can be chosen.');
  }
}
