import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { permutation } from '../../../../src/core/quiz/shuffle.js';
import { fromShown } from '../../../../src/core/quiz/session.js';
import { QuizStore } from '../../../../src/features/quiz/quizStore.js';
import type { SessionFile } from '../../../../src/features/quiz/sessionFile.js';
import { shuffledCount } from '../../../../src/app/quiz/itemModel.js';
import { decodeSteps } from '../../../../src/protocol/quiz.js';
import type { ItemModel, QuizModel } from '../../../../src/protocol/quiz.js';
import { all } from '../../core/quiz/items.js';
import { answers, freshSession, controllerOn } from './takenAnswers.js';

const asItem = (model: QuizModel): ItemModel => {
  assert.ok(model.screen === 'item');
  return model;
};

describe('a quiz that is kept', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quiz-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const reopened = async (): Promise<SessionFile> => {
    const kept = await new QuizStore(folder).session('check');
    assert.ok(kept);
    return kept;
  };

  for (const [at, { kind }] of all.entries()) {
    it(`has its answers, and the one that was begun, after a kill -9 at “${kind}”`, async function () {
      this.timeout(20_000);
      const script = fileURLToPath(new URL('takeAndHang.mts', import.meta.url));
      const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
      const child = spawn(process.execPath, ['--import', tsx, script, folder, kind], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = (await Promise.race([
        once(child.stdout, 'data'),
        once(child, 'exit'),
      ])) as unknown[];
      assert.equal(String(said), 'begun\n');
      child.kill('SIGKILL');
      await once(child, 'exit');

      const kept = await reopened();
      for (const [place, entry] of kept.session.entries.entries()) {
        const item = all[place];
        if (!item || place > at) {
          assert.equal(entry.given, undefined);
          continue;
        }
        const order = permutation(shuffledCount(item), kept.session.seed, `check/${item.id}`);
        assert.deepEqual(entry.given, fromShown(answers[item.kind], order));
        assert.equal(entry.confidence, 'certain');
      }
      const controller = controllerOn(kept);
      await controller.takeUp();
      const model = await controller.model();
      const begun = all[at + 1];
      if (!begun) {
        assert.equal(model.screen, 'result');
        return;
      }
      assert.equal(asItem(model).key, `check/${begun.id}`);
      assert.deepEqual(asItem(model).draft, { answer: answers[begun.kind], confidence: 'guess' });
    });
  }

  it('loses nothing when two windows take it at once', async () => {
    const here = controllerOn(await new QuizStore(folder).begin(freshSession()));
    const there = controllerOn(await reopened());
    await there.answer('check/single', answers.single, 'certain');
    const late = asItem(
      await here.answer('check/single', { kind: 'choice', options: [1] }, 'guess'),
    );
    assert.match(late.notes.join(), /answered in another window; that answer counts/);
    assert.equal(late.confidence, 'certain');
    assert.ok(late.verdict);
    await Promise.all([
      here.next().then(() => here.answer('check/multiple', answers.multiple, undefined)),
      there.flag(true),
    ]);
    await there.next();
    await there.next();
    await there.answer('check/output', answers.output, undefined);
    const { entries } = (await reopened()).session;
    assert.deepEqual(
      entries.map(({ given }) => given !== undefined),
      [true, true, true, false, false, false, false],
    );
    assert.equal(entries[0]?.flagged, true);
  });

  it('shows a window what another one did, and leaves it where it is', async () => {
    const here = controllerOn(await new QuizStore(folder).begin(freshSession()));
    const there = controllerOn(await reopened());
    assert.equal(await here.lookAgain(), undefined);
    await there.answer('check/single', answers.single, undefined);
    await there.next();
    const model = await here.lookAgain();
    assert.ok(model && asItem(model).verdict);
    assert.equal(asItem(model).index, 0);
  });

  it('ends once, whichever window ends it', async () => {
    const recorded: string[] = [];
    const record = (event: { readonly kind: string }): Promise<void> => {
      recorded.push(event.kind);
      return Promise.resolve();
    };
    const here = controllerOn(await new QuizStore(folder).begin(freshSession('exam')), { record });
    const there = controllerOn(await reopened(), { record });
    await Promise.all([here.finish(), there.finish()]);
    assert.deepEqual(recorded, ['quizFinished']);
  });

  it('makes good what a crash at the very end cut short', async () => {
    const here = controllerOn(await new QuizStore(folder).begin(freshSession('exam')), {
      record: () => Promise.reject(new Error('The process died here.')),
    });
    await here.answer('check/single', answers.single, undefined);
    await assert.rejects(here.finish());
    const recorded: string[] = [];
    const again = controllerOn(await reopened(), {
      record: (event) => {
        recorded.push(event.kind);
        return Promise.resolve();
      },
    });
    await again.takeUp();
    assert.deepEqual(recorded, ['answered', 'quizFinished']);
    await controllerOn(await reopened(), { record: () => assert.fail('Recorded twice.') }).takeUp();
  });

  it('records an answer of which a crash left only the answer itself, and no other twice', async () => {
    const failures: unknown[] = [];
    const recorded: unknown[] = [];
    const record = (event: unknown): Promise<void> => {
      recorded.push(event);
      return Promise.resolve();
    };
    const here = controllerOn(await new QuizStore(folder).begin(freshSession()), {
      record: (event) =>
        recorded.length === 0 ? record(event) : Promise.reject(new Error('The disk is full.')),
      failed: (error) => failures.push(error),
    });
    await here.answer('check/single', answers.single, undefined);
    await here.next();
    const told = asItem(await here.answer('check/multiple', answers.multiple, undefined));
    assert.ok(told.verdict);
    await here.model();
    assert.equal(failures.length, 1);
    await controllerOn(await reopened(), { record }).takeUp();
    await controllerOn(await reopened(), { record }).takeUp();
    assert.deepEqual(
      recorded.map((event) => (event as { readonly item: string }).item),
      ['single', 'multiple'],
    );
  });

  it('survives a line that was torn, and one that is none', async () => {
    const kept = await new QuizStore(folder).begin(freshSession());
    const controller = controllerOn(kept);
    await controller.answer('check/single', answers.single, undefined);
    await controller.next();
    await controller.answer('check/multiple', answers.multiple, undefined);
    const file = join(kept.folder, 'session.jsonl');
    await truncate(file, (await readFile(file)).length - 20);
    await appendFile(file, '\u0000{"v":1,"kind":"cha');
    const again = controllerOn(await reopened());
    assert.equal(again.session.entries[0]?.given?.kind, 'choice');
    await again.answer('check/multiple', answers.single, undefined);
    assert.equal((await reopened()).session.entries[1]?.given?.kind, 'choice');
  });

  it('asks again what the pack changed, leaves out what vanished, and says so', async () => {
    const before = controllerOn(await new QuizStore(folder).begin(freshSession()));
    for (const { kind, id } of all.slice(0, 3)) {
      await before.answer(`check/${id}`, answers[kind], undefined);
      await before.next();
    }
    const updated = all
      .filter(({ id }) => id !== 'output')
      .map((item) => (item.id === 'single' ? { ...item, prompt: 'Which one?' } : item));
    const after = controllerOn(await reopened(), {
      item: (entry) => updated.find(({ id }) => id === entry.item),
    });
    await after.takeUp();
    const model = asItem(await after.model());
    assert.equal(model.key, 'check/single');
    assert.match(model.asked.promptHtml, /Which one/);
    assert.match(model.notes.join(' '), /“single” has changed and is asked again/);
    assert.match(model.notes.join(' '), /“output” is no longer in the quiz/);
    assert.deepEqual(
      decodeSteps(model.steps).map(({ answered }) => answered),
      [false, true, false, false, false, false],
    );
    await after.answer('check/single', answers.single, undefined);
    const { entries, notes } = (await reopened()).session;
    assert.ok(entries[0]?.given);
    assert.equal(notes.length, 2);
  });

  it('forgets attempts and sureness when their file was deleted', async () => {
    const store = new QuizStore(folder);
    await store.addAttempt('check', { finishedAt: 1, score: 1, count: 2 });
    await store.noteSureness('check/single', true, 'certain');
    await rm(folder, { recursive: true });
    await store.refresh();
    assert.deepEqual(store.attempts('check'), []);
    assert.equal(store.surenessOfMissed().size, 0);
  });

  it('keeps attempts and sureness of every window', async () => {
    const [here, there] = [new QuizStore(folder), new QuizStore(folder)];
    await Promise.all([
      here.addAttempt('check', { finishedAt: 1, score: 1, count: 2 }),
      there.addAttempt('check', { finishedAt: 2, score: 2, count: 2 }),
      there.noteSureness('check/single', true, 'certain'),
    ]);
    const later = new QuizStore(folder);
    await later.refresh();
    assert.deepEqual(
      later
        .attempts('check')
        .map(({ finishedAt }) => finishedAt)
        .sort(),
      [1, 2],
    );
    assert.equal(later.surenessOfMissed().get('check/single'), 'certain');
    await later.noteSureness('check/single', false, 'certain');
    await here.refresh();
    assert.equal(here.surenessOfMissed().size, 0);
  });

  it('does not count code that could not be checked, says why, and lets it be checked again', async () => {
    const machine = { hasPython: false };
    const events: unknown[] = [];
    const controller = controllerOn(await new QuizStore(folder).begin(freshSession()), {
      check: (item) =>
        Promise.resolve(
          !machine.hasPython
            ? { unchecked: 'No Python was found.' }
            : item.checks.map(() => ({ passed: true, message: '' })),
        ),
      record: (event) => {
        events.push(event);
        return Promise.resolve();
      },
    });
    for (const { id } of all.slice(0, 5)) {
      await controller.answer(`check/${id}`, { kind: 'skipped' }, undefined);
      await controller.next();
    }
    const before = events.length;
    const model = asItem(await controller.answer('check/code', answers.code, undefined));
    assert.equal(model.unchecked, 'No Python was found.');
    assert.equal(model.verdict, undefined);
    assert.equal(events.length, before);
    assert.doesNotMatch(JSON.stringify(model), /SECRET/);
    machine.hasPython = true;
    const checked = asItem(await controller.answer('check/code', answers.code, undefined));
    assert.equal(checked.verdict?.verdict, 'correct');
  });

  it('keeps code before it runs it, for that may take long', async () => {
    const kept = await new QuizStore(folder).begin(freshSession('exam'));
    const controller = controllerOn(kept, {
      check: async () => {
        const again = controllerOn(await reopened());
        assert.deepEqual(asItem(await again.goTo(5)).draft?.answer, answers.code);
        return [];
      },
    });
    await controller.goTo(5);
    await controller.answer('check/code', answers.code, undefined);
  });

  it('leaves what could not be checked out of the score', async () => {
    const controller = controllerOn(await new QuizStore(folder).begin(freshSession('exam')), {
      check: () => Promise.resolve({ unchecked: 'No Python was found.' }),
    });
    await controller.goTo(5);
    await controller.answer('check/code', answers.code, undefined);
    const model = await controller.finish();
    assert.ok(model.screen === 'result');
    assert.deepEqual([model.count, model.unchecked, model.missed], [6, 1, 6]);
    assert.equal(model.items[5]?.verdict.verdict, 'unchecked');
    assert.match(model.items[5].verdict.note, /No Python was found/);
    assert.match(controller.markdown(), /0 of 6 points[^]*Not checked[^]*does not count/);
  });
});
