/** The learner's other machines: a compact form of the history travels with Settings Sync and is merged on arrival. */
import * as v from 'valibot';
import type { Memento } from 'vscode';
import {
  CompactFold,
  compactOf,
  decodeCompact,
  encodeCompact,
  encodeFirstDeletion,
  mergeCompacts,
  nothing,
} from '../../core/progress/compact.js';
import type { Followed, HistoryJournal } from '../../core/progress/journal.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';

export interface SyncedMemento extends Memento {
  setKeysForSync(keys: readonly string[]): void;
}

/** This key travels; whoever syncs last overwrites it whole. */
const key = 'sync.progress.2';
/** That of earlier versions: read as long as one of the learner's machines may write it. */
const firstKey = 'sync.progress';
/** This one stays on its machine. */
const deletedKey = 'sync.deleted';

/** What must outlive the deletion of everything, lest other machines bring it back: times, and nothing of the learner. */
export function isSyncKey(name: string): boolean {
  return name === key || name === firstKey || name === deletedKey;
}

/** Milliseconds after the last event of a busy moment. */
const quiet = 2000;

export class SyncedProgress extends DisposableStore {
  private readonly fold: Followed<CompactFold>;
  /** A clock as entries have it. */
  private readonly deleted: Stored<number>;
  private timer: ReturnType<typeof setTimeout> | undefined;
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
    memento.setKeysForSync([key, firstKey]);
    journal.observe(this.deleted.get());
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
      const since = this.fold.value.latest(now);
      await this.deleted.set(since);
      await this.memento.update(key, encodeCompact({ since, entries: [] }));
      await this.memento.update(firstKey, encodeFirstDeletion(since));
      this.journal.observe(since);
    });
  }

  private async bringTogether(): Promise<void> {
    const stored = this.memento.get<unknown>(key);
    const first = this.memento.get<unknown>(firstKey);
    const text = JSON.stringify([stored, first]);
    if (text === this.agreed) return;
    const [arrived, arrivedFirst] = [decodeCompact(stored), decodeCompact(first)];
    if (arrived === 'later') return;
    const all = arrivedFirst === 'later' ? arrived : mergeCompacts(arrived, arrivedFirst);
    const since = Math.max(all.since, this.deleted.get());
    this.journal.observe(since);
    await this.journal.merge({ entries: compactOf(all.entries, since).entries });
    const here = encodeCompact(this.fold.value.compact(since));
    if (JSON.stringify(here) !== JSON.stringify(stored)) await this.memento.update(key, here);
    this.agreed = JSON.stringify([here, first]);
  }

  private inTurn(action: () => Promise<void>): Promise<void> {
    const done = this.working.then(action);
    this.working = done.catch(() => undefined); // Who asked hears of it.
    return done;
  }
}
