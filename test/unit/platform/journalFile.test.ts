import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile, appendFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressOf } from '../../../src/core/progress/progress.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { JournalFile } from '../../../src/platform/journalFile.js';

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
    let now = 2000;
    const journal = new JournalFile(path, () => now);
    const { id } = await journal.record({ kind: 'read', question: 'gil' });
    now = 1000; // Another machine's clock.
    await journal.record({ kind: 'unread', question: 'gil' });
    assert.equal(progressOf(journal).state('gil'), 'read');
    await journal.record({ kind: 'undone', entry: id });
    assert.equal(progressOf(journal).state('gil'), 'unread');
    assert.equal((await reopened()).state('gil'), 'unread');
  });

  it('says what to do when nothing can be written', async () => {
    await mkdir(path);
    await assert.rejects(
      new JournalFile(path).record({ kind: 'read', question: 'a' }),
      /could not be saved .* try again/,
    );
  });
});
