import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { encodeEntry } from '../../../../../src/core/progress/entryLine.js';
import type { JournalEntry } from '../../../../../src/core/progress/journal.js';
import { openToAppend } from '../../../../../src/hosts/node/journal/journalAppender.js';
import type {
  AppendedFile,
  OpenToAppend,
} from '../../../../../src/hosts/node/journal/journalAppender.js';
import { SegmentedJournal } from '../../../../../src/app/journal/segmentedJournal.js';
import { NodeAppendLog } from '../../../../../src/hosts/node/journal/nodeAppendLog.js';
import { JournalFile } from '../../../../../src/hosts/node/journal/journalFile.js';

const entryOf = (index: number): JournalEntry => ({
  // As far from each other as real ones are: a flipped bit makes no other entry's id.
  id: createHash('md5').update(String(index)).digest('hex'),
  clock: index,
  time: index,
  device: 'here',
  event: { kind: 'read', question: `question-${String(index)}` },
});
const history = Array.from({ length: 60 }, (_, index) => entryOf(index));
const lines = history.map((entry) => Buffer.from(encodeEntry(entry)));
const whole = Buffer.concat(lines);

/** A disk that says at once that it has written. */
const quick: OpenToAppend = async (path) => changed(await openToAppend(path), {});

function changed(file: AppendedFile, change: Partial<AppendedFile>): AppendedFile {
  return {
    stat: () => file.stat(),
    read: (into, offset, length, position) => file.read(into, offset, length, position),
    write: (bytes, offset) => file.write(bytes, offset),
    datasync: () => Promise.resolve(),
    close: () => file.close(),
    ...change,
  };
}

describe('a journal that was damaged', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-damage-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A window that has just been opened, and what it said of damage. */
  async function opened(): Promise<{
    journal: JournalFile;
    ids: string[];
    later: readonly string[];
    told: number[];
  }> {
    const journal = new JournalFile(path, () => 1000, 'here', quick);
    const told: number[] = [];
    journal.onDidSetAside((count) => told.push(count));
    await journal.load();
    const { entries, later } = await journal.history();
    return { journal, ids: entries.map(({ id }) => id), later, told };
  }

  const today = Math.floor(Date.now() / 86_400_000);
  const isTried = (size: number): boolean =>
    process.env['FUZZ'] === 'full' || (size + today) % 8 === 0;

  it('keeps every whole entry when it is cut at any byte of the last 4 KB, and takes the next', async function () {
    this.timeout(240_000);
    const ends: number[] = [];
    for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length);
    for (let size = whole.length - 1; size >= whole.length - 4096; size--) {
      // The ends of lines on every day; of what lies between, another part each day.
      if (!ends.some((end) => Math.abs(end - size) < 3) && !isTried(size)) continue;
      await rm(`${path}.damaged`, { force: true });
      await writeFile(path, whole.subarray(0, size));
      const { journal, ids, told } = await opened();
      // Only the end of the line may be missing: the entry is whole then.
      const kept = ends.filter((end) => end - 1 <= size).length;
      assert.deepEqual(
        ids,
        history.slice(0, kept).map(({ id }) => id),
        `cut at ${String(size)}`,
      );
      const isTorn = !ends.some((end) => size === end || size === end - 1);
      assert.deepEqual(told, isTorn ? [1] : [], `cut at ${String(size)}`);
      if (size % 16 !== 0) continue;
      await journal.record({ kind: 'read', question: 'after' });
      assert.equal((await opened()).ids.length, kept + 1);
      for (const name of await readdir(folder)) await rm(join(folder, name));
    }
  });

  it('loses only the lines that random flips hit, and says so once', async () => {
    const flip = fc.tuple(fc.nat(whole.length - 1), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 6 }), async (flips) => {
        await rm(`${path}.damaged`, { force: true });
        const bytes = Buffer.from(whole);
        const hit = new Set<number>();
        for (const [at, bit] of flips) {
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
          let end = 0;
          hit.add(lines.findIndex((line) => (end += line.length) > at));
        }
        await writeFile(path, bytes);
        const { ids, later, told } = await opened();
        for (const [index, { id }] of history.entries())
          assert.ok(hit.has(index) || ids.includes(id), `${id} was lost`);
        assert.ok(ids.every((id) => history.some((entry) => entry.id === id)));
        // Two flips may make a later version of a line: its number, and the name of its sum.
        if (ids.length + later.length < history.length) assert.equal(told.length, 1);
        const again = await opened();
        assert.deepEqual(again.told, [], 'told twice');
        assert.deepEqual(again.ids, ids);
      }),
      { numRuns: 150 },
    );
  });

  it('is told of where the end of a line and the begin of the next are lost, of which one is whole', async () => {
    const bytes = Buffer.concat(lines.slice(0, 2));
    const end = (lines[0]?.length ?? 0) - 1;
    for (const at of [end, end + 1]) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    const { ids, told } = await opened();
    assert.deepEqual([ids, told], [[history[0]?.id], [1]]);
  });

  it('is told of once, by whichever window finds it, and the damaged lines can be looked at', async () => {
    await writeFile(path, whole);
    const first = await opened();
    await appendFile(path, 'nonsense\n{"v":2,"id":"x"}\n');
    await first.journal.record({ kind: 'read', question: 'after' });
    assert.deepEqual(first.told, [2]);
    assert.deepEqual((await opened()).told, []);
    assert.equal(await readFile(first.journal.damagedPath, 'utf8'), 'nonsense\n{"v":2,"id":"x"}\n');
  });

  it('keeps the lines of a later version without a word', async () => {
    await writeFile(path, `{"v":7,"new":"thing"}\n${String(whole)}`);
    const { journal, ids, told } = await opened();
    assert.equal(ids.length, history.length);
    assert.deepEqual(told, []);
    assert.deepEqual((await journal.history()).later, ['{"v":7,"new":"thing"}']);
  });

  it('follows a file that another window deleted and wrote anew', async () => {
    const before = history.slice(0, 3);
    await writeFile(path, before.map(encodeEntry).join(''));
    const [one, two] = [await opened(), await opened()];
    const heard: string[] = [];
    two.journal.onDidChange((entries) => heard.push(...entries.map(({ id }) => id)));
    await one.journal.remove(await one.journal.history());
    // The new file is longer than the old one was when the other window looks again.
    await one.journal.merge({ entries: history.slice(10) });
    await two.journal.load();
    assert.deepEqual(await two.journal.history(), await one.journal.history());
    assert.deepEqual(
      heard,
      [...before, ...history.slice(10)].map(({ id }) => id),
    );
  });

  it('writes again what went into a file that was deleted under it', async () => {
    let isFirst = true;
    const journal = new JournalFile(path, Date.now, 'here', async (file) => {
      const real = await openToAppend(file);
      return changed(real, {
        write: async (bytes, offset) => {
          if (isFirst) await rm(file);
          isFirst = false;
          return real.write(bytes, offset);
        },
      });
    });
    await journal.record({ kind: 'read', question: 'kept' });
    assert.equal((await opened()).ids.length, 1);
  });
});

describe('a disk that is full', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-full-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A disk that takes so many bytes and no more. */
  function diskOf(room: { bytes: number }): OpenToAppend {
    return async (file) => {
      const real = await openToAppend(file);
      return changed(real, {
        write: async (bytes, offset) => {
          if (room.bytes === 0)
            throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
              code: 'ENOSPC',
            });
          const taken = bytes.subarray(0, Math.min(room.bytes, bytes.length));
          room.bytes -= taken.length;
          return real.write(taken, offset);
        },
      });
    };
  }

  it('is told of in one sentence; what was stored stays, and later events are tried', async () => {
    for (let bytes = 0; bytes < 1200; bytes += 37) {
      for (const name of await readdir(folder)) await rm(join(folder, name));
      const room = { bytes };
      const journal = new JournalFile(path, Date.now, 'here', diskOf(room));
      const told: number[] = [];
      journal.onDidSetAside((count) => told.push(count));
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          journal.record({ kind: 'read', question: `question-${String(index)}` }),
        ),
      );
      const stored = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      for (const each of results)
        if (each.status === 'rejected')
          assert.match(String(each.reason), /could not be saved \(.+\)\.$/);
      const sizes = await Promise.all(
        (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
      );
      assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= bytes);
      room.bytes = 100_000;
      stored.push(await journal.record({ kind: 'read', question: 'later' }));
      const again = new JournalFile(path);
      await again.load();
      const ids = (await again.history()).entries.map(({ id }) => id);
      for (const { id } of stored)
        assert.ok(ids.includes(id), `${id} with room for ${String(bytes)}`);
    }
  });

  it('is read but for what is no file, or cannot be read', async () => {
    const journal = new JournalFile(path);
    await journal.record({ kind: 'read', question: 'gil' });
    for (const name of ['0', '1', '2', '3', 'z'])
      execFileSync('mkfifo', [join(folder, `journal.${name}.jsonl`)]);
    execFileSync('mkfifo', [`${path}.damaged`]);
    await mkdir(join(folder, 'journal.4.jsonl'));
    await writeFile(join(folder, 'journal.5.jsonl'), 'damaged\n');
    const beside = new JournalFile(path);
    assert.equal((await beside.history()).entries.length, 1);
  });

  it('tells of a segment that cannot be read when all others were', async () => {
    await new JournalFile(path).record({ kind: 'read', question: 'gil' });
    const log = new NodeAppendLog(folder);
    const refused = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    const journal = new SegmentedJournal({
      log: {
        segments: async () => [
          { name: 'journal.0.jsonl', size: 9, changedAt: 0 },
          ...(await log.segments()),
        ],
        read: (name, ...rest) =>
          name === 'journal.0.jsonl' ? Promise.reject(refused) : log.read(name, ...rest),
        append: (name, text) => log.append(name, text),
        remove: (name) => log.remove(name),
      },
      name: 'journal',
      writer: 'w',
      device: 'here',
      now: Date.now,
      zoneAt: () => 0,
      pause: () => Promise.resolve(),
    });
    const read: string[] = [];
    journal.onDidChange((entries) => read.push(...entries.map(({ event }) => event.kind)));
    await assert.rejects(journal.load(), refused);
    assert.deepEqual(read, ['read']);
  });

  it('needs one wait for the disk for many events of one moment', async () => {
    let waits = 0;
    const journal = new JournalFile(path, Date.now, 'here', async (file) => {
      const real = await openToAppend(file);
      return changed(real, {
        datasync: async () => {
          waits++;
          await real.datasync();
        },
      });
    });
    const events = Array.from({ length: 500 }, (_, index) =>
      journal.record({ kind: 'read', question: `question-${String(index)}` }),
    );
    await Promise.all(events);
    assert.ok(waits <= 2, `${String(waits)} waits`);
    assert.equal((await journal.history()).entries.length, 500);
  });
});
