import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookmarksOf } from '../../../../src/core/progress/bookmarks.js';
import { LastNoted } from '../../../../src/core/progress/lastNoted.js';
import { JournalFile } from '../../../../src/hosts/node/journal/journalFile.js';

describe('bookmarks', () => {
  it('are set and removed by turns, in the order of setting, and are there after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bookmarks-'));
    try {
      const path = join(folder, 'journal.jsonl');
      let time = 0;
      const bookmarks = bookmarksOf(new JournalFile(path, () => ++time));
      for (const id of ['gil', 'mro', 'descriptors', 'gil']) await bookmarks.toggle(id);
      const journal = new JournalFile(path);
      await journal.load();
      const reopened = bookmarksOf(journal);
      assert.deepEqual(reopened.all(), ['mro', 'descriptors']);
      assert.equal(reopened.has('gil'), false);
      await reopened.toggle('gil');
      assert.deepEqual(reopened.all(), ['mro', 'descriptors', 'gil']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('saving a note again and again', () => {
  it('is told once a minute, and at once when it was emptied', () => {
    const noted = new LastNoted();
    assert.ok(noted.isNews('gil', false, 0));
    noted.apply({ time: 0, event: { kind: 'noted', question: 'gil', empty: false } });
    assert.equal(noted.isNews('gil', false, 59_999), false);
    assert.ok(noted.isNews('gil', false, 60_000));
    assert.ok(noted.isNews('gil', true, 1));
    assert.ok(noted.isNews('mro', false, 1));
  });
});
