import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { InterviewHistory } from '../../../src/core/interview/history.js';
import type { Interviewed } from '../../../src/core/interview/history.js';
import { firstSetup } from '../../../src/core/interview/plan.js';
import type { Candidate, Setup } from '../../../src/core/interview/plan.js';
import type { InterviewSession } from '../../../src/core/interview/session.js';
import { InterviewController } from '../../../src/app/interview/interviewController.js';
import type { InterviewDependencies } from '../../../src/app/interview/interviewController.js';
import { Interviews } from '../../../src/app/interview/interviews.js';
import type { KeptInterview } from '../../../src/app/interview/interviews.js';
import { TextFolder } from '../../../src/hosts/node/files/textFolder.js';
import { JournalFile } from '../../../src/hosts/node/journal/journalFile.js';
import { interviewSchemas } from '../../../src/protocol/interview.js';
import type { InterviewModel, TurnModel } from '../../../src/protocol/interview.js';
import { scripts } from '../core/interview/scripts.js';
import { fuzz } from './fuzzing.js';

const setup: Setup = { ...firstSetup, length: { kind: 'questions', count: 2 }, followUps: 1 };

/** An interviewer with a journal and drafts in real files, which can be made to fail. */
function room(folder: string) {
  const log: string[] = [];
  const clock = { now: 1_000_000 };
  const journal = (): JournalFile =>
    new JournalFile(path.join(folder, 'journal.jsonl'), () => clock.now);
  const drafts = path.join(folder, 'drafts');
  const pool = scripts(4);
  let chosen = firstSetup;
  /** One window. */
  const open = () => {
    const own = journal();
    const history = own.follow(() => new InterviewHistory());
    const interviews = new Interviews(own, new TextFolder(drafts));
    const dependencies: InterviewDependencies = {
      now: () => clock.now,
      newSeed: () => 7,
      newId: randomUUID,
      topics: () => Promise.resolve([{ key: 'p/t', title: 'Topic' }]),
      candidates: () =>
        Promise.resolve(
          pool.map(({ question }): Candidate => ({
            id: question,
            topic: 'p/t',
            level: 'core',
            state: 'unread',
            rated: history.value.rating(question),
            recent: history.value.wasAskedLast(question),
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
      interviews,
      finished: () => {
        log.push('report');
      },
    };
    return {
      interviews,
      enter: (kept?: KeptInterview) => new InterviewController(kept, dependencies),
    };
  };
  /** The interviewer of a new window, in the interview of that id. */
  const enter = async (session = ''): Promise<InterviewController> => {
    const window = open();
    return window.enter(await window.interviews.open(session));
  };
  /** As a new window finds it. */
  const stored = async (session: string): Promise<InterviewSession | undefined> =>
    (await open().interviews.open(session))?.session;
  const events = async (): Promise<readonly Interviewed[]> =>
    (await journal().history()).entries.flatMap(({ event }) =>
      event.kind === 'interviewed' ? [event] : [],
    );
  /** While it lasts, nothing can be stored. */
  const whileFull = async (work: () => Promise<void>): Promise<void> => {
    const kept = `${folder}.kept`;
    await rename(folder, kept);
    await writeFile(folder, '');
    await work();
    await rm(folder);
    await rename(kept, folder);
  };
  return { open, enter, stored, log, events, clock, whileFull };
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
    const controller = await room(folder).enter();
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
    const controller = await room(folder).enter();
    const question = asTurn(await controller.start(setup));
    assert.match(question.title, /^What is __question-\d__\?$/);
    await controller.showAnswer('0/0');
    assert.match(asTurn(await controller.next('0/0')).askHtml ?? '', /<code>0<\/code>/);
  });

  it('goes on in a new window with every word and the time as they were stored', async () => {
    const { enter, clock } = room(folder);
    const first = await enter();
    const { session } = asTurn(await first.start(setup));
    clock.now += 20_000;
    await first.note('0/0', 'what I typed');
    clock.now += 999_000; // The window was killed here.
    const model = asTurn(await (await enter(session)).model());
    assert.deepEqual(
      [model.notes, model.paused, model.spent.whole],
      ['what I typed', true, 20_000],
    );
  });

  it('offers what is unfinished, in a window of its own as well', async () => {
    const { enter } = room(folder);
    await (await enter()).start(setup);
    const again = await enter();
    const start = await again.model();
    assert.ok(start.screen === 'start');
    assert.deepEqual([start.unfinished?.index, start.unfinished?.count], [0, 2]);
    assert.equal(start.setup, setup);
    assert.equal(asTurn(await again.resume()).paused, false);
  });

  it('of two windows with the same interview the one behind overwrites nothing', async () => {
    const { enter, stored } = room(folder);
    const one = await enter();
    const { session } = asTurn(await one.start(setup));
    await one.note('0/0', 'first');
    await one.note('0/0', 'first and more');
    const other = await enter(session);
    assert.equal(asTurn(await other.model()).notes, 'first and more');
    await other.note('0/0', 'from the other window');
    await assert.rejects(one.note('0/0', 'late'), /goes on in another window/);
    await assert.rejects(one.finish(), /goes on in another window/);
    await other.note('0/0', 'from the other window, on');
    assert.equal(
      (await stored(session))?.questions[0]?.turns[0]?.notes,
      'from the other window, on',
    );
  });

  it('shows the report only when the journal has it, and tries again', async () => {
    const { enter, whileFull, log, events } = room(folder);
    const interviewer = await enter();
    await interviewer.start(setup);
    await interviewer.showAnswer('0/0');
    await interviewer.mark('0/0', 0, 2);
    await whileFull(async () => {
      await assert.rejects(interviewer.finish());
      assert.deepEqual(log, []);
    });
    assert.equal(asTurn(await interviewer.model()).key, '0/0');
    assert.equal((await interviewer.finish()).screen, 'report');
    assert.deepEqual(log, ['report']);
    assert.equal((await events()).length, 1);
  });

  it('is recorded once, whichever window ends it', async () => {
    const { enter, events } = room(folder);
    const interviewer = await enter();
    const { session } = asTurn(await interviewer.start(setup));
    await interviewer.showAnswer('0/0');
    const other = await enter(session);
    await Promise.allSettled([interviewer.finish(), other.finish()]);
    const again = await enter(session);
    assert.equal((await again.model()).screen, 'report');
    assert.equal((await events()).length, 1);
  });

  it('keeps what was typed when it cannot be stored, and stores it later', async () => {
    const { enter, whileFull, stored } = room(folder);
    const interviewer = await enter();
    const { session } = asTurn(await interviewer.start(setup));
    await interviewer.note('0/0', 'first');
    await whileFull(() => assert.rejects(interviewer.note('0/0', 'typed')));
    await interviewer.note('0/0', 'typed on');
    assert.equal((await stored(session))?.questions[0]?.turns[0]?.notes, 'typed on');
  });

  it('forgets no word when another window goes on while it is typed', async () => {
    const { enter, stored } = room(folder);
    const one = await enter();
    const { session } = asTurn(await one.start(setup));
    await one.note('0/0', 'first');
    await one.note('0/0', 'a draft');
    const other = await enter(session);
    await other.resume();
    await assert.rejects(one.note('0/0', 'late'), /goes on in another window/);
    assert.equal((await stored(session))?.questions[0]?.turns[0]?.notes, 'a draft');
  });

  it('does not ask the same questions in the next interview', async () => {
    const { enter, events, clock } = room(folder);
    await takeAll(await enter(), 1);
    clock.now += 1;
    await takeAll(await enter(), 1);
    const [first, second] = (await events()).map(({ questions }) =>
      questions.map(({ question }) => question),
    );
    assert.deepEqual(
      [...(first ?? []), ...(second ?? [])].sort(),
      scripts(4).map(({ question }) => question),
    );
  });

  it('is paused by a machine that falls asleep: nobody answered meanwhile', async () => {
    const { enter, clock } = room(folder);
    const controller = await enter();
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

  it('10,000 fuzzed messages neither crash the host nor show an answer nor lose a note', async function () {
    this.timeout(60_000);
    const { enter, events } = room(folder);
    const controller = await enter();
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
    assert.deepEqual(
      [model.key, model.notes, secrets, (await events()).length],
      ['0/0', 'KEPT', [], 0],
    );
  });
});
