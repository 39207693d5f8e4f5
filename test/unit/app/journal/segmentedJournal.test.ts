import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SegmentedJournal } from '../../../../src/app/journal/segmentedJournal.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import { endOfTime } from '../../../../src/core/progress/endOfTime.js';
import { decodeExport, exportPieces } from '../../../../src/core/progress/exportFile.js';
import { WholeFiles } from './wholeFiles.js';

function window(log: WholeFiles, writer: string, now: () => number): SegmentedJournal {
  return new SegmentedJournal({
    log,
    name: 'journal',
    writer,
    device: 'here',
    now,
    zoneAt: () => 60,
    pause: () => Promise.resolve(),
  });
}

async function idsOf(log: WholeFiles): Promise<string[]> {
  const { entries } = await window(log, 'reader', () => 0).history();
  return entries.map(({ id }) => id);
}

/** Who writes, and how far the clock jumps before: hours ahead, back, or not at all. */
const steps = fc.array(
  fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    jump: fc.constantFrom(0, 1, 3_600_000, -3_600_000, -86_400_000, 28_800_000),
  }),
  { maxLength: 25 },
);

/** Windows of one machine that write in turn; resolves with the log and what was told to be stored, in that order. */
async function written(list: readonly { readonly who: string; readonly jump: number }[]) {
  const log = new WholeFiles();
  let now = Date.UTC(2026, 0, 10);
  const windows = new Map(
    ['a', 'b', 'c'].map((name) => [name, window(log, name, () => now)] as const),
  );
  const stored: JournalEntry[] = [];
  for (const [index, { who, jump }] of list.entries()) {
    now += jump;
    const event = { kind: 'read', question: `q${String(index)}` } as const;
    const entry = await windows.get(who)?.record(event);
    if (entry) stored.push(entry);
  }
  return { log, windows, stored };
}

describe('the segments of a journal', () => {
  it('are merged in the order of writing, whatever the clock did', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { log, windows, stored } = await written(list);
        const ids = stored.map(({ id }) => id);
        assert.deepEqual(await idsOf(log), ids);
        for (const journal of windows.values())
          assert.deepEqual(
            (await journal.history()).entries.map(({ id }) => id),
            ids,
          );
        assert.ok(log.files.size <= 3);
      }),
      { numRuns: 60 },
    );
  });

  it('lose only the last line to a kill in the middle of it, and go on', async () => {
    const cut = fc.record({ who: fc.constantFrom('a', 'b', 'c'), bytes: fc.nat(150) });
    await fc.assert(
      fc.asyncProperty(steps, cut, async (list, { who, bytes }) => {
        const { log, stored } = await written(list);
        const name = `journal.${who}.jsonl`;
        const file = log.files.get(name) ?? new Uint8Array();
        log.files.set(name, file.slice(0, Math.max(0, file.length - bytes)));
        const last = stored.findLast(({ id }) => id.startsWith(`${who}-`))?.id;
        const ids = await idsOf(log);
        const kept = stored.map(({ id }) => id).filter((id) => ids.includes(id) || id !== last);
        assert.deepEqual(ids, kept);
        const after = await window(log, 'd', () => 0).record({ kind: 'read', question: 'after' });
        assert.deepEqual(await idsOf(log), [...kept, after.id]);
      }),
      { numRuns: 60 },
    );
  });

  it('lose only the lines that flipped bytes hit', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(steps, flips, async (list, places) => {
        const { log, stored } = await written(list);
        const hit = new Set<string>();
        for (const [name, file] of log.files) {
          const changed = Buffer.from(file);
          for (const [place, mask] of places) {
            const at = place % changed.length;
            changed.writeUInt8(changed.readUInt8(at) ^ mask, at);
            const line = Buffer.from(file).subarray(0, at).toString().split('\n').length;
            // A line end that is lost joins two lines.
            for (const near of [line, line + 1])
              hit.add(`${name.split('.')[1] ?? ''}-${String(near)}`);
          }
          log.files.set(name, changed);
        }
        const ids = new Set(await idsOf(log));
        for (const { id } of stored) assert.ok(ids.has(id) || hit.has(id), id);
        for (const id of ids)
          assert.ok(
            stored.some((entry) => entry.id === id),
            id,
          );
      }),
      { numRuns: 100 },
    );
  });

  it('are known again when one is deleted, or begun anew', async () => {
    const { log, windows, stored } = await written([
      { who: 'a', jump: 0 },
      { who: 'b', jump: 0 },
    ]);
    await log.remove('journal.a.jsonl');
    assert.deepEqual((await windows.get('b')?.history())?.entries, [stored[1]]);
    const again = await windows.get('a')?.record({ kind: 'read', question: 'again' });
    assert.deepEqual((await windows.get('b')?.history())?.entries, [stored[1], again]);
  });
});

describe('a journal into which the future was imported', () => {
  it('still takes back what is taken back', async () => {
    for (const clock of [endOfTime - 1, endOfTime, 1.5 * endOfTime, 2 * endOfTime - 1]) {
      const event = { kind: 'read', question: 'gil' } as const;
      const planted = { id: 'planted', clock, time: 1, device: 'd', event } as const;
      const all = { history: { entries: [planted], later: [] }, files: [] };
      const state = { global: {}, workspace: {} };
      const text = [...exportPieces({ ...all, state }, 'now')].join('');
      const { history } = await decodeExport(text, () => Promise.resolve());
      const log = new WholeFiles();
      const [first, second] = ['a', 'b'].map((name) => window(log, name, () => 1));
      await first?.merge(history);
      for (const each of [first, second, first])
        await each?.record({ kind: 'unread', question: 'gil' });
      assert.equal((await idsOf(log)).join(' '), 'planted a-1 b-1 a-2', String(clock));
    }
  });
});

describe('a journal that is hostile', () => {
  /** Bytes read, lines set aside, and entries, over three readings. */
  async function readThrice(text: string | Uint8Array) {
    const log = new WholeFiles();
    log.files.set('journal.jsonl', Buffer.from(text));
    const journal = window(log, 'a', () => 0);
    let told = 0;
    journal.onDidSetAside((lines) => (told += lines));
    await journal.load();
    await journal.ready;
    for (let again = 0; again < 2; again++) await journal.load();
    const { entries } = await journal.history();
    return { told, bytes: log.bytesRead, entries: entries.length };
  }

  const torn = '{"v":2,"id":"9f1c","time":17673228';

  it('has its damaged lines told, however many there are', async () => {
    const { told } = await readThrice(
      Array.from({ length: 200_000 }, (_, index) => `x${String(index)}`).join('\n'),
    );
    assert.equal(told, 200_000);
  });

  it('is read in bytes that grow as it does, torn lines or none', async () => {
    const bytesOf = async (lines: number): Promise<number> => {
      const text = Array.from({ length: lines }, (_, index) => `${torn}${String(index)}`).join(
        '\n',
      );
      return (await readThrice(text)).bytes / text.length;
    };
    const [one, two] = [await bytesOf(2000), await bytesOf(4000)];
    assert.ok(one < 1.5 && two < 1.5, `${String(one)} ${String(two)}`);
  });

  it('is read however much was set aside before, of which a bounded part is read and none added', async () => {
    const log = new WholeFiles();
    const aside = Buffer.alloc(100 << 20, 'x\n');
    log.files.set('journal.jsonl.damaged', aside);
    log.files.set('journal.jsonl', Buffer.from(torn));
    const journal = window(log, 'a', () => 0);
    let told = 0;
    journal.onDidSetAside((lines) => (told += lines));
    await journal.load();
    assert.equal(told, 1);
    assert.ok(log.bytesRead < aside.length / 2, String(log.bytesRead));
    assert.equal(log.files.get('journal.jsonl.damaged')?.length, aside.length);
  });

  it('passes over a line that is too long, once, and reads what follows it', async () => {
    const long = Buffer.alloc(60 << 20, 'x');
    const entry = JSON.stringify({
      v: 2,
      id: 'a',
      time: 1,
      device: 'd',
      event: { kind: 'read', question: 'gil' },
    });
    const whole = await readThrice(Buffer.concat([long, Buffer.from(`\n${entry}\n`)]));
    assert.equal(whole.entries, 1);
    assert.equal(whole.told, 1);
    const end = await readThrice(Buffer.concat([Buffer.from(`${entry}\n`), long]));
    assert.deepEqual([end.entries, end.told], [1, 1]);
    for (const { bytes } of [whole, end]) assert.ok(bytes < 1.1 * long.length, String(bytes));
  });
});
