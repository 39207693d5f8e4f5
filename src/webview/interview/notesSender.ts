/** Milliseconds after which what was typed is on its way to the host. */
const delay = 300;

/** Sends notes shortly after they are typed, and at once when a step is to be taken. */
export class NotesSender {
  private waiting: { readonly key: string; readonly text: string } | undefined;
  private timer: number | undefined;

  constructor(
    private readonly send: (key: string, text: string) => Promise<void>,
    /** Hears why notes could not be stored, and an empty word when they are again. */
    private readonly tell: (fault: string) => void,
  ) {}

  put(key: string, text: string): void {
    this.waiting = { key, text };
    this.timer ??= window.setTimeout(() => {
      this.flush().catch(() => undefined); // It was told; what is typed next tries again.
    }, delay);
  }

  /** Resolves when all that was typed is stored. */
  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    if (!waiting) return;
    this.waiting = undefined;
    try {
      await this.send(waiting.key, waiting.text);
      this.tell('');
    } catch (error) {
      this.waiting ??= waiting;
      this.tell(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}
