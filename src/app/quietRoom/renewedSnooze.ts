/** Quiet by short snoozes, each renewed before it runs out. The last one runs out by itself, so that a crash leaves none. */
import type { Disposable } from '../disposable.js';

/** How long each snooze holds, and so how long the quiet outlasts its reason at most. */
export const snoozeMinutes = 1;
/** Milliseconds; twice in a snooze, since a busy machine may be late. */
const renewal = 30_000;

export class RenewedSnooze implements Disposable {
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param snooze begins a snooze of `snoozeMinutes`, in place of one that still holds */
  constructor(private readonly snooze: () => void) {}

  /** At once, also when it is kept already: the machine may have slept since the last renewal. */
  keep(): void {
    this.dispose();
    this.snooze();
    this.timer = setInterval(this.snooze, renewal);
  }

  /** Renews it no more. */
  dispose(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
