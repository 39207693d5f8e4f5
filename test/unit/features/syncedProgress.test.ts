import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LearningEvent } from '../../../src/core/progress/event.js';
import { progressOf } from '../../../src/core/progress/progress.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { SyncedProgress } from '../../../src/features/history/syncedProgress.js';
import type { SyncedMemento } from '../../../src/features/history/syncedProgress.js';
import { JournalFile } from '../../../src/hosts/node/journal/journalFile.js';

/** What Settings Sync keeps for all machines. */
type Cloud = Map<string, unknown>;

/** VS Code's memory of one machine; what is to be synced is copied whole to and from the cloud. */
class MachineMemory implements SyncedMemento {
  private readonly values = new Map<string, unknown>();
  private synced: readonly string[] = [];

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- VS Code's own signature
  get<T>(key: string): T | undefined;
  get<T>(key: string, fallback: T): T;
  get<T>(key: string, fallback?: T): T | undefined {
    return this.values.has(key) ? (this.values.get(key) as T) : fallback;
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }

  push(cloud: Cloud): void {
    for (const key of this.synced) cloud.set(key, this.values.get(key));
  }

  pull(cloud: Cloud): void {
    for (const key of this.synced) if (cloud.has(key)) this.values.set(key, cloud.get(key));
  }
}

describe('progress on several machines', () => {
  let folder: string;
  const cloud: Cloud = new Map();
  const opened: SyncedProgress[] = [];
  const warned: unknown[] = [];
  let now = 1_760_000_000_000;
  const tick = (): number => (now += 10_000);

  class Machine {
    readonly memory = new MachineMemory();
    readonly journal: JournalFile;
    readonly progress: Progress;
    readonly synced: SyncedProgress;

    constructor(name: string) {
      this.journal = new JournalFile(join(folder, `${name}.jsonl`), tick, name);
      this.progress = progressOf(this.journal);
      const log = { warn: (...args: unknown[]) => void warned.push(args) };
      this.synced = new SyncedProgress(this.memory, this.journal, log);
      opened.push(this.synced);
    }

    async learn(event: LearningEvent): Promise<void> {
      await this.journal.record(event);
      await this.synced.meet();
    }

    /** Settings Sync runs, then the learner comes to the window. */
    async use(): Promise<void> {
      this.memory.pull(cloud);
      await this.synced.meet();
      this.memory.push(cloud);
    }
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synced-'));
    cloud.clear();
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.dispose();
    await rm(folder, { recursive: true });
    assert.deepEqual(warned, []);
  });

  it('is brought together on arrival, although each machine overwrites what another sent', async () => {
    const [home, work] = [new Machine('home'), new Machine('work')];
    await home.learn({ kind: 'read', question: 'gil' });
    await home.learn({ kind: 'answered', quiz: 'q', item: 'i', question: 'gil', score: 1 });
    await work.learn({ kind: 'read', question: 'bytecode' });
    home.memory.push(cloud);
    work.memory.push(cloud); // What home sent is lost there.
    await home.use();
    await work.use();
    for (const { progress } of [home, work]) {
      assert.equal(progress.state('gil'), 'mastered');
      assert.equal(progress.state('bytecode'), 'read');
    }
    const { entries } = await work.journal.history();
    await work.use();
    await work.use();
    assert.equal((await work.journal.history()).entries.length, entries.length);
  });

  it('stays deleted where it was deleted, and what is learnt afterwards travels again', async () => {
    const [home, work] = [new Machine('home'), new Machine('work')];
    await home.learn({ kind: 'read', question: 'gil' });
    await home.use();
    await work.use();
    await home.synced.forget(tick());
    await home.journal.remove(await home.journal.history());
    work.memory.push(cloud); // It has not heard of it yet.
    await home.use();
    assert.equal(home.progress.state('gil'), 'unread');
    assert.doesNotMatch(JSON.stringify([...cloud.values()]), /gil/);
    await work.use();
    await home.use();
    assert.equal(home.progress.state('gil'), 'unread');
    assert.equal(work.progress.state('gil'), 'read', 'another machine keeps what is its own');
    await work.learn({ kind: 'read', question: 'bytecode' });
    await work.use();
    await home.use();
    assert.equal(home.progress.state('bytecode'), 'read');
  });

  it('leaves alone what a later version stored', async () => {
    const home = new Machine('home');
    cloud.set('sync.progress.2', { v: 3, what: 'ever' });
    await home.learn({ kind: 'read', question: 'gil' });
    await home.use();
    assert.deepEqual(cloud.get('sync.progress.2'), { v: 3, what: 'ever' });
  });
});
