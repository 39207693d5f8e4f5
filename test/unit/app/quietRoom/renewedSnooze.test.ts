import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { practiceOf } from '../../../../src/app/quietRoom/practiceFiles.js';
import { RenewedSnooze, snoozeMinutes } from '../../../../src/app/quietRoom/renewedSnooze.js';

const minute = 60_000;

/** As VS Code does: a snooze takes the place of the one before. */
class Editor {
  private until = 0;

  snooze(): void {
    this.until = Date.now() + snoozeMinutes * minute;
  }

  get isQuiet(): boolean {
    return Date.now() < this.until;
  }
}

describe('The quiet room', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval', 'Date'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  function begun(): { editor: Editor; snoozes: RenewedSnooze } {
    const editor = new Editor();
    const snoozes = new RenewedSnooze(() => {
      editor.snooze();
    });
    snoozes.keep();
    return { editor, snoozes };
  }

  it('is quiet without a gap while it is kept', () => {
    const { editor, snoozes } = begun();
    for (let second = 0; second < 3600; second += 1) {
      assert.ok(editor.isQuiet, `after ${String(second)} s`);
      mock.timers.tick(1000);
    }
    snoozes.dispose();
  });

  it('ends by itself a minute after it is no longer kept, at the latest', () => {
    const { editor, snoozes } = begun();
    mock.timers.tick(45_000);
    snoozes.dispose();
    mock.timers.tick(minute);
    assert.equal(editor.isQuiet, false);
    mock.timers.tick(10 * minute);
    assert.equal(editor.isQuiet, false);
  });

  it('is begun anew at once, whatever time went by, and only once', () => {
    const { editor, snoozes } = begun();
    // A machine that slept: the clock went on, the timers did not.
    mock.timers.setTime(3600 * 1000);
    snoozes.keep();
    assert.ok(editor.isQuiet);
    snoozes.keep();
    snoozes.dispose();
    mock.timers.tick(minute);
    assert.equal(editor.isQuiet, false);
  });

  it('is in the files in which the learner practices, and nowhere else', () => {
    assert.equal(practiceOf('scratch/gil/race/race.py'), 'scratch');
    assert.equal(practiceOf('exercises/lru-cache/lru_cache.py'), 'exercise');
    assert.equal(practiceOf('quizzes/mixed/1-a/code/x/write.py'), 'answer');
    for (const path of ['notes/gil.md', 'scratch', 'journal.a.jsonl', '', 'other/scratch/a.py'])
      assert.equal(practiceOf(path), undefined, path);
  });
});
