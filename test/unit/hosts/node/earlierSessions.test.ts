import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Interviews } from '../../../../src/app/interview/interviews.js';
import { takeOverInterviews, takeOverQuizzes } from '../../../../src/hosts/node/earlierSessions.js';
import { TextFolder } from '../../../../src/hosts/node/files/textFolder.js';
import { JournalFile } from '../../../../src/hosts/node/journal/journalFile.js';

const written = fileURLToPath(new URL('../../../fixtures/profiles/0.1.0/storage', import.meta.url));

const unexpected = (path: string): void => {
  throw new Error(`${path} was set aside.`);
};

describe('sessions of earlier versions that are not as they should be', () => {
  let folder = '';
  let journal: JournalFile;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'earlier-'));
    journal = new JournalFile(path.join(folder, 'journal.jsonl'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const interview = (name: string): Promise<string> =>
    readFile(path.join(written, 'interviews', `${name}.json`), 'utf8');
  const interviewsNow = (): Interviews =>
    new Interviews(journal, new TextFolder(path.join(folder, 'drafts')));
  const put = (name: string, text: string): Promise<void> =>
    writeFile(path.join(folder, name), text);

  it('are set aside and told of once when they are damaged', async () => {
    await put('torn.json', '{"version":1,');
    await put('other.json', '[]');
    await put('interview-2.json', await interview('interview-2'));
    const damaged: string[] = [];
    for (let start = 0; start < 2; start++)
      await takeOverInterviews(folder, journal, (file) => damaged.push(path.basename(file)));
    assert.deepEqual(damaged.sort(), ['other.json.damaged', 'torn.json.damaged']);
    assert.equal(await readFile(path.join(folder, 'torn.json.damaged'), 'utf8'), '{"version":1,');
    assert.ok(await interviewsNow().unfinished());
  });

  it('are left alone when a later version wrote them, or an import put them beside', async () => {
    const text = await interview('interview-2');
    const files = {
      'interview-2.imported-0a1b2c3d.json': text,
      'interview-3.json': text.replace('"version":1', '"version":2,"more":[]'),
      'newer.json': '{"version":7}',
    };
    for (const [name, content] of Object.entries(files)) await put(name, content);
    await takeOverInterviews(folder, journal, unexpected);
    assert.deepEqual((await readdir(folder)).sort(), Object.keys(files).sort());
    assert.equal(await interviewsNow().unfinished(), undefined);
  });

  it('are read whole or not at all', async () => {
    const text = await interview('interview-1');
    for (let end = 0; end < text.length; end += 97) {
      await put('interview-1.json', text.slice(0, end));
      await takeOverInterviews(folder, journal, () => undefined);
      assert.equal(await interviewsNow().open('interview-1'), undefined);
    }
    await put('interview-1.json', text);
    await takeOverInterviews(folder, journal, unexpected);
    assert.ok(await interviewsNow().open('interview-1'));
  });

  it('are recorded where a crash came before that, and no second time', async () => {
    const text = await interview('interview-1');
    await put('interview-1.json', text.replace('"recorded":true', '"recorded":false'));
    await takeOverInterviews(folder, journal, unexpected);
    await takeOverInterviews(folder, journal, unexpected);
    const kinds = (await journal.history()).entries.map(({ event }) => event.kind);
    assert.equal(kinds.filter((kind) => kind === 'interviewed').length, 1);
  });

  it('stay where they are when the journal does not take them', async () => {
    const name = path.join('knowledge-check', '001767691200000-e', 'session.jsonl');
    const text = await readFile(path.join(written, 'quizzes', name), 'utf8');
    await new TextFolder(path.join(folder, path.dirname(name))).write('session.jsonl', text);
    const full = () => Promise.reject(new Error('The disk is full.'));
    const refuses = { history: () => journal.history(), merge: full };
    await assert.rejects(takeOverQuizzes(folder, refuses), /disk is full/);
    assert.equal(await readFile(path.join(folder, name), 'utf8'), text);
  });

  it('bring back attempts of which a damaged journal says nothing', async () => {
    const attempt = { finishedAt: 1_767_604_140_000, score: 4, count: 6 };
    const line = JSON.stringify({ v: 1, kind: 'attempt', quiz: 'check', attempt });
    await put('history.jsonl', `\n${line}\n`);
    await takeOverQuizzes(folder, journal);
    await put('history.jsonl', `\n${line}\n`);
    await takeOverQuizzes(folder, journal);
    const ends = (await journal.history()).entries;
    assert.deepEqual(
      ends.map(({ time, event }) => [time, event.kind]),
      [[attempt.finishedAt, 'quizFinished']],
    );
    assert.ok(!(await readdir(folder)).includes('history.jsonl'));
  });
});
