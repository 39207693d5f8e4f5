/** Milliseconds without a beat, after which the machine must have slept. */
const longestSilence = 90_000;

/** Notices that the machine slept: nobody answered meanwhile. Somebody has to let it beat every few seconds. */
export class Heartbeat {
  /** Milliseconds since 1970; undefined while nobody lets it beat. */
  private last: number | undefined;

  constructor(private readonly now: () => number) {}

  beat(): void {
    this.last = this.now();
  }

  /** Until when the machine was awake, once after it has slept. */
  awakeUntil(): number | undefined {
    const { last } = this;
    if (last === undefined || this.now() - last <= longestSilence) return undefined;
    this.last = undefined;
    return last;
  }
}
