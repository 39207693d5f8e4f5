/** How long a program may run: what it waits for the learner does not count. */

/** Milliseconds that a timer can wait at most; a longer one fires at once. */
const longestTimer = 2 ** 31 - 1;

/** Milliseconds that a program with a limit may be there at most, whatever it waits for. */
const ceiling = 60 * 60 * 1000;

export class RunClock {
  private left: number;
  private since: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly last: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param limit milliseconds; undefined for a program that may run for ever.
   * @param onEnd called once, unless `stop` comes first.
   */
  constructor(
    private readonly limit: number | undefined,
    private readonly onEnd: () => void,
    ceilingFor = ceiling,
  ) {
    this.left = limit ?? Infinity;
    if (limit === undefined) return;
    this.last = setTimeout(onEnd, Math.min(Math.max(ceilingFor, limit), longestTimer));
    this.go();
  }

  /** The program waits for the learner, or does so no longer. */
  wait(isWaiting: boolean): void {
    if (this.limit === undefined) return;
    if (!isWaiting) this.go();
    else if (this.since !== undefined) {
      this.left -= performance.now() - this.since;
      this.since = undefined;
      clearTimeout(this.timer);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.last);
  }

  private go(): void {
    if (this.since !== undefined) return;
    this.since = performance.now();
    this.timer = setTimeout(this.onEnd, Math.min(Math.max(0, this.left), longestTimer));
  }
}
