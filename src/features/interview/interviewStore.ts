/** Interviews as files, one each: a window that is killed or a second one that is open loses no text. Needs Node, not VS Code. */
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isFinished, reopen } from '../../core/interview/session.js';
import type { InterviewSession } from '../../core/interview/session.js';
import { interviewSchema } from '../../core/interview/sessionSchema.js';
import { writeAtomically } from '../../platform/scratch/atomicWrite.js';

/** Finished interviews that can still be looked at; the journal keeps what they came to. */
const finishedKept = 10;

export class InterviewStore {
  /** @param setAside hears of a file that cannot be read, by its new path: it stays there, and is not read again */
  constructor(
    private readonly folder: string,
    private readonly setAside: (path: string) => void,
  ) {}

  /** @throws Error with a sentence for the user when another window went on, or the disk does not take it. */
  async save(session: InterviewSession): Promise<void> {
    const stored = await this.read(`${session.id}.json`);
    if (stored && stored.revision >= session.revision) {
      throw new Error(
        'This interview goes on in another window. Go on there, or close this one and start again.',
      );
    }
    try {
      await writeAtomically(join(this.folder, `${session.id}.json`), JSON.stringify(session));
    } catch (error) {
      throw new Error(
        `What you wrote could not be stored in ${this.folder}. Make room on the disk and go on: it is kept here until then.`,
        { cause: error },
      );
    }
  }

  /** As it was when it was last stored, with the clock standing still; undefined when there is none that can be read. */
  async load(id: string): Promise<InterviewSession | undefined> {
    const session = (await this.all()).find((each) => each.id === id);
    return session && reopen(session);
  }

  /** The newest that waits to be gone on with, or to be recorded. */
  async unfinished(): Promise<InterviewSession | undefined> {
    const session = (await this.all()).find((each) => !isFinished(each) || !each.recorded);
    return session && reopen(session);
  }

  /** Deletes what was finished and recorded long ago. */
  async prune(): Promise<void> {
    const done = (await this.all()).filter((session) => isFinished(session) && session.recorded);
    for (const { id } of done.slice(finishedKept))
      await rm(join(this.folder, `${id}.json`), { force: true });
  }

  /** Newest first. */
  private async all(): Promise<readonly InterviewSession[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.filter((name) => name.endsWith('.json'));
    const sessions = await Promise.all(files.map((name) => this.read(name)));
    return sessions
      .filter((session) => session !== undefined)
      .sort((a, b) => b.startedAt - a.startedAt);
  }

  private async read(name: string): Promise<InterviewSession | undefined> {
    const path = join(this.folder, name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const session = decode(text);
    if (session && `${session.id}.json` === name) return session;
    const kept = `${path}.damaged`;
    await rename(path, kept).then(
      () => {
        this.setAside(kept);
      },
      () => undefined, // Another window was first, and tells it.
    );
    return undefined;
  }
}

function decode(text: string): InterviewSession | undefined {
  try {
    const parsed = v.safeParse(interviewSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
