/** Interviews as files, one each: a window that is killed or a second one that is open loses no text. Needs Node, not VS Code. */
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isFinished, reopen } from '../../core/interview/session.js';
import type { InterviewSession } from '../../core/interview/session.js';
import { interviewSchema } from '../../core/interview/sessionSchema.js';
import { writeAtomically } from '../../hosts/node/files/atomicWrite.js';

/** Finished interviews that can still be looked at; the journal keeps what they came to. */
const finishedKept = 10;

/** An interview's id and its end; what an import put beside one is named otherwise. */
const fileName = /^[\w-]{1,100}\.json$/;

export class InterviewStore {
  /** @param setAside hears of a file that cannot be read, by its new path: it stays there, and is not read again */
  constructor(
    private readonly folder: string,
    private readonly setAside: (path: string) => void,
  ) {}

  /** @throws Error with a sentence for the user when another window went on, or the disk does not take it. */
  async save(session: InterviewSession): Promise<void> {
    const stored = await this.read(`${session.id}.json`);
    if (stored === 'later')
      throw new Error(
        'A later version of the extension went on with this interview. Update the extension to go on too.',
      );
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
    const files = names.filter((name) => fileName.test(name));
    const sessions = await Promise.all(files.map((name) => this.read(name)));
    return sessions
      .filter((session) => typeof session === 'object')
      .sort((a, b) => b.startedAt - a.startedAt);
  }

  private async read(name: string): Promise<InterviewSession | 'later' | undefined> {
    const path = join(this.folder, name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const session = decode(text);
    if (session === 'later') return session;
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

const laterSchema = v.object({ version: v.pipe(v.number(), v.minValue(2)) });

/** What a later version of the extension wrote is left as it is. */
function decode(text: string): InterviewSession | 'later' | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = v.safeParse(interviewSchema, value);
    if (parsed.success) return parsed.output;
    return v.is(laterSchema, value) ? 'later' : undefined;
  } catch {
    return undefined;
  }
}
