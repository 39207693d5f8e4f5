/** Leads a learner through one interview after another; what is said is stored before it is answered. Knows no VS Code. */
import type { Script } from '../../core/interview/modelAnswer.js';
import { drawQuestions, planOf } from '../../core/interview/plan.js';
import type { Candidate, Setup } from '../../core/interview/plan.js';
import { interviewedEvent, reportMarkdown, reportOf } from '../../core/interview/report.js';
import * as machine from '../../core/interview/session.js';
import type { InterviewSession, Mark } from '../../core/interview/session.js';
import type { NewEvent } from '../../core/progress/journal.js';
import { isWithin } from '../../core/scope.js';
import type { InterviewModel, PoolCount } from '../../protocol/interview.js';
import type { TopicChoice } from '../../protocol/topicChoice.js';
import { serialQueue } from '../serialQueue.js';
import { Heartbeat } from '../sessions/heartbeat.js';
import { reportModel, turnModel } from './interviewModel.js';
import type { Interviews, KeptInterview } from './interviews.js';

export interface InterviewDependencies {
  now(): number;
  newSeed(): number;
  newId(): string;
  topics(): Promise<readonly TopicChoice[]>;
  candidates(): Promise<readonly Candidate[]>;
  script(question: string): Promise<Script>;
  /** Topic and level in words. */
  about(question: string): Promise<string>;
  readonly setup: { get(): Setup; set(setup: Setup): Promise<void> };
  readonly interviews: Pick<Interviews, 'begin' | 'unfinished'>;
  /** The report is about to be shown. */
  finished(session: InterviewSession): void;
}

export class InterviewController {
  private readonly queue = serialQueue();
  private readonly heart: Heartbeat;

  constructor(
    private kept: KeptInterview | undefined,
    private readonly dependencies: InterviewDependencies,
  ) {
    this.heart = new Heartbeat(() => dependencies.now());
  }

  /** What to show now. */
  model(): Promise<InterviewModel> {
    return this.inTurn(() => this.shown());
  }

  start(setup: Setup): Promise<InterviewModel> {
    return this.inTurn(async () => {
      const { dependencies } = this;
      if (this.current && !machine.isFinished(this.current)) return this.shown();
      const candidates = (await dependencies.candidates()).filter((each) => isWithin(setup, each));
      const { count, minutes } = planOf(setup, candidates.length);
      const ids = drawQuestions(candidates, count, dependencies.newSeed());
      const scripts = await Promise.all(ids.map((id) => dependencies.script(id)));
      const { followUps } = setup;
      const start = { id: dependencies.newId(), scripts, limit: minutes * 60_000, followUps };
      const session = machine.startInterview({ ...start, now: dependencies.now() });
      await dependencies.setup.set(setup);
      this.kept = await dependencies.interviews.begin(session);
      return this.shown();
    });
  }

  resume(): Promise<InterviewModel> {
    return this.inTurn(async () => {
      this.kept ??= await this.dependencies.interviews.unfinished();
      if (this.current) await this.keep(machine.resume(this.current, this.dependencies.now()));
      return this.shown();
    });
  }

  endUnfinished(): Promise<InterviewModel> {
    return this.inTurn(async () => {
      this.kept ??= await this.dependencies.interviews.unfinished();
      return this.end();
    });
  }

  note(key: string, text: string): Promise<void> {
    return this.inTurn(() =>
      this.keepTyped(machine.note(this.session(), { key, text, now: this.dependencies.now() })),
    );
  }

  showAnswer(key: string): Promise<InterviewModel> {
    return this.move(key, (session, now) => machine.showAnswer(session, now));
  }

  mark(key: string, point: number, value: Mark): Promise<void> {
    return this.inTurn(() => this.keep(machine.mark(this.session(), { key, point, value })));
  }

  next(key: string): Promise<InterviewModel> {
    return this.move(key, (session, now) => machine.next(session, now));
  }

  pause(paused: boolean): Promise<InterviewModel> {
    return this.inTurn(async () => {
      const change = paused ? machine.pause : machine.resume;
      await this.keep(change(this.session(), this.dependencies.now()));
      return this.shown();
    });
  }

  finish(): Promise<InterviewModel> {
    return this.inTurn(() => this.end());
  }

  another(): Promise<InterviewModel> {
    return this.inTurn(() => {
      if (this.current && machine.isFinished(this.current)) this.kept = undefined;
      return this.shown();
    });
  }

  /**
   * Stores the time that passed: now and then, so that a crash costs little of it. Resolves with what to show when the
   * machine slept meanwhile.
   */
  async keepTime(): Promise<InterviewModel | undefined> {
    const wasRunning = this.current?.runningSince !== undefined;
    await this.inTurn(async () => {
      this.heart.beat();
      if (this.current?.runningSince !== undefined) await this.keepTyped(this.current);
    });
    return wasRunning && this.kept?.session.paused ? this.model() : undefined;
  }

  /** The learner leaves: the clock stands still until they come back. */
  leave(): Promise<void> {
    return this.inTurn(async () => {
      if (this.current?.runningSince !== undefined)
        await this.keep(machine.pause(this.current, this.dependencies.now()));
    });
  }

  /** @throws Error with a sentence for the user when there is no report yet. */
  markdown(linkTo: (question: string) => string): {
    readonly text: string;
    readonly startedAt: number;
  } {
    const session = this.current;
    if (!session || !machine.isFinished(session))
      throw new Error('There is no report yet. Finish the interview to save it.');
    return { text: reportMarkdown(reportOf(session), linkTo), startedAt: session.startedAt };
  }

  /** A step from what the page shows; one asked for twice, or from a page that lags behind, only shows where the interview is. */
  private move(
    key: string,
    change: (session: InterviewSession, now: number) => InterviewSession,
  ): Promise<InterviewModel> {
    return this.inTurn(async () => {
      const session = this.session();
      if (machine.isFinished(session)) return this.end();
      if (key === machine.currentKey(session)) {
        const changed = change(session, this.dependencies.now());
        if (machine.isFinished(changed)) return this.end();
        await this.keep(changed);
      }
      return this.shown();
    });
  }

  private async end(): Promise<InterviewModel> {
    const session = this.session();
    if (machine.isFinished(session)) return this.shown();
    const over = machine.finish(session, this.dependencies.now());
    const event = interviewedEvent(over);
    await this.keep(over, event.questions.length > 0 ? [{ id: `${over.id}/finished`, event }] : []);
    this.dependencies.finished(over);
    return this.shown();
  }

  private async shown(): Promise<InterviewModel> {
    const session = this.current;
    if (!session) return this.startModel();
    if (machine.isFinished(session)) return reportModel(session);
    const about = await this.dependencies.about(
      session.questions[session.at]?.script.question ?? '',
    );
    return turnModel(session, about, this.dependencies.now());
  }

  private async startModel(): Promise<InterviewModel> {
    const unfinished = (await this.dependencies.interviews.unfinished())?.session;
    return {
      screen: 'start',
      setup: this.dependencies.setup.get(),
      topics: await this.dependencies.topics(),
      pool: countPool(await this.dependencies.candidates()),
      ...(unfinished
        ? {
            unfinished: {
              startedAt: new Date(unfinished.startedAt).toISOString(),
              index: unfinished.at,
              count: unfinished.questions.length,
            },
          }
        : {}),
    };
  }

  private session(): InterviewSession {
    if (!this.current) throw new Error('No interview goes on. Start one.');
    return this.current;
  }

  private get current(): InterviewSession | undefined {
    return this.kept?.session;
  }

  private async keep(session: InterviewSession, beside: readonly NewEvent[] = []): Promise<void> {
    await this.kept?.keep(machine.settle(session, this.dependencies.now()), beside);
  }

  private async keepTyped(session: InterviewSession): Promise<void> {
    await this.kept?.keepTyped(machine.settle(session, this.dependencies.now()));
  }

  /** A machine that slept kept no time: nobody answered, and the clock waits for the learner. */
  private async awake(): Promise<void> {
    const until = this.heart.awakeUntil();
    const { current } = this;
    if (until === undefined || current?.runningSince === undefined) return;
    await this.keep(machine.pause(current, Math.max(until, current.runningSince)));
  }

  /** One change after another, whatever the page sends at once. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.queue(async () => {
      await this.awake();
      return work();
    });
  }
}

function countPool(candidates: readonly Candidate[]): readonly PoolCount[] {
  const counts = new Map<string, PoolCount>();
  for (const { topic, level } of candidates) {
    const key = `${topic}/${level}`;
    counts.set(key, { topic, level, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
