import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookmarksOf } from '../../../../../src/core/progress/bookmarks.js';
import { progressOf } from '../../../../../src/core/progress/progress.js';
import type { Progress } from '../../../../../src/core/progress/progress.js';
import { watchFiles } from '../../../../../src/hosts/node/files/fileWatch.js';
import { JournalFile } from '../../../../../src/hosts/node/journal/journalFile.js';

describe('the journal', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const reopened = async (): Promise<Progress> => {
    const journal = new JournalFile(path);
    await journal.load();
    return progressOf(journal);
  };

  it('remembers what was read and answered, and masters a question whose items are all right', async () => {
    const journal = new JournalFile(path);
    await journal.record({ kind: 'read', question: 'gil' });
    await journal.record({ kind: 'answered', quiz: 'k', item: 'a', question: 'gil', score: 0.5 });
    assert.equal((await reopened()).state('gil'), 'read');
    await journal.record({ kind: 'answered', quiz: 'k', item: 'a', question: 'gil', score: 1 });
    assert.equal((await reopened()).state('gil'), 'mastered');
    assert.equal((await reopened()).scores('k').get('a'), 1);
  });

  it('takes in what another window appended, and loses nothing when both write', async () => {
    const [one, two] = [new JournalFile(path), new JournalFile(path)];
    const heard: string[] = [];
    progressOf(one).onDidChange((ids) => heard.push(...ids));
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? one : two).record({ kind: 'read', question: `q${String(n)}` }),
      ),
    );
    await one.load();
    assert.equal(heard.length, 40);
    const again = await reopened();
    for (let n = 0; n < 40; n++) assert.equal(again.state(`q${String(n)}`), 'read');
  });

  it('hears of what another window appends as it happens', async () => {
    const [one, two] = [new JournalFile(path), new JournalFile(path)];
    await one.load();
    const failures: unknown[] = [];
    const watching = watchFiles(
      folder,
      (name) => name.startsWith('journal.'),
      () => void one.load(),
      (error) => failures.push(error),
    );
    const heard = new Promise<string>((resolve) => {
      one.onDidChange(([entry]) => {
        resolve(entry?.id ?? '');
      });
    });
    const { id } = await two.record({ kind: 'read', question: 'gil' });
    assert.equal(await heard, id);
    watching.dispose();
    assert.deepEqual(failures, []);
  });

  it('keeps the order of events of one moment', async () => {
    const journal = new JournalFile(path, () => 1000);
    for (let n = 0; n < 20; n++)
      await journal.record({ kind: n % 2 ? 'unread' : 'read', question: 'gil' });
    assert.equal((await reopened()).state('gil'), 'unread');
    await journal.record({ kind: 'read', question: 'gil' });
    assert.equal((await reopened()).state('gil'), 'read');
  });

  it('merges what is new, says how much that was, and writes nothing twice', async () => {
    const [here, there] = [new JournalFile(path), new JournalFile(join(folder, 'there.jsonl'))];
    await here.record({ kind: 'read', question: 'gil' });
    await there.record({ kind: 'read', question: 'bytecode' });
    await there.record({ kind: 'unread', question: 'gil' });
    assert.equal(await here.merge(await there.history()), 2);
    assert.equal(await there.merge(await here.history()), 1);
    const sizes = (): Promise<number[]> =>
      readdir(folder).then((names) =>
        Promise.all(names.map(async (name) => (await stat(join(folder, name))).size)),
      );
    const before = await sizes();
    assert.equal(await here.merge(await there.history()), 0);
    assert.deepEqual(await sizes(), before);
    assert.deepEqual(await here.history(), await there.history());
    assert.equal((await reopened()).state('bytecode'), 'read');
  });

  it('is gone when it is deleted, for every window, and begins anew', async () => {
    const [one, two] = [new JournalFile(path), new JournalFile(path)];
    await one.record({ kind: 'read', question: 'gil' });
    await appendFile(path, 'nonsense\n');
    const progress = progressOf(two);
    await two.load();
    assert.equal(progress.state('gil'), 'read');
    const touched: string[] = [];
    progress.onDidChange((ids) => touched.push(...ids));
    await one.remove(await one.history());
    await two.load();
    assert.equal(progress.state('gil'), 'unread');
    assert.deepEqual(touched, ['gil']);
    assert.deepEqual(await readdir(folder), ['journal.jsonl.damaged']);
    await two.record({ kind: 'read', question: 'bytecode' });
    assert.deepEqual((await one.history()).entries.length, 1);
  });

  it('keeps what was stored after it was read for its deletion', async () => {
    const [one, two] = [new JournalFile(path), new JournalFile(path)];
    await one.record({ kind: 'read', question: 'gil' });
    const read = await one.history();
    const exported = { ...read, entries: [...read.entries] };
    const since = await two.record({ kind: 'read', question: 'bytecode' });
    await appendFile(path, '{"v":9,"of":"later"}\n');
    await one.remove(exported);
    assert.deepEqual(await two.history(), { entries: [since], later: ['{"v":9,"of":"later"}'] });
    assert.equal((await reopened()).state('gil'), 'unread');
  });

  it('goes by the order of writing on one machine, whatever its clock says', async () => {
    let now = Date.UTC(2026, 0, 1, 20);
    const clock = (): number => now;
    const one = new JournalFile(path, clock);
    await one.record({ kind: 'bookmarked', question: 'gil', bookmarked: true });
    await one.record({ kind: 'read', question: 'gil' });
    now -= 8 * 3_600_000; // It was eight hours ahead.
    const two = new JournalFile(path, clock);
    await two.record({ kind: 'bookmarked', question: 'gil', bookmarked: false });
    await two.record({ kind: 'unread', question: 'gil' });
    assert.equal((await reopened()).state('gil'), 'unread');
    const again = new JournalFile(path, clock);
    await again.load();
    assert.deepEqual(bookmarksOf(again).all(), []);
    assert.equal((await again.history()).entries.at(-1)?.time, now);
  });

  it('writes to a segment of its own, and unites what many windows left', async () => {
    await writeFile(
      path,
      `${JSON.stringify({ v: 1, id: 'a', time: 1, event: { kind: 'read', question: 'old' } })}\n`,
    );
    const old = await readFile(path, 'utf8');
    for (let window = 0; window < 20; window++)
      await new JournalFile(path).record({ kind: 'read', question: `q${String(window)}` });
    assert.equal((await readdir(folder)).length, 21);
    const inTwoDays = new JournalFile(path, () => Date.now() + 2 * 86_400_000);
    const heard: string[] = [];
    await inTwoDays.load();
    inTwoDays.onDidChange((entries) => heard.push(...entries.map(({ id }) => id)));
    const { entries } = await inTwoDays.history();
    assert.equal(entries.length, 21);
    assert.equal((await readdir(folder)).length, 2);
    assert.deepEqual(heard, []);
    assert.equal(await readFile(path, 'utf8'), old);
    assert.deepEqual(await new JournalFile(path).history(), await inTwoDays.history());
  });

  it('is ready also when it cannot be read', async () => {
    await writeFile(path, '');
    const journal = new JournalFile(join(path, 'journal.jsonl'));
    await assert.rejects(journal.load());
    await journal.ready;
  });

  it('sets damaged lines aside and reads the rest', async () => {
    const journal = new JournalFile(path);
    await journal.record({ kind: 'read', question: 'one' });
    await appendFile(path, 'nonsense\n{"v":9}\n');
    await journal.record({ kind: 'read', question: 'two' });
    const again = new JournalFile(path);
    await again.load();
    assert.equal(progressOf(again).state('two'), 'read');
  });

  it('reads what an earlier version wrote', async () => {
    const event = { kind: 'read', question: 'gil' };
    await writeFile(path, `${JSON.stringify({ v: 1, id: 'a', time: 1, event })}\n`);
    assert.equal((await reopened()).state('gil'), 'read');
  });

  it('takes back what was undone, and tells history in order of time', async () => {
    const journal = new JournalFile(path, () => 2000);
    const { id } = await journal.record({ kind: 'read', question: 'gil' });
    const elsewhere = new JournalFile(join(folder, 'elsewhere.jsonl'), () => 1000);
    await elsewhere.record({ kind: 'unread', question: 'gil' });
    await journal.merge(await elsewhere.history());
    assert.equal(progressOf(journal).state('gil'), 'read');
    await journal.record({ kind: 'undone', entry: id });
    assert.equal(progressOf(journal).state('gil'), 'unread');
    assert.equal((await reopened()).state('gil'), 'unread');
  });

  it('says what to do when nothing can be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(
      new JournalFile(join(folder, 'file', 'journal.jsonl')).record({
        kind: 'read',
        question: 'a',
      }),
      /could not be saved \(E[A-Z]+: .*\)\.$/,
    );
  });
});
