import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quizType } from '../../../src/app/sessions/quizSessions.js';
import { Sessions } from '../../../src/app/sessions/sessions.js';
import type { LearningEvent } from '../../../src/core/progress/event.js';
import type { CheckResult } from '../../../src/core/quiz/grade.js';
import { Results } from '../../../src/core/statistics/results.js';
import { startSession } from '../../../src/core/quiz/session.js';
import type { QuizSession } from '../../../src/core/quiz/session.js';
import { QuizController } from '../../../src/app/quiz/quizController.js';
import { quizSchemas } from '../../../src/protocol/quiz.js';
import type { ItemModel, QuizModel } from '../../../src/protocol/quiz.js';
import { askedModel, yoursAndRight } from '../../../src/app/quiz/itemModel.js';
import { all, order } from '../core/quiz/items.js';
import { WholeFiles } from '../app/journal/wholeFiles.js';
import { memoryDrafts } from '../app/memoryDrafts.js';
import { memoryJournal } from '../app/memoryJournal.js';
import { fuzz } from './fuzzing.js';

async function take(mode: QuizSession['mode'] = 'practice', limit?: number) {
  const clock = { now: 0 };
  const session = startSession({
    id: 'check',
    title: 'Check',
    mode,
    seed: 3,
    shuffleItems: false,
    now: 0,
    items: all.map((item) => ({ quiz: 'check', item })),
    ...(limit === undefined ? {} : { limit }),
  });
  const log = new WholeFiles();
  const window = memoryJournal(log, () => clock.now);
  const kept = await new Sessions(window, quizType).begin({
    id: 'session',
    name: 'check',
    state: session,
  });
  const controller = new QuizController(kept, {
    now: () => clock.now,
    item: (entry) => all.find(({ id }) => id === entry.item),
    question: (id) => ({ id, title: 'Title' }),
    topicOf: () => 'Topic',
    drafts: memoryDrafts(),
    file: () => Promise.resolve(undefined),
    failed: (error) => {
      throw error;
    },
    attempts: () => [],
    check: (item) =>
      Promise.resolve(item.checks.map((): CheckResult => ({ passed: true, message: 'ok' }))),
    run: (_, code) => Promise.resolve(`ran ${code}`),
  });
  /** What the learner's history has of it, the session itself aside. */
  const events = async (): Promise<readonly LearningEvent[]> =>
    (await window.history()).entries
      .map(({ event }) => event)
      .filter(({ kind }) => !kind.startsWith('session'));
  return { controller, events, clock, log };
}

const asItem = (model: QuizModel): ItemModel => {
  assert.ok(model.screen === 'item');
  return model;
};

async function skipAll(controller: QuizController): Promise<QuizModel> {
  for (const item of all) {
    await controller.answer(`check/${item.id}`, { kind: 'skipped' }, undefined);
    await controller.next();
  }
  return controller.model();
}

describe('taking a quiz', () => {
  for (const mode of ['practice', 'exam'] as const) {
    it(`tells nothing of the right answer before the learner has answered (${mode})`, async () => {
      const { controller } = await take(mode);
      for (const item of all) {
        const told = JSON.stringify(asItem(await controller.model()));
        assert.ok(told.includes(`check/${item.id}`));
        assert.doesNotMatch(told, /SECRET|"correct"|"why/);
        assert.doesNotMatch(JSON.stringify(await controller.code(`check/${item.id}`)), /SECRET/);
        const after = JSON.stringify(
          await controller.answer(`check/${item.id}`, { kind: 'skipped' }, undefined),
        );
        assert.equal(after.includes('SECRET explanation'), mode === 'practice');
        if (mode === 'exam') assert.doesNotMatch(after, /SECRET|"correct"|verdict/);
        await controller.next();
      }
    });
  }

  it('tries code as often as one likes, which counts for nothing and tells no solution', async () => {
    const at = all.findIndex(({ kind }) => kind === 'code');
    const tried = async (mode: QuizSession['mode']) => {
      const { controller, events } = await take(mode);
      if (mode === 'exam') await controller.goTo(at);
      else
        for (const { id } of all.slice(0, at)) {
          await controller.answer(`check/${id}`, { kind: 'skipped' }, undefined);
          await controller.next();
        }
      const before = (await events()).length;
      const first = await controller.tryCode('check/code', 'a = 1');
      const second = await controller.tryCode('check/code', 'a = 2');
      assert.deepEqual([first.output, second.output], ['ran a = 1', 'ran a = 2']);
      assert.doesNotMatch(JSON.stringify([first, second]), /SECRET/);
      assert.equal((await events()).length, before);
      const model = asItem(await controller.model());
      assert.deepEqual(
        [model.key, model.given, model.verdict],
        ['check/code', undefined, undefined],
      );
      await controller.answer('check/code', { kind: 'code', text: 'a = 3' }, undefined);
      if (mode === 'practice')
        await assert.rejects(controller.tryCode('check/code', 'a = 4'), /answered/);
      return second.checks.length;
    };
    assert.ok((await tried('practice')) > 0, 'which checks it passes is told');
    assert.equal(await tried('exam'), 0, 'nothing is told before the end of an exam');
  });

  it('shows lines to arrange without their indentation and not in their order', async () => {
    const { controller } = await take('exam');
    const { asked } = asItem(await controller.goTo(4));
    assert.ok(asked.kind === 'order');
    assert.ok(asked.lines.every((line) => line === line.trim()));
    assert.notDeepEqual(asked.lines.slice(0, 4), ['def f():', 'if x:', 'return 1', 'return 2']);
  });

  it('gives each piece of code its place: of the lines to arrange, then of both answers', async () => {
    const { controller } = await take();
    for (const { id } of all.slice(0, 4)) {
      await controller.answer(`check/${id}`, { kind: 'skipped' }, undefined);
      await controller.next();
    }
    const before = asItem(await controller.model());
    assert.ok(before.asked.kind === 'order');
    assert.deepEqual(
      (await controller.code('check/order')).map(({ code }) => code),
      before.asked.lines,
    );
    const lines = before.asked.lines.map((_, line) => ({ line, indent: 0 }));
    const { verdict } = asItem(
      await controller.answer('check/order', { kind: 'lines', lines }, 'guess'),
    );
    const blocks = await controller.code('check/order');
    for (const given of [verdict?.yours, verdict?.right]) {
      assert.ok(given?.block !== undefined);
      assert.equal(blocks[given.block]?.code, given.text);
    }
  });

  it('colors lines to arrange only where the author says that they are code', () => {
    const steps = {
      ...order,
      code: undefined,
      lines: ["copy the module's names", 'look up `spam`'],
      distractors: [],
    };
    const blocks: { readonly language: string; readonly code: string }[] = [];
    const asked = askedModel(steps, [1, 0], blocks);
    assert.deepEqual(blocks, []);
    assert.ok(asked.kind === 'order' && asked.block === undefined);
    assert.deepEqual(asked.lines, ['look up spam', "copy the module's names"]);
    assert.equal(asked.linesHtml?.[0], 'look up <code>spam</code>');
    const { right } = yoursAndRight(steps, { kind: 'skipped' });
    assert.equal(right, "copy the module's names\nlook up spam");
  });

  it('stores the answer and what follows from it before the verdict', async () => {
    const { controller, log, events } = await take();
    log.append = () => Promise.reject(new Error('The disk is full.'));
    const answer = { kind: 'choice', options: [0] } as const;
    await assert.rejects(controller.answer('check/single', answer, 'certain'), /disk is full/);
    assert.equal(asItem(await controller.model()).verdict, undefined);
    assert.deepEqual(await events(), []);
  });

  it('does not count as missed what was skipped', async () => {
    for (const mode of ['practice', 'exam'] as const) {
      const { controller, events } = await take(mode);
      await skipAll(controller);
      await controller.finish();
      assert.deepEqual(
        (await events()).map(({ kind }) => kind),
        ['quizFinished'],
      );
    }
  });

  it('records the answers of an exam only at its end, and ends it when its time is over', async () => {
    const { controller, events, clock } = await take('exam', 60_000);
    await controller.answer('check/single', { kind: 'choice', options: [0] }, undefined);
    assert.deepEqual(await events(), []);
    clock.now = 60_001;
    const model = await controller.answer(
      'check/single',
      { kind: 'choice', options: [1] },
      undefined,
    );
    assert.equal(model.screen, 'result');
    assert.deepEqual(
      (await events()).map(({ kind }) => kind),
      ['answered', 'quizFinished'],
    );
  });

  it('lets an exam stand still while the machine sleeps, and wait for the learner', async () => {
    const { controller, clock } = await take('exam', 60_000);
    const left = async (): Promise<unknown> => {
      const { paused, remaining } = asItem(await controller.model());
      return [paused, remaining];
    };
    await controller.keepTime();
    clock.now += 10_000;
    assert.equal(await controller.keepTime(), undefined);
    clock.now += 8 * 3_600_000;
    assert.ok(asItem((await controller.keepTime()) ?? assert.fail()).paused);
    clock.now += 3_600_000;
    assert.deepEqual(await left(), [true, 50_000]);
    await controller.pause(false);
    clock.now += 20_000;
    await controller.keepTime();
    clock.now += 3_600_000; // The page is heard before the clock is.
    assert.deepEqual(await left(), [true, 30_000]);
  });

  it('counts at the end of an exam what was ticked and not saved, by the button and by the clock', async () => {
    for (const end of ['finish', 'model'] as const) {
      const { controller, events, clock } = await take('exam', 60_000);
      const model = asItem(await controller.model());
      assert.ok(model.asked.kind === 'single');
      const shown = model.asked.optionsHtml.indexOf('b');
      const draft = { answer: { kind: 'choice' as const, options: [shown] } };
      await controller.keepDraft('check/single', draft);
      // One that belongs to another item harms nothing.
      await controller.keepDraft('check/text', draft);
      assert.equal(await controller.unanswered(), all.length - 1);
      if (end === 'model') clock.now = 60_001;
      const result = await controller[end]();
      assert.ok(result.screen === 'result');
      assert.equal(result.score, 1);
      const results = new Results();
      for (const event of await events()) results.apply(event, 0);
      assert.equal(results.quizzes[0]?.share, 1 / all.length, 'one point of all, in the trend too');
      assert.deepEqual((await events())[0], {
        kind: 'answered',
        quiz: 'check',
        item: 'single',
        question: 'import-system',
        score: 1,
      });
    }
  });

  it('ends with a result that labels both answers, on the page and in Markdown', async () => {
    const { controller } = await take();
    assert.throws(() => controller.markdown(), /not finished/);
    const model = await skipAll(controller);
    assert.ok(model.screen === 'result');
    assert.deepEqual([model.score, model.count, model.missed], [0, 7, 7]);
    const markdown = controller.markdown();
    assert.match(markdown, /- b \(\*\*right answer\*\*\)/);
    assert.match(markdown, /\*\*Your answer\*\*\n\nNone\./);
  });

  it('refuses to run code of an item that was not answered', async () => {
    const { controller } = await take();
    assert.throws(() => controller.toldItem('check/output'), /Answer the item first/);
  });

  it('10,000 fuzzed messages neither crash the host nor change a score', async function () {
    this.timeout(60_000);
    const { controller, events } = await take();
    await controller.answer('check/single', { kind: 'choice', options: [0] }, undefined);
    await controller
      .answer('check/single', { kind: 'choice', options: [1] }, undefined)
      .catch(() => undefined);
    const scores = async (): Promise<string> =>
      JSON.stringify([
        controller.session.entries.map(({ given, grade }) => [given, grade]),
        (await events()).filter(({ kind }) => kind === 'answered'),
      ]);
    const before = await scores();
    const key = fc.oneof(fc.constantFrom('check/single', '__proto__'), fc.string());
    await fuzz(
      {
        schemas: quizSchemas,
        handlers: {
          ready: () => controller.model(),
          answer: ({ key, answer, confidence, fromFile }) =>
            controller.answer(key, answer, confidence, fromFile),
          openCode: ({ key }) => {
            controller.askedCode(key);
            return controller.model();
          },
          tryCode: ({ key, text }) => controller.tryCode(key, text),
          draft: ({ key, draft }) => controller.keepDraft(key, draft),
          next: () => controller.next(),
          goTo: ({ index }) => controller.goTo(index),
          flag: ({ flagged }) => controller.flag(flagged),
          pause: ({ paused }) => controller.pause(paused),
          finish: () => controller.finish(),
          restart: () => controller.model(),
          runIt: ({ key }) => {
            controller.toldItem(key);
            return Promise.resolve({ output: '' });
          },
          stepThrough: ({ key, check }) => {
            controller.stepped(key, check);
            return Promise.resolve();
          },
          colors: async ({ key }) => ({
            css: '',
            blocks: (await controller.code(key)).map(({ code }) => code),
          }),
          openQuestion: () => Promise.resolve(),
          saveMarkdown: () => Promise.resolve(),
        },
      },
      [
        fc.record({
          key,
          answer: fc.record(
            {
              kind: fc.constantFrom('choice', 'text', 'x'),
              options: fc.array(fc.integer()),
              text: fc.string(),
            },
            { requiredKeys: ['kind'] },
          ),
        }),
        fc.record({
          key,
          answer: fc.record({ kind: fc.constant('choice'), options: fc.array(fc.nat(5)) }),
        }),
        fc.record({ index: fc.oneof(fc.integer(), fc.double()) }),
        fc.record({ score: fc.constant(1), grade: fc.anything() }),
      ],
      () => controller.model(),
    );
    assert.equal(await scores(), before);
  });
});
