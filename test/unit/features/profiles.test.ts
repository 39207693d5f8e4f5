import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JournalEntry } from '../../../src/core/progress/journal.js';
import { Activity } from '../../../src/core/statistics/activity.js';
import { StatisticsFold } from '../../../src/core/statistics/statisticsFold.js';
import { SyncedProgress } from '../../../src/features/history/syncedProgress.js';
import { reviewSessionSchema } from '../../../src/app/review/reviewSession.js';
import { JournalFile } from '../../../src/hosts/node/journal/journalFile.js';
import type { ReviewSession } from '../../../src/app/review/reviewSession.js';
import { Stored } from '../../../src/hosts/vscode/settings/stored.js';
import { decodeSteps } from '../../../src/protocol/quiz.js';
import type { ItemModel, QuizModel } from '../../../src/protocol/quiz.js';
import { openProfile, ProfileMemory } from '../../fixtures/profiles/profile.mjs';
import type { Profile } from '../../fixtures/profiles/profile.mjs';

const profiles = fileURLToPath(new URL('../../fixtures/profiles', import.meta.url));
const quiz = 'knowledge-check';

const asItem = (model: QuizModel): ItemModel => {
  assert.ok(model.screen === 'item');
  return model;
};

for (const version of ['0.1.0']) {
  describe(`the profile that version ${version} wrote`, () => {
    let folder = '';
    let profile: Profile;
    const read = async (name: string): Promise<Record<string, unknown>> =>
      JSON.parse(await readFile(join(profiles, version, name), 'utf8')) as Record<string, unknown>;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'profile-'));
      await cp(join(profiles, version, 'storage'), folder, { recursive: true });
      const { now } = await read('clock.json');
      profile = await openProfile(folder, { now: Number(now) });
    });

    after(() => rm(folder, { recursive: true, force: true }));

    it('has its progress, and tells nothing anew of what was damaged', () => {
      const { progress, bookmarks, setAside } = profile;
      assert.equal(progress.state('gil'), 'read');
      assert.equal(progress.state('mro'), 'read');
      assert.equal(progress.state('descriptors'), 'unread');
      assert.deepEqual(Object.fromEntries(progress.scores(quiz)), {
        even: 0,
        many: 0,
        prints: 1,
        word: 0,
        sorted: 0,
        write: 1,
      });
      assert.deepEqual(bookmarks.all(), ['descriptors', 'gil']);
      assert.deepEqual(setAside, []);
    });

    it('takes over once what was kept in files, and then needs the files no more', async () => {
      const started = await mkdtemp(join(tmpdir(), 'profile-'));
      const files = async (): Promise<readonly string[]> =>
        (await readdir(started, { recursive: true })).filter((name) =>
          /(?:session|history)\.jsonl$|interview-\d\.json$/.test(name),
        );
      const start = async (): Promise<readonly JournalEntry[]> => {
        const clock = { now: Number((await read('clock.json'))['now']) };
        const { journal } = await openProfile(started, clock);
        return (await journal.history()).entries;
      };
      await cp(join(profiles, version, 'storage'), started, { recursive: true });
      const first = await start();
      assert.deepEqual(await files(), []);
      assert.deepEqual(await start(), first);
      // A kill came after the journal had it and before the files went.
      await cp(join(profiles, version, 'storage'), started, { recursive: true });
      assert.notDeepEqual(await files(), []);
      assert.deepEqual(await start(), first);
      assert.deepEqual(await files(), []);
      await rm(started, { recursive: true });
    });

    it('has its days', () => {
      const { journal, book } = profile;
      const fold = journal.follow(() => new StatisticsFold((time) => book.days.dayOf(time))).value;
      assert.ok(fold.activity instanceof Activity);
      const first = book.days.dayOf(Date.UTC(2026, 0, 1, 12));
      assert.deepEqual(
        fold.activity.between(first, first + 7).map(([day]) => day - first),
        [0, 1, 2, 3, 4, 5, 7],
      );
      assert.equal(fold.activity.streak(first + 7).longest, 6);
    });

    it('asks the cards that are due, one of them shown already', async () => {
      const { book, catalog, reviewController } = profile;
      const due = book.queue(catalog).cards.map(({ card }) => card.id);
      assert.ok(due.includes('question/mro'));
      assert.equal(book.card('question/mro')?.state?.rating, 1);
      assert.equal(book.card('question/gil')?.state?.firstDay, 20_455);
      assert.deepEqual(
        book.suspended().map(({ id }) => id),
        [`item/${quiz}/word`],
      );
      const stored = new Stored<ReviewSession | undefined>(
        new ProfileMemory(await read('workspaceState.json')),
        'review.session',
        reviewSessionSchema,
        undefined,
      ).get();
      assert.ok(stored);
      const model = await (await reviewController(stored)).model();
      assert.ok(model.screen === 'card');
      assert.equal(model.ratings?.length, 4);
      // At the next start the journal has it.
      assert.deepEqual(await (await reviewController()).model(), model);
    });

    it('goes on with the exam where it was left, every draft in its place', async () => {
      const taken = await profile.quizzes.session(quiz);
      assert.equal(taken?.kept.session.mode, 'exam');
      const controller = await profile.quizController(taken);
      let item = asItem(await controller.model());
      assert.equal(item.key, `${quiz}/sorted`);
      assert.equal(decodeSteps(item.steps)[4]?.flagged, true);
      const kinds: unknown[] = [];
      for (const index of taken.kept.session.entries.keys()) {
        item = asItem(await controller.goTo(index));
        kinds.push([item.asked.kind, item.draft?.answer.kind, item.draft?.confidence]);
      }
      assert.deepEqual(kinds, [
        ['single', 'choice', 'think'],
        ['multiple', 'choice', 'think'],
        ['output', 'text', 'think'],
        ['text', 'text', 'think'],
        ['order', 'lines', 'think'],
        ['code', 'code', 'think'],
      ]);
      assert.deepEqual(
        taken.kept.session.entries.map(({ given }) => given !== undefined),
        [true, true, false, false, false, false],
      );
    });

    it('goes on with what was missed and with the mix', async () => {
      for (const [id, at] of [
        [`${quiz}.missed`, 1],
        ['mixed', 1],
      ] as const) {
        const kept = await profile.quizzes.session(id);
        assert.ok(kept);
        const controller = await profile.quizController(kept);
        assert.equal(asItem(await controller.model()).index, at, id);
      }
    });

    it('goes on with an answer in code, also as it was typed', async () => {
      const names = await profile.quizzes.session(quiz, '001767690840000-f');
      assert.ok(names);
      const controller = await profile.quizController(names);
      const item = asItem(await controller.model());
      assert.equal(item.key, `${quiz}/write`);
      assert.deepEqual(item.draft?.answer, {
        kind: 'code',
        text: 'def double(n):\n    return 2 * n  # “ü”\n',
      });
      const file = join(names.folder, 'code', 'knowledge-check-write-2b159796-382', 'write.py');
      assert.match(await readFile(file, 'utf8'), /not yet checked/);
    });

    it('has its attempts and how sure the learner was', async () => {
      const { quizzes } = profile;
      await quizzes.refresh();
      assert.deepEqual(
        quizzes.attempts.of(quiz).map(({ score, count }) => [score, count]),
        [[4, 6]],
      );
      assert.deepEqual(Object.fromEntries(quizzes.attempts.surenessOfMissed), {
        [`${quiz}/even`]: 'certain',
        [`${quiz}/many`]: 'certain',
        [`${quiz}/word`]: 'certain',
        [`${quiz}/sorted`]: 'certain',
      });
    });

    it('offers the interview that was begun, with its notes, and shows the one that was finished', async () => {
      const { interviewController, interviews, damagedInterviews } = profile;
      const unfinished = await interviews.unfinished();
      assert.equal(unfinished?.session.questions[0]?.turns[0]?.notes, 'Half a thought, “kept”.');
      const resumed = await interviewController().resume();
      assert.equal(resumed.screen, 'turn');
      const finished = interviewController(await interviews.open('interview-1'));
      assert.equal((await finished.model()).screen, 'report');
      assert.deepEqual(damagedInterviews, []);
    });

    it('has its note and its file', async () => {
      const { notes, scratch, catalog } = profile;
      assert.equal(notes.body('gil'), 'Reference counts – „nicht meine“.');
      const snippet = (await catalog.load('gil')).code.find(({ name }) => name === 'count');
      assert.ok(snippet);
      assert.equal(await scratch.isChanged('gil', snippet), true);
      assert.match(await readFile(await scratch.open('gil', snippet), 'utf8'), /"mine"/);
    });

    it('travels to a new machine as it was stored for Settings Sync', async () => {
      const memory = new ProfileMemory(await read('globalState.json'));
      const path = join(folder, 'elsewhere', 'journal.jsonl');
      const fresh = await openProfile(join(folder, 'elsewhere'), { now: Date.UTC(2026, 0, 9) });
      const synced = new SyncedProgress(memory, fresh.journal, { warn: assert.ifError });
      await synced.meet();
      synced.dispose();
      assert.equal(fresh.progress.state('gil'), 'read');
      assert.deepEqual(new Set(fresh.bookmarks.all()), new Set(['descriptors', 'gil']));
      assert.equal(fresh.progress.scores(quiz).get('prints'), 1);
      assert.ok((await new JournalFile(path).history()).entries.length > 5);
    });
  });
}
