/** Does something some time after it was first called for, once for all who called meanwhile. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly onPause: () => void,
  ) {}

  after(): void {
    this.timer ??= setTimeout(() => {
      this.now();
    }, this.milliseconds);
  }

  now(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.onPause();
  }
}
