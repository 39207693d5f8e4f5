import assert from 'node:assert/strict';
import fc from 'fast-check';
import { History } from '../../../../src/core/progress/history.js';
import type { Fold, JournalEntry } from '../../../../src/core/progress/journal.js';
import { ProgressFold } from '../../../../src/core/progress/progress.js';
import { anyHistory } from './entries.js';

/** What arrives, in the order in which it does. */
class Seen implements Fold {
  readonly ids: string[] = [];

  apply({ id }: JournalEntry): void {
    this.ids.push(id);
  }
}

async function progressOf(parts: readonly (readonly JournalEntry[])[]): Promise<string> {
  const history = new History();
  const followed = history.follow(() => new ProgressFold());
  const seen = history.follow(() => new Seen());
  for (const part of parts) await history.take(part);
  assert.deepEqual(history.follow(() => new Seen()).value.ids, seen.value.ids);
  const anew = history.follow(() => new ProgressFold());
  assert.deepEqual(followed.value, anew.value);
  return JSON.stringify([seen.value.ids, history.entries]);
}

/** A history cut into parts, some of them twice, in any order. */
const parts = anyHistory().chain((whole) =>
  fc
    .array(fc.nat(whole.length), { maxLength: 4 })
    .map((cuts) => [0, ...cuts, whole.length].sort((a, b) => a - b))
    .map((cuts) => cuts.slice(1).map((end, index) => whole.slice(cuts[index], end)))
    .chain((list) =>
      fc.record({
        list: fc.constant(list),
        other: fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }),
      }),
    ),
);

describe('a history', () => {
  it('is the same in whatever order its parts are merged, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async ({ list, other }) => {
        assert.equal(await progressOf(other), await progressOf(list));
      }),
    );
  });

  it('gives a fold made anew what it gave the one that followed, also while it is at work', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), anyHistory(), async (first, second) => {
        const late = second.map((entry) => ({ ...entry, id: `late-${entry.id}` }));
        const made: { value: Seen }[] = [];
        const history = new History(() => {
          made.push(history.follow(() => new Seen()));
          return Promise.resolve();
        });
        for (const part of [first, late]) {
          // More than one slice, so that it pauses.
          const filler = Array.from({ length: 2500 }, (_, index): JournalEntry => {
            const id = `filler-${String(made.length)}-${String(index)}`;
            return { id, clock: 5, time: 5, device: 'd', event: { kind: 'read', question: 'gil' } };
          });
          await history.take([...part, ...filler]);
        }
        assert.ok(made.length >= 2);
        const anew = history.follow(() => new Seen()).value.ids;
        for (const { value } of made) assert.deepEqual(value.ids, anew);
      }),
      { numRuns: 15 },
    );
  });

  it('counts one id at two times once, the earlier, whichever comes first', async () => {
    const one: JournalEntry = {
      id: 'a',
      clock: 1,
      time: 1,
      device: 'd',
      event: { kind: 'read', question: 'gil' },
    };
    const other: JournalEntry = { ...one, clock: 2, time: 2 };
    for (const order of [[[one], [other]], [[other], [one]], [[other, one]]]) {
      const history = new History();
      const seen = history.follow(() => new Seen());
      for (const part of order) await history.take(part);
      assert.deepEqual(history.entries, [one]);
      assert.deepEqual(seen.value.ids, ['a']);
    }
  });

  it('tells what counts no more', async () => {
    const history = new History();
    const read: JournalEntry = {
      id: 'a',
      clock: 1,
      time: 1,
      device: 'd',
      event: { kind: 'read', question: 'gil' },
    };
    await history.take([read]);
    const undo: JournalEntry = { ...read, id: 'b', event: { kind: 'undone', entry: 'a' } };
    assert.deepEqual(await history.take([undo]), [undo, read]);
    const undoOfUndo: JournalEntry = { ...undo, id: 'c', event: { kind: 'undone', entry: 'b' } };
    await history.take([undoOfUndo]);
    assert.deepEqual(history.follow(() => new Seen()).value.ids, ['b', 'c'], 'undone for good');
    assert.deepEqual(history.clear(), [read, undo, undoOfUndo]);
    assert.deepEqual(history.follow(() => new Seen()).value.ids, []);
  });
});
