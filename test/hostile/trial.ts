/** Gives one hostile case to the real code and asserts what must hold of any. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { scriptOf } from '../../src/core/interview/modelAnswer.js';
import { renderInline } from '../../src/core/markdown.js';
import { longestMessage, longestText, plainText } from '../../src/core/plainText.js';
import { decodeLine, encodeEntry } from '../../src/core/progress/entryLine.js';
import { decodeExport } from '../../src/core/progress/exportFile.js';
import { isLearnerPath } from '../../src/core/progress/learnerPath.js';
import type { Fault } from '../../src/core/pack/pack.js';
import { gradeText } from '../../src/core/quiz/grade.js';
import { FolderPack } from '../../src/app/content/folderPack.js';
import { JournalFile } from '../../src/hosts/node/journal/journalFile.js';
import { restoreFiles } from '../../src/hosts/node/learnerFiles/restoring.js';
import { openPackFolder } from '../../src/hosts/node/packs/packFolder.js';
import { openPackStore } from '../../src/hosts/node/packs/packStore.js';
import { settingSchemas } from '../../src/hosts/vscode/settings/settingSchemas.js';
import type { Case } from './case.js';
import { assertHarmless } from './harmless.js';
import { tryExercise, tryImport, tryRecording } from './otherTrials.js';
import { put } from './put.js';
import { pages } from './pages.js';
import { zipFile } from './zipFile.js';

type PackCase = Extract<Case, { readonly kind: 'pack' }>;

const secret = 'SECRET of the machine';

export async function trial(given: Case): Promise<void> {
  switch (given.kind) {
    case 'pack':
      return inFolder((folder) => tryPack(folder, given));
    case 'exercise':
      return inFolder((folder) => tryExercise(folder, given));
    case 'import':
      return inFolder((folder) => tryImport(folder, given));
    case 'recording':
      tryRecording(given.text);
      return;
    case 'labpack':
      return inFolder((folder) => tryLabpack(folder, given));
    case 'link':
      tryLink(given.text);
      return;
    case 'journal':
      tryLine(given.text);
      return inFolder((folder) => tryJournal(folder, given.text));
    case 'export':
      return inFolder((folder) => tryExport(folder, given.text));
    case 'setting':
      trySetting(given.id, given.value);
      return;
    case 'message':
      tryMessage(given.page, Number(given.method), given.value);
  }
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-hostile-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tryPack(
  folder: string,
  { file, ingredient, isWrong, place }: PackCase,
): Promise<void> {
  const root = join(folder, 'pack');
  for (const each of ['questions', 'quizzes', 'files'])
    mkdirSync(join(root, each), { recursive: true });
  writeFileSync(join(folder, 'secret.md'), `---\ntitle: A\ntopic: basics\n---\n${secret}\n`);
  writeFileSync(
    join(root, 'pack.yaml'),
    'format: 1\nid: pack\ntitle: P\ntopics:\n  - { id: basics, title: Basics }\n',
  );
  writeFileSync(
    join(root, 'questions/good.md'),
    '---\ntitle: Good\ntopic: basics\n---\nAll is well.\n',
  );
  put(join(root, file), ingredient);

  const { pack } = await FolderPack.read(root, openPackFolder);
  assert.ok(pack, 'the rest of the pack is there');
  assert.equal((await pack.loadQuestion('good')).title, 'Good');
  const faults = await pack.check();
  for (const fault of faults) {
    assert.ok(fault.message.length <= longestMessage, `a message of ${fault.message.length}`);
    assert.ok(fault.line >= 0 && fault.file.length < 300);
  }
  assert.ok(faults.filter((fault) => fault.file === file).length <= 21, 'few problems a file');
  if (isWrong)
    assert.ok(
      faults.some((fault) => fault.file === file),
      `nothing is told of ${file}: ${JSON.stringify(faults)}`,
    );

  if (place && ingredient.kind === 'text')
    assert.ok(
      faults.some((fault) => fault.file === file && isAt(fault, ingredient.text, place)),
      `not told at “${place.text}” of line ${place.line}: ${JSON.stringify(faults)}`,
    );

  const shown: string[] = [];
  for (const { id } of pack.questions) {
    const { html } = await pack.render(id);
    assertHarmless(html);
    const question = await pack.loadQuestion(id);
    shown.push(html, JSON.stringify(scriptOf(question)), JSON.stringify(question));
  }
  for (const { id } of pack.quizzes)
    for (const item of (await pack.loadQuiz(id)).items) {
      assertHarmless(renderInline(item.prompt) + renderInline(item.explanation));
      if (item.kind === 'text') gradeText(item, 'a'.repeat(10_000));
    }
  (await pack.search()).find('good');
  assert.ok(!shown.join('').includes(secret), 'what lies outside the pack is not shown');
}

async function tryLabpack(
  folder: string,
  { entries, written = [], isSound }: Extract<Case, { readonly kind: 'labpack' }>,
): Promise<void> {
  const file = join(folder, 'pack.labpack');
  const bytes = zipFile(entries);
  bytes.set(
    written.slice(0, bytes.length),
    (written.length * 37) % (bytes.length - written.length),
  );
  writeFileSync(file, bytes);
  const packs = join(folder, 'packs');
  const store = openPackStore(packs);
  const staged = await store.stage(file).catch((error: unknown) => {
    assert.ok(error instanceof Error);
    assert.match(error.message, /^[A-Z“][^\n]{10,300}\.$/, 'one sentence');
    return undefined;
  });
  if (isSound !== undefined) assert.equal(staged !== undefined, isSound);
  if (staged) {
    const { pack } = await FolderPack.read(staged.root, openPackFolder);
    if (isSound === true) assert.equal(pack?.questions.length, 1);
    await staged.discard();
  }
  assert.deepEqual(existsSync(packs) ? readdirSync(packs) : [], [], 'nothing of it stays');
  const others = readdirSync(folder).filter((name) => name !== 'packs');
  assert.deepEqual(others, ['pack.labpack'], 'nothing is written elsewhere');
}

/** Whether a fault is on that line, and underlines that part of it and little more, where it underlines anything. */
function isAt(fault: Fault, text: string, place: NonNullable<PackCase['place']>): boolean {
  if (fault.line !== place.line) return false;
  if (!fault.columns) return true;
  const underlined = text.split('\n')[fault.line]?.slice(...fault.columns) ?? '';
  return underlined.includes(place.text) || place.text.includes(underlined);
}

function tryLink(text: string): void {
  assertHarmless(renderInline(text));
  const message = plainText(text);
  assert.ok(message.length <= longestText && !message.includes('\n'));
  assert.doesNotMatch(message, /\]\(\s*<?\s*(?:&|[a-z][a-z\d+.-]*(?:\\?:|&))/i);
  assert.doesNotMatch(message, /\$\([\w~-]+\)/);
}

function tryLine(line: string): void {
  const entry = decodeLine(line);
  if (typeof entry !== 'object') return;
  // What is taken can be kept and is read back as the same.
  assert.deepEqual(decodeLine(encodeEntry(entry).trimEnd()), entry);
  assert.ok(Number.isSafeInteger(entry.time) && entry.time < 1e14);
}

/** A line on the disk, between two that are in order: it is an event, a later version's, or kept as damaged. */
async function tryJournal(folder: string, line: string): Promise<void> {
  const path = join(folder, 'journal.jsonl');
  const [first, last] = ['first', 'last'].map((id, time) =>
    encodeEntry({ id, clock: time, time, device: 'd', event: { kind: 'read', question: 'gil' } }),
  );
  writeFileSync(path, `${first}${line}\n${last}`);
  const journal = new JournalFile(path);
  let told = 0;
  journal.onDidSetAside((count) => (told += count));
  const { entries } = await journal.history();
  const ids = entries.map(({ id }) => id);
  assert.ok(ids.includes('first') && ids.includes('last'), 'the lines around it are read');
  const wrong = line
    .split('\n')
    .filter((each) => each.trim() !== '' && decodeLine(each) === 'damaged');
  const damaged = existsSync(journal.damagedPath) ? readFileSync(journal.damagedPath, 'utf8') : '';
  assert.equal(told, new Set(wrong).size, 'each damaged line is told once');
  for (const each of wrong)
    assert.ok(
      damaged.split('\n').includes(Buffer.from(each).toString()),
      `${each.slice(0, 60)} is kept`,
    );
}

async function tryExport(folder: string, text: string): Promise<void> {
  const decoded = await decodeExport(text, () => Promise.resolve()).catch((error: unknown) => {
    assert.ok(error instanceof Error);
    assert.match(error.message, /^[A-Z][^\n]{10,300}\.$/, 'one sentence');
    return undefined;
  });
  for (const { path } of decoded?.files ?? []) {
    assert.ok(isLearnerPath(path));
    assert.ok(!path.split(/[/\\]/).includes('..') && !/^(?:[/\\]|\w:)/.test(path), path);
  }
  const storage = join(folder, 'storage');
  const { fresh, failed } = await restoreFiles(storage, decoded?.files ?? []);
  assert.ok(fresh.every((path) => existsSync(join(storage, path))));
  assert.ok(failed.every(({ code }) => code !== 'outside'));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name !== 'storage'),
    [],
    'nothing is written elsewhere',
  );
}

function trySetting(id: string, value: unknown): void {
  const schemas: Readonly<Record<string, v.GenericSchema>> = settingSchemas;
  const schema = schemas[id];
  assert.ok(schema, id);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) assert.deepEqual(parsed.output, value);
}

function tryMessage(page: string, index: number, value: unknown): void {
  const schemas = Object.values(pages[page] ?? {});
  const schema = schemas[index % schemas.length];
  assert.ok(schema);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) assert.ok(JSON.stringify(parsed.output ?? null).length < 1_000_000);
  assert.equal(Object.getOwnPropertyNames(Object.prototype).length, prototypeSize);
}

const prototypeSize = Object.getOwnPropertyNames(Object.prototype).length;
