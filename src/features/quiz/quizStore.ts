/** What is kept of quizzes, below one folder: every taking, past attempts, how sure the learner was. Knows no VS Code. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { confidenceSchema } from '../../core/quiz/answer.js';
import type { Confidence } from '../../core/quiz/answer.js';
import { attemptName } from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/sessionSchema.js';
import { LineFile } from '../../hosts/node/files/lineFile.js';
import { fileName, SessionFile } from './sessionFile.js';

const attemptSchema = v.object({ finishedAt: v.number(), score: v.number(), count: v.number() });
export type Attempt = v.InferOutput<typeof attemptSchema>;

const lineSchema = v.variant('kind', [
  v.object({
    v: v.literal(1),
    kind: v.literal('attempt'),
    quiz: v.string(),
    attempt: attemptSchema,
  }),
  v.object({
    v: v.literal(1),
    kind: v.literal('sure'),
    key: v.string(),
    sure: v.optional(confidenceSchema),
  }),
]);
type Line = v.InferOutput<typeof lineSchema>;

const attemptsShown = 50;

export class QuizStore {
  private readonly history: LineFile;
  private readonly past = new Map<string, Attempt[]>();
  private readonly sureness = new Map<string, Confidence>();
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {
    this.history = new LineFile(join(folder, 'history.jsonl'));
  }

  begin(session: QuizSession): Promise<SessionFile> {
    return SessionFile.create(join(this.folderOf(session.id), attemptName(session)), session);
  }

  /** The last taking of a quiz, or the one of that name. */
  async session(id: string, attempt?: string): Promise<SessionFile | undefined> {
    const names = await readdir(this.folderOf(id)).catch((): string[] => []);
    const wanted = attempt !== undefined && names.includes(attempt) ? attempt : names.sort().at(-1);
    return wanted === undefined ? undefined : SessionFile.open(join(this.folderOf(id), wanted));
  }

  /** Takes in what other windows have written since. */
  async refresh(): Promise<void> {
    const read = this.reading.then(async () => {
      const { lines, anew } = await this.history.readOn();
      if (anew) {
        this.past.clear();
        this.sureness.clear();
      }
      for (const text of lines) {
        const line = decode(text);
        if (line) this.apply(line);
      }
    });
    this.reading = read.catch(() => undefined); // Who asked hears of it; the next one tries again.
    await read;
  }

  /** As of the last refresh, the oldest first. */
  attempts(id: string): readonly Attempt[] {
    return (this.past.get(id) ?? []).slice(-attemptsShown);
  }

  addAttempt(quiz: string, attempt: Attempt): Promise<void> {
    return this.append({ v: 1, kind: 'attempt', quiz, attempt });
  }

  /** How sure the learner was when last wrong on an item, by `quiz/item`, as of the last refresh. */
  surenessOfMissed(): ReadonlyMap<string, Confidence> {
    return this.sureness;
  }

  async noteSureness(key: string, missed: boolean, sure: Confidence | undefined): Promise<void> {
    const kept = missed ? sure : undefined;
    if (this.sureness.get(key) !== kept) await this.append({ v: 1, kind: 'sure', key, sure: kept });
  }

  private async append(line: Line): Promise<void> {
    await this.history.append([JSON.stringify(line)]);
    await this.refresh();
  }

  private apply(line: Line): void {
    if (line.kind === 'sure') {
      if (line.sure) this.sureness.set(line.key, line.sure);
      else this.sureness.delete(line.key);
      return;
    }
    const attempts = this.past.get(line.quiz);
    if (attempts) attempts.push(line.attempt);
    else this.past.set(line.quiz, [line.attempt]);
  }

  private folderOf(id: string): string {
    return join(this.folder, fileName(id));
  }
}

function decode(text: string): Line | undefined {
  try {
    const parsed = v.safeParse(lineSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // A line torn by a crash.
  }
}
