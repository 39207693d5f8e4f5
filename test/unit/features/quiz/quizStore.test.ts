import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { permutation } from '../../../../src/core/quiz/shuffle.js';
import { fromShown } from '../../../../src/core/quiz/session.js';
import type { TakenQuiz } from '../../../../src/app/quiz/quizStore.js';
import { shuffledCount } from '../../../../src/app/quiz/itemModel.js';
import { decodeSteps } from '../../../../src/protocol/quiz.js';
import type { ItemModel, QuizModel } from '../../../../src/protocol/quiz.js';
import { all } from '../../core/quiz/items.js';
import { answers, freshSession, journalIn, storeIn, controllerOn } from './takenAnswers.js';

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

  const reopened = async (): Promise<TakenQuiz> => {
    const taken = await storeIn(folder).session('check');
    assert.ok(taken);
    return taken;
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

      const taken = await reopened();
      const { session } = taken.kept;
      for (const [place, entry] of session.entries.entries()) {
        const item = all[place];
        if (!item || place > at) {
          assert.equal(entry.given, undefined);
          continue;
        }
        const order = permutation(shuffledCount(item), session.seed, `check/${item.id}`);
        assert.deepEqual(entry.given, fromShown(answers[item.kind], order));
        assert.equal(entry.confidence, 'certain');
      }
      const controller = controllerOn(taken);
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
    const here = controllerOn(await storeIn(folder).begin(freshSession()));
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
    const { entries } = (await reopened()).kept.session;
    assert.deepEqual(
      entries.map(({ given }) => given !== undefined),
      [true, true, true, false, false, false, false],
    );
    assert.equal(entries[0]?.flagged, true);
  });

  it('shows a window what another one did, and leaves it where it is', async () => {
    const here = controllerOn(await storeIn(folder).begin(freshSession()));
    const there = controllerOn(await reopened());
    assert.equal(await here.lookAgain(), undefined);
    await there.answer('check/single', answers.single, undefined);
    await there.next();
    const model = await here.lookAgain();
    assert.ok(model && asItem(model).verdict);
    assert.equal(asItem(model).index, 0);
  });

  /** The learner's history, the sessions themselves aside. */
  const history = async (): Promise<readonly string[]> =>
    (await journalIn(folder).history()).entries.flatMap(({ event }) => {
      if (event.kind === 'answered') return [`${event.item} ${String(event.score)}`];
      return event.kind.startsWith('session') ? [] : [event.kind];
    });

  it('ends once, whichever window ends it', async () => {
    const here = controllerOn(await storeIn(folder).begin(freshSession('exam')));
    const there = controllerOn(await reopened());
    await here.answer('check/single', { kind: 'choice', options: [1] }, undefined);
    await Promise.all([here.finish(), there.finish()]);
    assert.deepEqual(await history(), ['single 0', 'quizFinished']);
  });

  it('has an answer in both or in neither of its session and the learner’s history', async () => {
    const begun = await storeIn(folder).begin(freshSession());
    await controllerOn(begun).answer('check/single', answers.single, undefined);
    const [segment = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
    const file = join(folder, segment);
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n');
    const answered = lines.findIndex((line) => line.includes('"kind":"answered"'));
    assert.ok(answered > 0);
    // A power cut may leave any part of one writing: then the answer is given anew, and counts once.
    const whole = lines.slice(0, answered).join('\n').length;
    for (let end = whole; end < text.length; end += 40) {
      await writeFile(file, text.slice(0, end));
      const controller = controllerOn(await reopened());
      const { given } = controller.session.entries[0] ?? {};
      if (!given) await controller.answer('check/single', answers.single, undefined);
      assert.equal(asItem(await controller.model()).verdict?.verdict, 'correct');
      assert.deepEqual(await history(), ['single 1']);
      for (const name of await readdir(folder))
        if (name !== segment && name.startsWith('journal')) await rm(join(folder, name));
    }
  });

  it('goes on in the order in which things were done, whatever the clocks say', async () => {
    const clock = { now: Date.UTC(2026, 0, 2) };
    const now = (): number => clock.now;
    const here = controllerOn(
      await storeIn(folder, now).begin({ ...freshSession(), startedAt: now() }),
    );
    await here.answer('check/single', answers.single, undefined);
    clock.now = Date.UTC(1999, 0, 1);
    const taken = await storeIn(folder, now).session('check');
    const there = controllerOn(taken ?? assert.fail(), { now });
    await there.next();
    await there.answer('check/multiple', answers.multiple, undefined);
    clock.now = Date.UTC(2080, 0, 1);
    const again = controllerOn((await storeIn(folder, now).session('check')) ?? assert.fail(), {
      now,
    });
    await again.takeUp();
    assert.equal(asItem(await again.model()).key, 'check/multiple');
    assert.deepEqual(
      again.session.entries.map(({ given }) => given !== undefined),
      [true, true, false, false, false, false, false],
    );
    await storeIn(folder, () => 5).begin({ ...freshSession(), startedAt: 5 });
    assert.equal((await reopened()).kept.session.startedAt, 5);
  });

  it('survives a line that was torn, and one that is none', async () => {
    const taken = await storeIn(folder).begin(freshSession());
    const controller = controllerOn(taken);
    await controller.answer('check/single', answers.single, undefined);
    await controller.next();
    await controller.answer('check/multiple', answers.multiple, undefined);
    const [segment = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
    const file = join(folder, segment);
    await truncate(file, (await readFile(file)).length - 20);
    await appendFile(file, '\u0000{"v":3,"id":"cha');
    const again = controllerOn(await reopened());
    assert.equal(again.session.entries[0]?.given?.kind, 'choice');
    await again.answer('check/multiple', answers.single, undefined);
    assert.equal((await reopened()).kept.session.entries[1]?.given?.kind, 'choice');
  });

  it('is not gone on with when it was deleted meanwhile', async () => {
    const taken = await storeIn(folder).begin(freshSession());
    const journal = journalIn(folder);
    await journal.remove(await journal.history());
    const late = controllerOn(taken).answer('check/single', answers.single, undefined);
    await assert.rejects(late, /has been deleted. Start it again/);
    assert.equal(await storeIn(folder).session('check'), undefined);
  });

  it('asks again what the pack changed, leaves out what vanished, and says so', async () => {
    const before = controllerOn(await storeIn(folder).begin(freshSession()));
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
    const { entries, notes } = (await reopened()).kept.session;
    assert.ok(entries[0]?.given);
    assert.equal(notes.length, 2);
  });

  it('knows from the journal how it ended before, and how sure the learner was', async () => {
    for (const [at, options] of [[0], [1]].entries()) {
      const session = { ...freshSession('exam'), startedAt: 1000 + at };
      const controller = controllerOn(await storeIn(folder).begin(session));
      await controller.answer('check/single', { kind: 'choice', options }, 'certain');
      await controller.answer('check/single', { kind: 'choice', options }, 'certain');
      await controller.finish();
      const store = storeIn(folder);
      await store.refresh();
      const score = controller.session.entries[0]?.grade?.score ?? 1;
      assert.equal(store.attempts.of('check').at(-1)?.score, score);
      assert.equal(store.attempts.of('check').at(-1)?.count, 7);
      assert.equal(
        store.attempts.surenessOfMissed.get('check/single'),
        score < 1 ? 'certain' : undefined,
      );
    }
    assert.equal(new Set(await history()).size, 3);
  });

  it('does not count code that could not be checked, says why, and lets it be checked again', async () => {
    const machine = { hasPython: false };
    const controller = controllerOn(await storeIn(folder).begin(freshSession()), {
      check: (item) =>
        Promise.resolve(
          !machine.hasPython
            ? { unchecked: 'No Python was found.' }
            : item.checks.map(() => ({ passed: true, message: '' })),
        ),
    });
    for (const { id } of all.slice(0, 5)) {
      await controller.answer(`check/${id}`, { kind: 'skipped' }, undefined);
      await controller.next();
    }
    const model = asItem(await controller.answer('check/code', answers.code, undefined));
    assert.equal(model.unchecked, 'No Python was found.');
    assert.equal(model.verdict, undefined);
    assert.deepEqual(await history(), []);
    assert.doesNotMatch(JSON.stringify(model), /SECRET/);
    machine.hasPython = true;
    const checked = asItem(await controller.answer('check/code', answers.code, undefined));
    assert.equal(checked.verdict?.verdict, 'correct');
    assert.deepEqual(await history(), ['code 1']);
  });

  it('keeps code before it runs it, for that may take long', async () => {
    const kept = await storeIn(folder).begin(freshSession('exam'));
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
    const controller = controllerOn(await storeIn(folder).begin(freshSession('exam')), {
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
