import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeExport, exportPieces } from '../../../src/core/progress/exportFile.js';
import { learnerState, restoreState } from '../../../src/features/history/learnerState.js';
import { remainders, removeFiles } from '../../../src/hosts/node/learnerFiles/removal.js';
import { restoreFiles } from '../../../src/hosts/node/learnerFiles/restoring.js';
import { takeSnapshot } from '../../../src/hosts/node/learnerFiles/snapshot.js';
import { openProfile, ProfileMemory } from '../../fixtures/profiles/profile.mjs';

const written = fileURLToPath(new URL('../../fixtures/profiles/0.1.0', import.meta.url));

describe('what is exported, deleted and imported', () => {
  let storage = '';

  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'export-'));
    await cp(join(written, 'storage'), storage, { recursive: true });
  });

  afterEach(() => rm(storage, { recursive: true, force: true }));

  /** Every file of the storage with what is in it. */
  const listed = async (): Promise<Record<string, string>> => {
    const entries = await readdir(storage, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return Object.fromEntries(
      await Promise.all(
        paths.map(async (path) => [
          relative(storage, path),
          (await readFile(path)).toString('base64'),
        ]),
      ),
    ) as Record<string, string>;
  };

  const stateOf = async (name: string): Promise<ProfileMemory> =>
    new ProfileMemory(
      JSON.parse(await readFile(join(written, `${name}.json`), 'utf8')) as Record<string, unknown>,
    );

  it('is the same, and is everything', async () => {
    await writeFile(join(storage, 'scratch/gil/count/data.bin'), Buffer.from([0, 0xff, 0x80]));
    const mementos = {
      globalState: await stateOf('globalState'),
      workspaceState: await stateOf('workspaceState'),
    };
    const clock = { now: Date.UTC(2026, 0, 9) };
    const { journal, interviewController, reviewController } = await openProfile(storage, clock);
    const interviewer = interviewController();
    const turn = await interviewer.resume();
    assert.ok(turn.screen === 'turn');
    for (const notes of ['Half a thought', 'Half a thought, and what is still being typed'])
      await interviewer.note(turn.key, notes);
    const card = await (await reviewController()).model();
    const before = await listed();
    const history = await journal.history();
    const entries = [...history.entries];
    const snapshot = await takeSnapshot(storage);
    assert.deepEqual(snapshot.leftOut, []);
    const { files: exported } = snapshot;
    const state = learnerState(mementos);
    const text = [...exportPieces({ history, files: exported, state }, 'now')].join('');

    await journal.remove({ ...history, entries });
    await removeFiles(storage, exported);
    assert.deepEqual(await remainders(storage), []);
    assert.deepEqual(await readdir(storage), []);

    const decoded = await decodeExport(text, () => Promise.resolve());
    assert.equal(decoded.damaged, 0);
    const anew = await openProfile(storage, clock, 'another-machine');
    assert.equal(await anew.journal.merge(decoded.history), entries.length);
    const fresh = { globalState: new ProfileMemory(), workspaceState: new ProfileMemory() };
    await restoreState(fresh, decoded.state);
    const restored = await restoreFiles(storage, decoded.files);
    assert.deepEqual([restored.beside, restored.failed], [[], []]);

    const after = await listed();
    // The journal comes back as a segment of this writer's.
    const files = (all: Record<string, string>): [string, string][] =>
      Object.entries(all).filter(([path]) => !/^journal\..*jsonl$/.test(path));
    assert.deepEqual(files(after), files(before));
    assert.deepEqual((await anew.journal.history()).entries, entries);
    const exam = await anew.quizzes.session('knowledge-check');
    assert.equal(exam?.kept.session.mode, 'exam');
    assert.ok(await exam.drafts.hasAny());
    const resumed = await anew.interviewController().resume();
    assert.ok(resumed.screen === 'turn');
    assert.equal(resumed.notes, 'Half a thought, and what is still being typed');
    assert.deepEqual(await (await anew.reviewController()).model(), card);
    assert.deepEqual(
      fresh.workspaceState.get('review.session'),
      mementos.workspaceState.get('review.session'),
    );
    assert.deepEqual(fresh.globalState.values, { 'topics.byPath': true });
  });
});
