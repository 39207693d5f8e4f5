import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { InterviewHistory } from '../../../src/core/interview/history.js';
import type { Interviewed } from '../../../src/core/interview/history.js';
import { firstSetup } from '../../../src/core/interview/plan.js';
import type { Candidate, Setup } from '../../../src/core/interview/plan.js';
import type { InterviewSession } from '../../../src/core/interview/session.js';
import { InterviewController } from '../../../src/app/interview/interviewController.js';
import { InterviewStore } from '../../../src/features/interview/interviewStore.js';
import { interviewSchemas } from '../../../src/protocol/interview.js';
import type { InterviewModel, TurnModel } from '../../../src/protocol/interview.js';
import { scripts } from '../core/interview/scripts.js';
import { fuzz } from './fuzzing.js';

const setup: Setup = { ...firstSetup, length: { kind: 'questions', count: 2 }, followUps: 1 };

/** An interviewer with a store of real files, and a journal that can be made to fail. */
function room(folder: string) {
  const log: string[] = [];
  const events: Interviewed[] = [];
  const clock = { now: 1_000_000 };
  const fault = { save: '', record: '' };
  const damaged: string[] = [];
  const store = new InterviewStore(folder, (file) => damaged.push(path.basename(file)));
  const history = new InterviewHistory();
  let chosen = firstSetup;
  let ids = 0;
  const pool = scripts(4);
  const dependencies: ConstructorParameters<typeof InterviewController>[1] = {
    now: () => clock.now,
    newSeed: () => 7,
    newId: () => `interview-${String((ids += 1))}-${String(clock.now)}`,
    topics: () => Promise.resolve([{ key: 'p/t', title: 'Topic' }]),
    candidates: () =>
      Promise.resolve(
        pool.map(({ question }): Candidate => ({
          id: question,
          topic: 'p/t',
          level: 'core',
          state: 'unread',
          rated: history.rating(question),
          recent: history.wasAskedLast(question),
        })),
      ),
    script: (id) => {
      const script = pool.find(({ question }) => question === id);
      return script ? Promise.resolve(script) : Promise.reject(new Error('Gone.'));
    },
    about: () => Promise.resolve('Topic, core'),
    setup: {
      get: () => chosen,
      set: (value) => {
        chosen = value;
        return Promise.resolve();
      },
    },
    save: async (session) => {
      if (fault.save !== '') throw new Error(fault.save);
      await store.save(session);
      log.push(session.finishedAt === undefined ? 'saved' : 'saved end');
    },
    unfinished: () => store.unfinished(),
    record: (event) => {
      if (fault.record !== '') return Promise.reject(new Error(fault.record));
      if (!history.isLast(event)) {
        events.push(event);
        history.apply({ event });
      }
      log.push('recorded');
      return Promise.resolve();
    },
    finished: () => {
      log.push('report');
    },
  };
  const enter = (session?: InterviewSession): InterviewController =>
    new InterviewController(session, dependencies);
  return { enter, store, log, events, clock, fault, damaged };
}

const asTurn = (model: InterviewModel): TurnModel => {
  assert.ok(model.screen === 'turn', model.screen);
  return model;
};

describe('an interviewer', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'interview-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Takes it to the end; every point is rated `value`. */
  const takeAll = async (
    controller: InterviewController,
    value: 0 | 1 | 2,
  ): Promise<InterviewModel> => {
    let model = await controller.start(setup);
    while (model.screen === 'turn') {
      await controller.note(model.key, `notes to ${model.key}`);
      model = asTurn(await controller.showAnswer(model.key));
      for (const point of model.told?.points.keys() ?? [])
        await controller.mark(model.key, point, value);
      model = await controller.next(model.key);
    }
    return model;
  };

  it('tells nothing of a model answer before it is asked for', async () => {
    const controller = room(folder).enter();
    let model = await controller.start(setup);
    for (let turn = 0; model.screen === 'turn'; turn += 1) {
      assert.ok(turn < 4);
      assert.doesNotMatch(JSON.stringify(model), /SECRET/);
      assert.doesNotMatch(JSON.stringify(await controller.pause(true)), /SECRET/);
      await controller.pause(false);
      model = asTurn(await controller.showAnswer(model.key));
      assert.match(JSON.stringify(model), /SECRET answer[^]*SECRET point/);
      model = await controller.next(model.key);
    }
  });

  it('asks a title as plain text and a follow-up as Markdown', async () => {
    const controller = room(folder).enter();
    const question = asTurn(await controller.start(setup));
    assert.match(question.title, /^What is __question-\d__\?$/);
    await controller.showAnswer('0/0');
    assert.match(asTurn(await controller.next('0/0')).askHtml ?? '', /<code>0<\/code>/);
  });

  it('goes on in a new window with every word and the time as they were stored', async () => {
    const { enter, store, clock } = room(folder);
    const first = enter();
    const { session } = asTurn(await first.start(setup));
    clock.now += 20_000;
    await first.note('0/0', 'what I typed');
    clock.now += 999_000; // The window was killed here.
    const found = await store.load(session);
    const model = asTurn(await enter(found).model());
    assert.deepEqual(
      [model.notes, model.paused, model.spent.whole],
      ['what I typed', true, 20_000],
    );
  });

  it('offers what is unfinished, in a window of its own as well', async () => {
    const { enter } = room(folder);
    await enter().start(setup);
    const again = enter();
    const start = await again.model();
    assert.ok(start.screen === 'start');
    assert.deepEqual([start.unfinished?.index, start.unfinished?.count], [0, 2]);
    assert.equal(start.setup, setup);
    assert.equal(asTurn(await again.resume()).paused, false);
  });

  it('of two windows with the same interview the one behind overwrites nothing', async () => {
    const { enter, store } = room(folder);
    const one = enter();
    const { session } = asTurn(await one.start(setup));
    const other = enter(await store.load(session));
    await other.note('0/0', 'from the other window');
    await assert.rejects(one.note('0/0', 'late'), /goes on in another window/);
    assert.equal(
      (await store.load(session))?.questions[0]?.turns[0]?.notes,
      'from the other window',
    );
  });

  it('shows the report only when the journal has it, and tries again', async () => {
    const { enter, fault, log, events } = room(folder);
    const controller = enter();
    fault.record = 'The disk is full.';
    await assert.rejects(takeAll(controller, 2), /disk is full/);
    await assert.rejects(controller.model(), /disk is full/);
    fault.record = '';
    assert.equal((await controller.finish()).screen, 'report');
    assert.deepEqual(log.slice(-3), ['recorded', 'saved end', 'report']);
    assert.equal(events.length, 1);
  });

  it('records an interview once although a crash hid that it was recorded', async () => {
    const { enter, store, fault, events } = room(folder);
    const controller = enter();
    const { session } = asTurn(await controller.start(setup));
    await controller.showAnswer('0/0');
    const save = store.save.bind(store);
    store.save = (each) => (each.recorded ? Promise.reject(new Error('Killed.')) : save(each));
    await assert.rejects(controller.finish(), /Killed/);
    store.save = save;
    fault.save = '';
    const again = enter(await store.load(session));
    assert.equal((await again.model()).screen, 'report');
    assert.equal(events.length, 1);
  });

  it('keeps what was typed when it cannot be stored, and stores it later', async () => {
    const { enter, fault, store } = room(folder);
    const controller = enter();
    const { session } = asTurn(await controller.start(setup));
    fault.save = 'No room.';
    await assert.rejects(controller.note('0/0', 'typed'), /No room/);
    fault.save = '';
    await controller.note('0/0', 'typed on');
    assert.equal((await store.load(session))?.questions[0]?.turns[0]?.notes, 'typed on');
  });

  it('does not ask the same questions in the next interview', async () => {
    const { enter, events, clock } = room(folder);
    await takeAll(enter(), 1);
    clock.now += 1;
    await takeAll(enter(), 1);
    const [first, second] = events.map(({ questions }) =>
      questions.map(({ question }) => question),
    );
    assert.deepEqual(
      [...(first ?? []), ...(second ?? [])].sort(),
      scripts(4).map(({ question }) => question),
    );
  });

  it('sets damaged files aside and says so once, and removes what was finished long ago', async () => {
    const { enter, store, clock, damaged } = room(folder);
    await writeFile(path.join(folder, 'torn.json'), '{"version":1,');
    await writeFile(path.join(folder, 'other.json'), '[]');
    for (let taken = 0; taken < 12; taken += 1) {
      clock.now += 1;
      await takeAll(enter(), 2);
    }
    await enter().start(setup);
    await store.prune();
    const left = (await readdir(folder)).filter((name) => name.startsWith('interview-'));
    assert.equal(left.length, 11);
    assert.ok(await store.unfinished());
    assert.deepEqual(damaged.sort(), ['other.json.damaged', 'torn.json.damaged']);
    assert.equal(await readFile(path.join(folder, 'torn.json.damaged'), 'utf8'), '{"version":1,');
  });

  it('leaves alone what a later version wrote, and what an import put beside', async () => {
    const { enter, store, damaged } = room(folder);
    const { session } = asTurn(await enter().start(setup));
    const file = path.join(folder, `${session}.json`);
    const text = await readFile(file, 'utf8');
    await writeFile(path.join(folder, `${session}.imported-0a1b2c3d.json`), text);
    const later = text.replace('"version":1', '"version":2,"more":[]');
    await writeFile(file, later);
    await writeFile(path.join(folder, 'newer.json'), '{"version":7}');
    assert.equal(await store.unfinished(), undefined);
    const parsed = JSON.parse(text) as InterviewSession;
    await assert.rejects(store.save({ ...parsed, revision: 99 }), /later version .* Update/);
    assert.equal(await readFile(file, 'utf8'), later);
    assert.deepEqual(damaged, []);
    assert.equal((await readdir(folder)).length, 3);
  });

  it('is paused by a machine that falls asleep: nobody answered meanwhile', async () => {
    const { enter, clock } = room(folder);
    const controller = enter();
    await controller.start(setup);
    for (let beat = 0; beat < 4; beat++) {
      clock.now += 15_000;
      assert.equal(await controller.keepTime(), undefined);
    }
    clock.now += 8 * 3_600_000;
    const woken = asTurn((await controller.keepTime()) ?? (await controller.model()));
    assert.equal(woken.paused, true);
    assert.equal(woken.spent.whole, 60_000);
    await controller.pause(false);
    clock.now += 15_000;
    await controller.keepTime();
    clock.now += 10 * 60_000; // The page is heard before the clock is.
    const paused = asTurn(await controller.showAnswer('0/0'));
    assert.equal(paused.spent.whole, 75_000);
  });

  it('survives its file being cut at any byte: it is read whole or not at all', async () => {
    const { enter, store } = room(folder);
    const { session } = asTurn(await enter().start(setup));
    const file = path.join(folder, `${session}.json`);
    const text = await readFile(file, 'utf8');
    for (let end = 0; end < text.length; end += 7) {
      await writeFile(file, text.slice(0, end));
      assert.equal(await store.load(session), undefined);
    }
    await writeFile(file, text);
    assert.ok(await store.load(session));
  });

  it('10,000 fuzzed messages neither crash the host nor show an answer nor lose a note', async function () {
    this.timeout(60_000);
    const { enter, events } = room(folder);
    const controller = enter();
    await controller.start(setup);
    await controller.note('0/0', 'KEPT');
    // Keys that are asked, but not now: nothing may be told of them.
    const key = fc.oneof(fc.constantFrom('0/1', '1/0', '9/9', '__proto__'), fc.string());
    const answers = await fuzz(
      {
        schemas: interviewSchemas,
        handlers: {
          ready: () => controller.model(),
          start: (params) => controller.start(params.setup),
          resume: () => controller.resume(),
          endUnfinished: () => controller.model(),
          note: ({ key, text }) => controller.note(key, text),
          showAnswer: ({ key }) => controller.showAnswer(key),
          mark: ({ key, point, value }) => controller.mark(key, point, value),
          next: ({ key }) => controller.next(key),
          pause: ({ paused }) => controller.pause(paused),
          finish: () => controller.model(),
          another: () => controller.another(),
          openQuestion: () => Promise.resolve(),
          saveReport: () => Promise.resolve(),
        },
      },
      [
        fc.record({ key }),
        fc.record({ key, text: fc.string() }),
        fc.record({ key, point: fc.integer(), value: fc.integer({ min: 0, max: 3 }) }),
        fc.record({ paused: fc.boolean() }),
        fc.record({ setup: fc.constant(setup) }),
        fc.constant({}),
      ],
      () => controller.model(),
    );
    const model = asTurn(await controller.model());
    const secrets = answers.filter((answer) => JSON.stringify(answer).includes('SECRET'));
    assert.deepEqual([model.key, model.notes, secrets, events.length], ['0/0', 'KEPT', [], 0]);
  });
});
