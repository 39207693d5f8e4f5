import { Reading, nothingRead } from '../../core/reading.js';
import type { ReadingSoFar } from '../../core/reading.js';

/** Milliseconds between two looks. */
const pause = 1000;

/** Watches what of an answer is on the screen, and tells once when it counts as read. */
export class ReadingWatch {
  private readonly inView = new Set<number>();
  private readonly reading: Reading;
  private readonly observer: IntersectionObserver;
  private readonly timer: number;
  private isMoving = true;

  /** @param done is called at most once */
  constructor(
    article: HTMLElement,
    minutes: number,
    before: ReadingSoFar,
    private readonly done: () => void,
  ) {
    const parts = [...article.children];
    this.reading = new Reading(
      parts.map((part) => part.textContent.length),
      minutes,
      before,
    );
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.inView.add(parts.indexOf(target));
        else this.inView.delete(parts.indexOf(target));
      }
    });
    for (const part of parts) this.observer.observe(part);
    for (const movement of ['scroll', 'keydown', 'pointermove'])
      window.addEventListener(movement, this.move, { passive: true });
    this.timer = window.setInterval(() => {
      this.look();
    }, pause);
  }

  get soFar(): ReadingSoFar {
    return this.reading.soFar;
  }

  /** The page turns to something else. */
  dispose(): void {
    window.clearInterval(this.timer);
    this.observer.disconnect();
    for (const movement of ['scroll', 'keydown', 'pointermove'])
      window.removeEventListener(movement, this.move);
  }

  private readonly move = (): void => {
    this.isMoving = true;
  };

  private look(): void {
    const shown = document.visibilityState === 'visible' ? [...this.inView] : [];
    this.reading.look(performance.now(), shown, this.isMoving);
    this.isMoving = false;
    if (!this.reading.isRead) return;
    this.dispose();
    this.done();
  }
}

/** Reads what was saved; anything else is the beginning. */
export function decodeReading(saved: unknown): ReadingSoFar {
  if (typeof saved !== 'object' || saved === null || !('spent' in saved) || !('seen' in saved))
    return nothingRead;
  const { spent, seen } = saved;
  return typeof spent === 'number' && Array.isArray(seen)
    ? { spent, seen: seen.filter((part) => typeof part === 'number') }
    : nothingRead;
}
