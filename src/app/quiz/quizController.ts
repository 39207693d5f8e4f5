/** Takes a learner through one session: stores each answer before its verdict is told. Knows no VS Code. */
import * as l10n from '@vscode/l10n';
import { serialQueue } from '../serialQueue.js';
import { Heartbeat } from '../sessions/heartbeat.js';
import type { KeptQuiz } from '../sessions/quizSessions.js';
import type { CodeItem, QuizItem } from '../../core/pack/pack.js';
import type { Answer, Confidence } from '../../core/quiz/answer.js';
import type { Checked } from '../../core/quiz/grade.js';
import { assertFits } from '../../core/quiz/answerFits.js';
import * as machine from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import type { Draft, QuizModel, Tried } from '../../protocol/quiz.js';
import type { CodeBlock } from '../../core/markdown.js';
import { answerEvents, endEvents } from '../../core/quiz/outcome.js';
import { unansweredCount, withOpenAnswers } from './openAnswers.js';
import { itemModel, orderOf, toldOf } from './quizModel.js';
import { resultMarkdown, resultModel } from './resultModel.js';
import type { QuizDependencies } from './quizDependencies.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';
import { steppedItem } from './steppedItem.js';
import { tryCode } from './codeTrial.js';
import { answerFile, writtenText } from './writtenAnswer.js';

function elsewhere(): string {
  return l10n.t('This item was answered in another window; that answer counts.');
}

export class QuizController {
  private readonly inTurn = serialQueue();
  private readonly heart: Heartbeat;
  /** Keys of the items of which this window knew that they are answered. */
  private readonly known = new Set<string>();

  constructor(
    private readonly kept: Pick<KeptQuiz, 'id' | 'session' | 'refresh' | 'write'>,
    private readonly dependencies: QuizDependencies,
  ) {
    this.heart = new Heartbeat(() => dependencies.now());
  }

  get session(): QuizSession {
    return this.kept.session;
  }

  /** Takes a stored session up, and fits it to the packs of today. */
  takeUp(): Promise<void> {
    return this.inTurn(async () => {
      await this.kept.write(
        machine.reconcile(machine.reopen(this.session, this.dependencies.now()), (entry) =>
          this.dependencies.item(entry),
        ),
      );
    });
  }

  /** What to show now; an exam whose time is over ends first. */
  model(): Promise<QuizModel> {
    return this.inTurn(async () => {
      await this.endWhenOver();
      return this.shown();
    });
  }

  /** @param fromFile the answer is in the item's file. */
  answer(
    key: string,
    shown: Answer,
    confidence: Confidence | undefined,
    fromFile = false,
  ): Promise<QuizModel> {
    return this.inTurn(async () => {
      if (await this.endWhenOver()) return this.shown();
      if (this.answeredElsewhere(key)) return this.shown(elsewhere());
      const entry = machine.assertMayAnswer(this.session, key);
      const item = this.itemOf(entry);
      const answer = fromFile
        ? ({ kind: 'code', text: await writtenText(this.session, key, this.dependencies) } as const)
        : machine.fromShown(shown, orderOf(this.session, entry, item));
      assertFits(item, answer);
      const checks = await this.checksOf(key, item, answer, confidence);
      const now = this.dependencies.now();
      const next = machine.submit(this.session, item, { key, answer, confidence, checks, now });
      // In an exam nothing is told before the end.
      const told = next.mode === 'exam' ? undefined : next.entries[next.at];
      const refused = await this.kept.write(next, told && answerEvents(this.kept.id, told));
      this.known.add(key);
      if (refused.length > 0) return this.shown(elsewhere());
      // What is stored can be told; that it is a draft no more need not be waited for.
      this.inTurn(() => this.dependencies.drafts.keep(key, undefined)).catch((error: unknown) => {
        this.dependencies.failed(error);
      });
      return this.shown();
    });
  }

  /** Running code takes its time, and the window may be killed meanwhile: the answer is kept first. */
  private async checksOf(
    key: string,
    item: QuizItem,
    answer: Answer,
    confidence: Confidence | undefined,
  ): Promise<Checked> {
    if (item.kind !== 'code' || answer.kind !== 'code') return [];
    await this.dependencies.drafts.keep(key, { answer, confidence });
    return this.dependencies.check(item, answer.text);
  }

  /** Keeps what is being answered, as it is shown; it counts for nothing before it is checked. */
  keepDraft(key: string, draft: Draft): Promise<void> {
    return this.inTurn(async () => {
      const entry = this.session.entries.find((each) => machine.entryKey(each) === key);
      const open = !entry?.given || this.session.mode === 'exam' || entry.grade?.unchecked;
      if (entry && open && !this.session.finished) await this.dependencies.drafts.keep(key, draft);
    });
  }

  /** What changed in another window, if anything. */
  lookAgain(): Promise<QuizModel | undefined> {
    return this.inTurn(async () => {
      const before = this.session;
      await this.kept.refresh();
      return before === this.session ? undefined : this.shown();
    });
  }

  /** Called every few seconds; resolves with what to show when the machine slept meanwhile. */
  keepTime(): Promise<QuizModel | undefined> {
    return this.inTurn(async () => {
      const slept = await this.awake();
      this.heart.beat();
      return slept ? this.shown() : undefined;
    });
  }

  next(): Promise<QuizModel> {
    return this.move((session) => machine.next(session, this.dependencies.now()));
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
      session.finished ? session : change(session, this.dependencies.now()),
    );
  }

  finish(): Promise<QuizModel> {
    return this.inTurn(async () => {
      if (!(await this.endWhenOver())) await this.end();
      return this.shown();
    });
  }

  /** How many items would count as not answered if the quiz ended now. */
  unanswered(): Promise<number> {
    return this.inTurn(() => unansweredCount(this.session, this.dependencies));
  }

  markdown(): string {
    if (!this.session.finished)
      throw new Error('The quiz is not finished. Finish it to save its result.');
    return resultMarkdown(this.session, this.dependencies);
  }

  /** The item of an entry that was answered and whose verdict was told. */
  toldItem(key: string): QuizItem {
    const { finished, mode } = this.session;
    const entry = machine.entryOf(this.session, key);
    const isOpen = !entry.given || entry.grade?.unchecked !== undefined;
    if (!finished && (isOpen || mode === 'exam')) {
      throw new Error('Answer the item first; then its code can be run.');
    }
    return this.itemOf(entry);
  }

  /** The program of an item whose verdict was told; of a `code` item with the check that failed. */
  stepped(key: string, check: number | undefined): SteppedCode {
    const item = this.toldItem(key);
    return steppedItem(item, machine.entryOf(this.session, key), check);
  }

  /** The code that the page was told of an item, by its places. */
  async code(key: string): Promise<readonly CodeBlock[]> {
    const entry = machine.entryOf(this.session, key);
    const blocks: CodeBlock[] = [];
    const told = toldOf(this.session, entry, this.itemOf(entry), this.dependencies, blocks);
    const file = told.verdict ? undefined : await answerFile(this.session, key, this.dependencies);
    if (file) blocks.push({ language: 'python', code: file.text });
    return blocks;
  }

  /** The item, when it is the one that is asked for code now. */
  askedCode(key: string): { readonly entry: SessionEntry; readonly item: CodeItem } {
    const entry = machine.assertMayAnswer(this.session, key);
    const item = this.itemOf(entry);
    if (item.kind !== 'code') throw new Error('This item is not answered with code.');
    return { entry, item };
  }

  /** @param text what is in the page; undefined when the code is in the item's file */
  async tryCode(key: string, text: string | undefined): Promise<Tried> {
    const { item } = this.askedCode(key);
    const code = text ?? (await writtenText(this.session, key, this.dependencies));
    return tryCode(this.session, item, code, this.dependencies);
  }

  private move(change: (session: QuizSession) => QuizSession): Promise<QuizModel> {
    return this.inTurn(async () => {
      if (!(await this.endWhenOver())) await this.change(change(this.session));
      return this.shown();
    });
  }

  /** Takes in what other windows did, and ends an exam whose time is over. */
  private async endWhenOver(): Promise<boolean> {
    await this.kept.refresh();
    await this.awake();
    const now = this.dependencies.now();
    if (this.session.finished || machine.remaining(this.session, now) !== 0) return false;
    await this.end();
    return true;
  }

  /** Nobody answers while the machine sleeps: that time does not count, and an exam waits for the learner. */
  private async awake(): Promise<boolean> {
    const until = this.heart.awakeUntil();
    const { session } = this;
    if (until === undefined || session.finished || session.resumedAt === undefined) return false;
    const paused = machine.pause(session, until);
    const isTimed = session.limit !== undefined;
    await this.kept.write(isTimed ? paused : machine.resume(paused, this.dependencies.now()));
    return true;
  }

  /** What is ticked in an exam and not saved counts. */
  private async end(): Promise<void> {
    const { session, dependencies } = this;
    const last = session.mode === 'exam' ? await withOpenAnswers(session, dependencies) : session;
    await this.change(machine.finish(last, dependencies.now()));
  }

  private async change(next: QuizSession): Promise<void> {
    const ends = next.finished && !this.session.finished;
    await this.kept.write(next, ends ? endEvents(this.kept.id, next) : []);
  }

  /** While practising the first answer counts; when this window did not know of it, it has to be told. */
  private answeredElsewhere(key: string): boolean {
    const entry = this.session.entries[this.session.at];
    if (!entry?.given || this.known.has(key) || machine.entryKey(entry) !== key) return false;
    return this.session.mode === 'practice' && entry.grade?.unchecked === undefined;
  }

  private async shown(note?: string): Promise<QuizModel> {
    const { session, dependencies } = this;
    for (const entry of session.entries)
      if (entry.given && note === undefined) this.known.add(machine.entryKey(entry));
    if (session.finished) return resultModel(session, dependencies, dependencies.attempts());
    const model = itemModel(session, dependencies, dependencies.now());
    const open = !model.verdict;
    const [draft, file] = await Promise.all([
      open ? dependencies.drafts.get(model.key) : undefined,
      open && model.asked.kind === 'code'
        ? answerFile(session, model.key, dependencies)
        : undefined,
    ]);
    return {
      ...model,
      ...(draft ? { draft } : {}),
      ...(file ? { file } : {}),
      ...(note === undefined ? {} : { notes: [...model.notes, note] }),
    };
  }

  private itemOf(entry: SessionEntry): QuizItem {
    const item = this.dependencies.item(entry);
    if (!item) throw new Error('This item is no longer in the quiz. Start the quiz again.');
    return item;
  }
}
