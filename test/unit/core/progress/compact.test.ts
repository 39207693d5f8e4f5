import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CompactFold,
  compactOf,
  decodeCompact,
  encodeCompact,
  mergeCompacts,
  nothing,
} from '../../../../src/core/progress/compact.js';
import type { Compact } from '../../../../src/core/progress/compact.js';
import { History } from '../../../../src/core/progress/history.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import { ProgressFold } from '../../../../src/core/progress/progress.js';
import { anyHistory } from './entries.js';

const since = fc.constantFrom(nothing.since, 3, 10);
const anyCompact = fc.tuple(anyHistory(), since).map(([entries, time]) => compactOf(entries, time));

const plain = (compact: Compact): unknown => encodeCompact(compact);

/** A machine of the learner's, with its journal and what it last had of the common store. */
class Machine {
  readonly history = new History();
  readonly progress = this.history.follow(() => new ProgressFold());
  private readonly fold = this.history.follow(() => new CompactFold());

  /** What the extension does at the start and when its window is used again. */
  async meet(stored: unknown): Promise<unknown> {
    const arrived = decodeCompact(stored);
    assert.notEqual(arrived, 'later');
    if (arrived === 'later') return stored;
    await this.history.take(arrived.entries);
    return encodeCompact(this.fold.value.compact(arrived.since));
  }
}

describe('the compact form for Settings Sync', () => {
  it('is the same merged in any order, any grouping and any number of times', () => {
    // Of one history: an id stands for one event.
    const parts = anyHistory().chain((whole) =>
      fc.tuple(
        ...[1, 2, 3].map(() =>
          fc
            .tuple(fc.shuffledSubarray(whole), since)
            .map(([entries, time]) => compactOf(entries, time)),
        ),
      ),
    );
    fc.assert(
      fc.property(parts, ([a = nothing, b = nothing, c = nothing]) => {
        assert.deepEqual(plain(mergeCompacts(a, b)), plain(mergeCompacts(b, a)));
        assert.deepEqual(
          plain(mergeCompacts(mergeCompacts(a, b), c)),
          plain(mergeCompacts(a, mergeCompacts(b, c))),
        );
        assert.deepEqual(plain(mergeCompacts(a, a)), plain(a));
      }),
    );
  });

  it('is what the fold of a history says it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), since, async (entries, time) => {
        const history = new History();
        const fold = history.follow(() => new CompactFold());
        await history.take(entries);
        const counting: JournalEntry[] = [];
        history.follow(() => ({ apply: (entry) => counting.push(entry) }));
        assert.deepEqual(plain(fold.value.compact(time)), plain(compactOf(counting, time)));
      }),
    );
  });

  it('comes back from the store as it went, and nothing comes of what is damaged', () => {
    fc.assert(
      fc.property(anyCompact, (compact) => {
        const stored: unknown = JSON.parse(JSON.stringify(encodeCompact(compact)));
        assert.deepEqual(decodeCompact(stored), compact);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        decodeCompact(value); // Never throws.
      }),
    );
    assert.deepEqual(decodeCompact('nonsense'), nothing);
    assert.equal(decodeCompact({ v: 3, anything: 1 }), 'later');
  });

  it('brings machines to the same progress although each overwrites what the other stored', async () => {
    const step = fc.record({ machine: fc.nat(2), learn: fc.nat(6), push: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(anyHistory(), fc.array(step, { maxLength: 20 }), async (entries, steps) => {
        const machines = [new Machine(), new Machine(), new Machine()] as const;
        const left = [...entries];
        let stored: unknown;
        for (const { machine, learn, push } of steps) {
          const one = machines[machine] ?? machines[0];
          await one.history.take(left.splice(0, learn));
          // Two windows may store at once: one of the two is lost.
          const mine = await one.meet(stored);
          if (push) stored = mine;
        }
        await machines[0].history.take(left);
        for (let round = 0; round < 3; round++)
          for (const machine of machines) stored = await machine.meet(stored);
        const all = new History();
        const whole = all.follow(() => new ProgressFold());
        for (const machine of machines) await all.take(machine.history.entries);
        for (const { progress } of machines)
          for (const { event } of all.entries) {
            if (!('question' in event)) continue;
            const { question } = event;
            assert.equal(progress.value.state(question), whole.value.state(question));
            if (event.kind === 'answered')
              assert.equal(
                progress.value.scores(event.quiz).get(event.item),
                whole.value.scores(event.quiz).get(event.item),
              );
          }
      }),
    );
  });

  it('does not bring back what was deleted', async () => {
    const read = (id: string, time: number): JournalEntry => ({
      id,
      clock: time,
      time,
      device: 'd',
      event: { kind: 'read', question: id },
    });
    const other = new Machine();
    await other.history.take([read('old', 5), read('new', 15)]);
    const stored = await other.meet(encodeCompact({ since: 10, entries: [] }));
    const here = new Machine();
    await here.meet(stored);
    assert.deepEqual(
      here.history.entries.map(({ id }) => id),
      ['new'],
    );
  });

  it('carries the last six ratings of a card, and of everything else the last', () => {
    const at = (clock: number, event: JournalEntry['event']): JournalEntry => ({
      ...{ id: `entry-${clock}`, clock, time: clock, device: 'd', event },
    });
    const rated = Array.from({ length: 8 }, (_, clock) =>
      at(clock, { kind: 'rated', card: 'question/gil', rating: 3 }),
    );
    const others = [
      at(20, { kind: 'read', question: 'gil' }),
      at(21, { kind: 'unread', question: 'gil' }),
      at(22, { kind: 'read', question: 'mro' }),
      at(23, { kind: 'opened', question: 'gil' }),
      at(24, { kind: 'noted', question: 'gil', empty: false }),
      at(25, { kind: 'bookmarked', question: 'gil', bookmarked: true }),
      at(26, { kind: 'suspended', card: 'question/gil', suspended: true }),
      at(27, { kind: 'buried', card: 'question/gil', until: 9 }),
      at(28, { kind: 'predicted', question: 'gil', snippet: 's', right: true }),
      at(29, { kind: 'predicted', question: 'gil', snippet: 's', right: false }),
      at(30, { kind: 'undone', entry: 'entry-1' }),
      at(31, { kind: 'read', question: 'x'.repeat(400) }),
    ];
    const { entries } = compactOf([...rated, ...others], nothing.since);
    assert.deepEqual(
      entries.map(({ clock }) => clock),
      [30, 29, 27, 26, 25, 22, 21, 7, 6, 5, 4, 3, 2],
    );
    const fold = new CompactFold();
    for (const entry of [...rated, ...others]) fold.apply(entry);
    assert.deepEqual(fold.compact(nothing.since).entries, entries);
    assert.equal(fold.latest(5), 31, 'a deletion comes after all that there is');
    assert.equal(fold.latest(99), 99);
  });

  it('carries two thousand entries at most, the newest', () => {
    const entries = Array.from({ length: 2001 }, (_, clock): JournalEntry => {
      const event = { kind: 'read', question: `q${clock}` } as const;
      return { id: `entry-${clock}`, clock, time: clock, device: 'd', event };
    });
    const kept = compactOf(entries, nothing.since).entries.map(({ clock }) => clock);
    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [2000, 2000, 1]);
  });

  it('stays small, however much was learnt', () => {
    const entries = Array.from({ length: 30_000 }, (_, index): JournalEntry => {
      const [id, device] = [crypto.randomUUID(), crypto.randomUUID().slice(0, 1)];
      const card = `item/quiz-${String(index % 90)}/item-${String(index % 7000)}` as const;
      return { id, clock: index, time: index, device, event: { kind: 'rated', card, rating: 3 } };
    });
    const text = JSON.stringify(encodeCompact(compactOf(entries, nothing.since)));
    assert.ok(text.length < 300_000, String(text.length));
    const last = entries.at(-1)?.id ?? '';
    assert.ok(text.includes(last), 'the newest travels');
  });
});
