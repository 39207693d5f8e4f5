/** One taking of a quiz in a folder of its own: its changes line by line, and what is being answered. Knows no VS Code. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { applyChange, changeSchema, changesBetween } from '../../core/quiz/sessionChange.js';
import type { SessionChange } from '../../core/quiz/sessionChange.js';
import { sessionSchema } from '../../core/quiz/sessionSchema.js';
import type { QuizSession } from '../../core/quiz/sessionSchema.js';
import { LineFile } from '../../hosts/node/files/lineFile.js';
import type { ReadLines } from '../../hosts/node/files/lineFile.js';
import { writeAtomically } from '../../hosts/node/files/atomicWrite.js';
import { draftSchema } from '../../protocol/quiz.js';
import type { Draft } from '../../protocol/quiz.js';

/** A session that is kept: whatever is written is there for good, and other windows' changes come in. */
export interface KeptSession {
  readonly session: QuizSession;
  /** Takes in what other windows have written since. */
  refresh(): Promise<QuizSession>;
  /** Resolves when what leads to `next` is stored, with the changes that came too late to count. */
  write(next: QuizSession): Promise<readonly SessionChange[]>;
  draft(key: string): Promise<Draft | undefined>;
  /** Undefined forgets it. */
  keepDraft(key: string, draft: Draft | undefined): Promise<void>;
}

const lineSchema = v.variant('kind', [
  v.object({ v: v.literal(1), kind: v.literal('start'), session: sessionSchema }),
  v.object({ v: v.literal(1), kind: v.literal('change'), by: v.string(), change: changeSchema }),
]);

export class SessionFile implements KeptSession {
  private readonly lines: LineFile;
  private readonly window = randomUUID();
  private current: QuizSession | undefined;

  private constructor(readonly folder: string) {
    this.lines = new LineFile(join(folder, 'session.jsonl'));
  }

  /** @throws Error with a sentence for the user when it cannot be stored. */
  static async create(folder: string, session: QuizSession): Promise<SessionFile> {
    const file = new SessionFile(folder);
    const start = JSON.stringify({ v: 1, kind: 'start', session });
    await storing(() => file.lines.append([start], true));
    await file.lines.readOn(); // What was just written.
    file.current = session;
    return file;
  }

  /** Undefined when there is none that can be read. */
  static async open(folder: string): Promise<SessionFile | undefined> {
    const file = new SessionFile(folder);
    file.apply(await file.lines.readOn(), true);
    return file.current && file;
  }

  get session(): QuizSession {
    if (!this.current) throw new Error('The quiz could not be read. Start it again.');
    return this.current;
  }

  async refresh(): Promise<QuizSession> {
    this.apply(await this.lines.readOn(), false);
    return this.session;
  }

  async write(next: QuizSession): Promise<readonly SessionChange[]> {
    const changes = changesBetween(this.session, next);
    if (changes.length === 0) return [];
    const lines = changes.map((change) =>
      JSON.stringify({ v: 1, kind: 'change', by: this.window, change }),
    );
    return this.apply(await storing(() => this.lines.appendAndReadOn(lines)), false);
  }

  async draft(key: string): Promise<Draft | undefined> {
    try {
      const parsed = v.safeParse(
        draftSchema,
        JSON.parse(await readFile(this.draftPath(key), 'utf8')),
      );
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined; // Nothing was begun, or a crash left half a file: the learner begins anew.
    }
  }

  /** Whether anything was begun that was not answered. */
  async hasDrafts(): Promise<boolean> {
    const names = await readdir(join(this.folder, 'drafts')).catch((): string[] => []);
    // Not what a killed window left half written.
    return names.some((name) => /^[a-z0-9%-]+\.json$/.test(name));
  }

  async keepDraft(key: string, draft: Draft | undefined): Promise<void> {
    const path = this.draftPath(key);
    if (!draft) {
      await rm(path, { force: true });
      return;
    }
    // Not forced to the disk: it is written at every pause in typing.
    await writeAtomically(path, JSON.stringify(draft), false);
  }

  private draftPath(key: string): string {
    return join(this.folder, 'drafts', `${fileName(key)}.json`);
  }

  /**
   * Takes in what was read, and returns this window's own changes that did not count.
   *
   * @param all the other windows' places too
   */
  private apply({ lines }: ReadLines, all: boolean): readonly SessionChange[] {
    const refused: SessionChange[] = [];
    for (const text of lines) {
      const line = decode(text);
      if (!line) continue;
      if (line.kind === 'start') {
        this.current ??= line.session;
        continue;
      }
      const { by, change } = line;
      const own = by === this.window;
      // Each window shows the item it is at; the last one's place counts when the quiz is opened again.
      if (!this.current || (change.kind === 'went' && !own && !all)) continue;
      const before = this.current;
      this.current = applyChange(before, change);
      if (own && this.current === before) refused.push(change);
    }
    return refused;
  }
}

/** @throws Error with a sentence for the user when it fails */
async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Your answer could not be stored (${reason}). Free some disk space and try again.`,
      { cause: error },
    );
  }
}

/** A name for a file that any system takes, different for different texts. */
export function fileName(text: string): string {
  return text.replace(/[^a-z0-9-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function decode(text: string): v.InferOutput<typeof lineSchema> | undefined {
  try {
    const parsed = v.safeParse(lineSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // A line torn by a crash: the change was not told to anybody.
  }
}
