/** The learner's other machines: a compact form of the history travels with Settings Sync and is merged on arrival. */
import * as v from 'valibot';
import type { Memento } from 'vscode';
import {
  CompactFold,
  compactOf,
  decodeCompact,
  encodeCompact,
  nothing,
} from '../../core/progress/compact.js';
import type { Followed, HistoryJournal } from '../../core/progress/journal.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Log } from '../../platform/log.js';
import { Stored } from '../../platform/stored.js';

export interface SyncedMemento extends Memento {
  setKeysForSync(keys: readonly string[]): void;
}

/** This key travels; whoever syncs last overwrites it whole. */
const key = 'sync.progress';
/** This one stays on its machine. */
const deletedKey = 'sync.deleted';

/** What must outlive the deletion of everything, lest other machines bring it back: times, and nothing of the learner. */
export function isSyncKey(name: string): boolean {
  return name === key || name === deletedKey;
}

/** Milliseconds after the last event of a busy moment. */
const quiet = 2000;

export class SyncedProgress extends DisposableStore {
  private readonly fold: Followed<CompactFold>;
  /** Milliseconds since 1970. */
  private readonly deleted: Stored<number>;
  private timer: NodeJS.Timeout | undefined;
  /** What was stored when it was last the same as what is here; undefined once something happened here. */
  private agreed: string | undefined;
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly memento: SyncedMemento,
    private readonly journal: HistoryJournal,
    private readonly log: Pick<Log, 'warn'>,
  ) {
    super();
    this.deleted = new Stored(memento, deletedKey, v.number(), nothing.since);
    memento.setKeysForSync([key]);
    this.fold = journal.follow(() => new CompactFold());
    void journal.ready.then(() => this.meet());
    this.add(
      journal.onDidChange(() => {
        this.agreed = undefined;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.meet(), quiet);
      }),
    );
    this.add({
      dispose: () => {
        clearTimeout(this.timer);
      },
    });
  }

  /** Takes in what arrived, and has what is here travel. */
  async meet(): Promise<void> {
    try {
      await this.inTurn(() => this.bringTogether());
    } catch (error) {
      this.log.warn('Progress could not be brought together with that of other machines', error);
    }
  }

  /** Leaves nothing to travel but the time: what is as old does not come back from other machines. */
  async forget(now: number): Promise<void> {
    await this.inTurn(async () => {
      clearTimeout(this.timer);
      await this.deleted.set(now);
      await this.memento.update(key, encodeCompact({ since: now, entries: [] }));
    });
  }

  private async bringTogether(): Promise<void> {
    const stored = this.memento.get<unknown>(key);
    const text = JSON.stringify(stored) as string | undefined;
    if (text !== undefined && text === this.agreed) return;
    const arrived = decodeCompact(stored);
    if (arrived === 'later') return;
    const since = Math.max(arrived.since, this.deleted.get());
    await this.journal.merge({ entries: compactOf(arrived.entries, since).entries });
    const here = encodeCompact(this.fold.value.compact(since));
    this.agreed = JSON.stringify(here);
    if (this.agreed !== text) await this.memento.update(key, here);
  }

  private inTurn(action: () => Promise<void>): Promise<void> {
    const done = this.working.then(action);
    this.working = done.catch(() => undefined); // Who asked hears of it.
    return done;
  }
}
