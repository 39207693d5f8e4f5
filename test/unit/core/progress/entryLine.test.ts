import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLine, encodeEntry } from '../../../../src/core/progress/entryLine.js';
import { storedEntry } from '../../../../src/core/progress/storedEntry.js';
import { decodeJournal } from '../../../../src/core/progress/decodeJournal.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import { anyHistory } from './entries.js';

const entry: JournalEntry = {
  id: 'a',
  clock: 2,
  time: 1,
  zone: -480,
  device: 'here',
  event: { kind: 'answered', quiz: 'q', item: 'i', question: 'gil', score: 0.5 },
};

describe('a line of the journal', () => {
  it('gives back what was written, whatever it was', () => {
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const { entries, damaged } = decodeJournal(history.map(encodeEntry).join(''));
        assert.deepEqual(damaged, []);
        assert.deepEqual(entries, history);
      }),
    );
  });

  it('is read in the same way with its sum and without', () => {
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const lines = history.map((each) => `${JSON.stringify(storedEntry(each))}\n`).join('');
        assert.deepEqual(decodeJournal(lines).entries, history);
      }),
    );
  });

  it('is taken for damaged when any bit of it flips, never for something else', () => {
    const line = Buffer.from(encodeEntry(entry).trimEnd());
    for (let bit = 0; bit < line.length * 8; bit++) {
      const flipped = Buffer.from(line);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      assert.equal(decodeLine(flipped.toString('utf8')), 'damaged', `bit ${String(bit)}`);
    }
  });

  it('loses only itself to random flips in the file around it', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyHistory(), flips, (history, places) => {
        const lines = history.map((each) => Buffer.from(encodeEntry(each)));
        const bytes = Buffer.concat(lines);
        if (bytes.length === 0) return;
        const hit = new Set<number>();
        for (const [place, bit] of places) {
          const at = place % bytes.length;
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
          let start = 0;
          const index = lines.findIndex((line) => (start += line.length) > at);
          hit.add(index);
        }
        const { entries } = decodeJournal(bytes.toString('utf8'));
        for (const read of entries)
          assert.deepEqual(
            read,
            history.find(({ id }) => id === read.id),
          );
        const read = new Set(entries.map(({ id }) => id));
        for (const [index, { id }] of history.entries())
          assert.ok(hit.has(index) || read.has(id), `entry ${String(index)} was lost`);
      }),
      { numRuns: 400 },
    );
  });

  it('is kept and not called damaged when a later version wrote it', () => {
    const later = [
      '{"v":4,"anything":true}',
      '{"v":2,"id":"a","time":1,"device":"d","event":{"kind":"dreamt","of":"snakes"}}',
    ];
    const wrong = [
      '{"v":2,"id":"a","time":1,"device":"d","event":{"kind":"read","question":7}}',
      // Flipped bits, in the kind and in the name of the sum.
      '{"v":2,"id":"a","time":1,"device":"d","event":{"kind":"sead","question":"gil"},"rum":"00000000"}',
      '{"v":2.5}',
      '{"v":9',
      '7',
    ];
    const decoded = decodeJournal([...later, ...wrong].join('\n'));
    assert.deepEqual(decoded, { entries: [], later, damaged: wrong });
  });

  it('is an entry of its own when the end of the line before it was lost', () => {
    const torn = encodeEntry(entry).slice(0, 40);
    const lost = encodeEntry({ ...entry, id: 'b' });
    const { entries, damaged } = decodeJournal(torn + lost);
    assert.deepEqual(entries, [{ ...entry, id: 'b' }]);
    assert.deepEqual(damaged, [torn + lost.trimEnd()]);
  });

  it('carries ids with their packs, and means the shipped pack where there is none', () => {
    const line = encodeEntry({
      ...entry,
      event: { ...entry.event, question: 'mine/gil' },
    } as JournalEntry);
    assert.match(line, /"quiz":"expert-python\/q","item":"i","question":"mine\/gil"/);
    assert.deepEqual(decodeLine(line.trimEnd()), {
      ...entry,
      event: { ...entry.event, question: 'mine/gil' },
    });
    const begun: JournalEntry = {
      ...entry,
      event: {
        kind: 'sessionBegun',
        session: 's',
        of: 'quiz',
        name: 'q',
        start: { entries: [{ quiz: 'q', question: 'mine/gil' }], current: { card: 'item/q/i' } },
      },
    };
    const stored = encodeEntry(begun);
    assert.match(stored, /"quiz":"expert-python\/q","question":"mine\/gil"/);
    assert.match(stored, /"card":"item\/expert-python\/q\/i"/);
    assert.deepEqual(decodeLine(stored.trimEnd()), begun);
    const rated = (card: string): string =>
      JSON.stringify({
        v: 3,
        id: 'a',
        clock: 1,
        time: 1,
        device: 'd',
        event: { kind: 'rated', card, rating: 3 },
      });
    const cardOf = (line: string): unknown => {
      const read = decodeLine(line);
      return typeof read === 'object' && 'card' in read.event ? read.event.card : read;
    };
    assert.equal(cardOf(rated('question/expert-python/gil')), 'question/gil');
    assert.equal(cardOf(rated('question/mine/gil')), 'question/mine/gil');
    assert.equal(cardOf(rated('item/expert-python/q/i')), 'item/q/i');
    assert.equal(cardOf(rated('item/mine/q/i')), 'item/mine/q/i');
    assert.equal(cardOf(rated('exercise/expert-python/x')), 'exercise/x');
    assert.equal(cardOf(rated('exercise/mine/x')), 'exercise/mine/x');
    assert.equal(cardOf(rated('exercise/')), 'damaged');
    const old = JSON.stringify({
      v: 2,
      id: 'a',
      time: 7,
      device: 'd',
      event: {
        kind: 'interviewed',
        length: 1,
        questions: [{ question: 'gil', seconds: 1, points: [] }],
      },
    });
    const read = decodeLine(old);
    assert.ok(typeof read === 'object');
    assert.equal(read.clock, 7);
    assert.match(encodeEntry(read), /"question":"expert-python\/gil"/);
  });

  it('is damaged when what it says would never come, or cannot be counted', () => {
    for (const event of [
      { kind: 'buried', card: 'question/gil', until: 1e300 },
      { kind: 'buried', card: 'question/gil', until: 4_102_444_800_000 },
      { kind: 'quizFinished', quiz: 'q', score: 1, items: 1e300 },
      { kind: 'interviewed', length: 1e300, questions: [] },
      {
        kind: 'interviewed',
        length: 60,
        questions: [{ question: 'gil', seconds: 1e99, points: [] }],
      },
    ])
      assert.equal(
        decodeLine(JSON.stringify({ v: 3, id: 'a', clock: 1, time: 1, device: 'd', event })),
        'damaged',
        JSON.stringify(event),
      );
  });

  it('is damaged when its time is none that a clock shows', () => {
    for (const time of [1e300, 1_767_322_800_000_000, -1, Infinity, 4_102_444_800_000, '5', null])
      for (const v of [1, 2, 3]) {
        const line = JSON.stringify({
          v,
          id: 'a',
          ...(v === 3 ? { clock: 1 } : {}),
          time,
          ...(v > 1 ? { device: 'd' } : {}),
          event: { kind: 'read', question: 'gil' },
        });
        assert.equal(decodeLine(line), 'damaged', line);
      }
  });

  it('is not written when it could not be read back', () => {
    const long = { ...entry, event: { kind: 'read', question: 'x'.repeat(2000) } } as const;
    assert.throws(() => encodeEntry(long), /cannot be kept in your progress/);
    const allowed = {
      ...entry,
      event: { kind: 'read', question: `p/${'x'.repeat(250)}` },
    } as const;
    assert.deepEqual(decodeLine(encodeEntry(allowed).trimEnd()), allowed);
  });

  it('does not take what stands in a string for an entry', () => {
    const question = 'x","sum":"00000000"}';
    const sly: JournalEntry = { ...entry, event: { kind: 'read', question } };
    assert.deepEqual(decodeJournal(encodeEntry(sly)).entries, [sly]);
  });
});
