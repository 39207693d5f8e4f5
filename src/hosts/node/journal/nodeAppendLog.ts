/** An append log as files of one folder. A line counts when it is on the disk. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppendLog, Segment } from '../../../app/ports.js';
import { JournalAppender } from './journalAppender.js';
import type { OpenToAppend } from './journalAppender.js';
import { openRegular } from '../files/regularFile.js';

export class NodeAppendLog implements AppendLog {
  private readonly appenders = new Map<string, JournalAppender>();

  /** @param folder absolute path; made when something is appended */
  constructor(
    private readonly folder: string,
    private readonly openFile?: OpenToAppend,
  ) {}

  async segments(): Promise<readonly Segment[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    });
    const found = await Promise.all(
      names
        .filter((name) => name.endsWith('.jsonl'))
        .map(async (name): Promise<Segment | undefined> => {
          const info = await stat(join(this.folder, name)).catch(() => undefined); // Just deleted.
          // A folder or a pipe of that name is nobody's history.
          return info?.isFile() === true
            ? { name, size: info.size, changedAt: info.mtimeMs }
            : undefined;
        }),
    );
    return found.filter((segment) => segment !== undefined);
  }

  async read(name: string, from: number, length: number): Promise<Uint8Array> {
    const file = await openRegular(join(this.folder, name));
    if (!file) return new Uint8Array();
    try {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  append(name: string, lines: string): Promise<void> {
    return this.appenderOf(name).append(lines);
  }

  async remove(name: string): Promise<void> {
    await this.appenderOf(name).between(() => rm(join(this.folder, name), { force: true }));
  }

  private appenderOf(name: string): JournalAppender {
    const appender =
      this.appenders.get(name) ?? new JournalAppender(join(this.folder, name), this.openFile);
    this.appenders.set(name, appender);
    return appender;
  }
}
