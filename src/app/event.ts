import type { Disposable } from './disposable.js';

/** Calls the listener whenever something happened, until what it answers is disposed. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

/** Tells all who listen. */
export class Emitter<T = void> {
  private readonly listeners = new Set<{ readonly call: (value: T) => unknown }>();

  /** The same listener twice is called twice. */
  readonly event: Event<T> = (call) => {
    const entry = { call };
    this.listeners.add(entry);
    return { dispose: () => void this.listeners.delete(entry) };
  };

  fire(value: T): void {
    for (const { call } of this.listeners) call(value);
  }
}
