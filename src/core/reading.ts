/** Tells when a text counts as read: nearly all of it was on the screen, and one was at it for long enough. */

/** How far one is in a text. */
export interface ReadingSoFar {
  /** Milliseconds during which the text was in view and one was there. */
  readonly spent: number;
  /** The parts of the text that were in view, by their index. */
  readonly seen: readonly number[];
}

export const nothingRead: ReadingSoFar = { spent: 0, seen: [] };

/** Read at four times the usual pace one has at least looked at everything. */
const shareOfMinutes = 1 / 4;
const shareOfText = 0.9;
/** Milliseconds without any movement after which nobody counts as being there. */
const idle = 90_000;

export class Reading {
  private spent: number;
  private readonly seen: Set<number>;
  private last: number | undefined;
  private moved: number | undefined;

  /**
   * @param lengths how much there is to read in each part of the text, in any unit
   * @param minutes what the whole takes at the usual pace
   */
  constructor(
    private readonly lengths: readonly number[],
    private readonly minutes: number,
    before: ReadingSoFar = nothingRead,
  ) {
    this.spent = before.spent;
    this.seen = new Set(before.seen.filter((part) => part < lengths.length));
  }

  /**
   * Takes in what is on the screen; called often, the time since the last call counts.
   *
   * @param now milliseconds, from any beginning
   * @param parts indexes of the parts that are in view; none while the text is out of sight
   * @param isMoving the reader has scrolled or pressed a key since the last call
   */
  look(now: number, parts: readonly number[], isMoving: boolean): void {
    if (isMoving) this.moved = now;
    this.moved ??= now;
    const isThere = parts.length > 0 && now - this.moved <= idle;
    if (isThere && this.last !== undefined) this.spent += now - this.last;
    this.last = isThere ? now : undefined;
    for (const part of parts) this.seen.add(part);
  }

  get soFar(): ReadingSoFar {
    return { spent: this.spent, seen: [...this.seen] };
  }

  get isRead(): boolean {
    const all = sum(this.lengths);
    const seen = sum(this.lengths.filter((_, part) => this.seen.has(part)));
    return seen >= shareOfText * all && this.spent >= shareOfMinutes * this.minutes * 60_000;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
