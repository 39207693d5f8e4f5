/** What could not be read of a journal, kept in a file beside it so that somebody may still make sense of it. */
import type { AppendLog } from '../ports.js';

/** Bytes that are read at once to know what is there already. */
const piece = 1 << 20;
/** Bytes from which on it is full: the journal itself has what comes later, which is told of anew at each start. */
const most = 32 << 20;

export class Quarantine {
  private seen: Set<string> | undefined;
  private isFull = false;

  constructor(
    private readonly log: AppendLog,
    readonly name: string,
  ) {}

  /** Sets aside what was not set aside before, by this window or another; resolves with how many lines that was. */
  async setAside(lines: readonly string[]): Promise<number> {
    if (lines.length === 0) return 0;
    const seen = (this.seen ??= await this.read());
    const fresh: string[] = [];
    for (const line of lines) {
      if (seen.has(line)) continue;
      seen.add(line);
      fresh.push(line);
    }
    if (fresh.length > 0 && !this.isFull) {
      // When it fails the journal itself still has them; the copy is tried again at the next start.
      await this.log.append(this.name, `${fresh.join('\n')}\n`).catch(() => undefined);
    }
    return fresh.length;
  }

  /** What was set aside is about to be deleted: the same line, once it is there again, is told again. */
  forget(): void {
    this.seen = undefined;
    this.isFull = false;
  }

  private async read(): Promise<Set<string>> {
    const decoder = new TextDecoder();
    const texts: string[] = [];
    try {
      for (let from = 0; ; from += piece) {
        this.isFull = from >= most;
        if (this.isFull) break;
        const bytes = await this.log.read(this.name, from, piece);
        texts.push(decoder.decode(bytes, { stream: true }));
        if (bytes.length < piece) break;
      }
    } catch {
      // It cannot be read: then a line may be told twice.
    }
    return new Set(texts.join('').split('\n'));
  }
}
