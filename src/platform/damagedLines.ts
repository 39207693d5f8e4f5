/** What could not be read of a journal, kept in a file beside it so that somebody may still make sense of it. */
import { appendFile, readFile } from 'node:fs/promises';

export class DamagedLines {
  private seen: Set<string> | undefined;

  constructor(readonly path: string) {}

  /** Sets aside what was not set aside before, by this window or another; resolves with how many lines that was. */
  async setAside(lines: readonly string[]): Promise<number> {
    if (lines.length === 0) return 0;
    const seen = (this.seen ??= await this.read());
    const fresh = lines.filter((line) => !seen.has(line));
    for (const line of fresh) seen.add(line);
    if (fresh.length > 0) {
      try {
        await appendFile(this.path, `${fresh.join('\n')}\n`, { mode: 0o600 });
      } catch {
        // The journal itself still has them; the copy is tried again at the next start.
      }
    }
    return fresh.length;
  }

  /** What was set aside is about to be deleted: the same line, once it is there again, is told again. */
  forget(): void {
    this.seen = undefined;
  }

  private async read(): Promise<Set<string>> {
    try {
      return new Set((await readFile(this.path, 'utf8')).split('\n'));
    } catch {
      return new Set(); // There is none yet, or it cannot be read: then a line may be told twice.
    }
  }
}
