import type { HistoryJournal } from '../../core/progress/journal.js';
import type { Disposable } from '../disposable.js';

/** The learner's journal as a host keeps it. */
export interface StoredJournal extends HistoryJournal {
  /** Where the user finds it. */
  readonly path: string;
  /** Where what could not be read is set aside. */
  readonly damagedPath: string;
  /** Takes in what was appended since the last call, by this window or another; rejects with the host's error. */
  load(): Promise<void>;
  /** Fires with the number of damaged lines that were set aside; none is told of twice. */
  onDidSetAside(listener: (lines: number) => void): void;
  /**
   * Fires when another window may have written, or something else did.
   *
   * @param failed told, once, when that cannot be noticed (any more)
   */
  watch(changed: () => void, failed: (error: unknown) => void): Disposable;
}
