/** What must hold of a hostile exercise, of what is imported, and of a recording. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderPack } from '../../src/app/content/folderPack.js';
import { exerciseModel } from '../../src/app/exercise/exerciseModel.js';
import { ImportError } from '../../src/app/importing/bank.js';
import { readBanks } from '../../src/app/importing/importFormats.js';
import { packOfBank } from '../../src/app/importing/packOfBank.js';
import { newExerciseSession } from '../../src/core/exercise/session.js';
import { renderInline } from '../../src/core/markdown.js';
import { longestMessage } from '../../src/core/plainText.js';
import { isSafePath } from '../../src/core/pack/safePath.js';
import { Recording } from '../../src/core/trace/recording.js';
import { over, out, toLine } from '../../src/core/trace/moving.js';
import { openPackFolder } from '../../src/hosts/node/packs/packFolder.js';
import type { Case } from './case.js';
import { assertHarmless } from './harmless.js';
import { put } from './put.js';

const secret = 'SECRET of the machine';
const exercise = {
  'exercise.md': '---\ntitle: Good\ntopic: basics\nminutes: 5\n---\nWrite it.\n',
  'starter.py': 'x = 0\n',
  'checks.py': 'def test_x():\n    """It is one."""\n    assert 1 == 1\n',
  'solutions/plain.md':
    '---\ntitle: A\ntime: O(1)\nmemory: O(1)\nwhen: Always.\n---\n```python\nx = 1\n```\n',
  'wrong/none.py': '"""None."""\nx = None\n',
} as const;

export async function tryExercise(
  folder: string,
  { part, ingredient, isWrong }: Extract<Case, { readonly kind: 'exercise' }>,
): Promise<void> {
  const root = join(folder, 'pack');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('pack.yaml', 'format: 1\nid: pack\ntitle: P\ntopics:\n  - { id: basics, title: Basics }\n');
  writeFileSync(join(folder, 'secret.md'), `---\ntitle: A\ntopic: basics\n---\n${secret}\n`);
  for (const [path, text] of Object.entries(exercise)) {
    write(`exercises/good/${path}`, text);
    if (path !== part) write(`exercises/bad/${path}`, text);
  }
  put(join(root, 'exercises/bad', part), ingredient);

  const { pack } = await FolderPack.read(root, openPackFolder);
  assert.ok(pack, 'the rest of the pack is there');
  assert.equal((await pack.loadExercise('good')).title, 'Good');
  const faults = await pack.check();
  for (const { file } of faults) {
    const own = faults.filter((fault) => fault.file === file);
    assert.ok(own.length <= 21, `${own.length} problems of ${file}`);
  }
  for (const { message, line } of faults)
    assert.ok(message.length <= longestMessage && line >= 0, message);
  assert.ok(!faults.some(({ file }) => file.startsWith('exercises/good/')), JSON.stringify(faults));
  if (isWrong) {
    const told = faults.some(({ file }) => !file.startsWith('exercises/good/'));
    assert.ok(told, `nothing is told of ${part}`);
  }
  const shown = { report: undefined, measured: undefined, checking: false };
  for (const { id } of pack.exercises) {
    const loaded = await pack.loadExercise(id);
    const session = { ...newExerciseSession, looked: true, passed: true, hints: 99 };
    const model = exerciseModel({ exercise: loaded, session, ...shown });
    for (const html of [
      ...[model.taskHtml, ...model.hintsHtml],
      ...(model.approaches ?? []).flatMap((each) => [
        each.timeHtml,
        each.memoryHtml,
        each.whenHtml,
        each.textHtml,
      ]),
    ])
      assertHarmless(html);
    assert.ok(!JSON.stringify(loaded).includes(secret), 'what lies outside the pack is not shown');
    assert.ok(loaded.timeout >= 1 && loaded.timeout <= 60);
  }
}

export async function tryImport(
  folder: string,
  { name, text }: Extract<Case, { readonly kind: 'import' }>,
): Promise<void> {
  const bank = await readBanks('Bank', [{ name, text }]).catch((error: unknown) => {
    assert.ok(error instanceof ImportError, String(error));
    assert.match(
      error.message,
      /^\S[^\n]{10,}[.:!?)”…]$/u,
      `no sentence: ${error.message.slice(0, 300)}`,
    );
    return undefined;
  });
  if (!bank) return;
  const { files, losses } = packOfBank('bank', bank, name);
  for (const { where, what } of losses) {
    assert.ok(where !== '' && what !== '' && !`${where}${what}`.includes('\n'));
    assert.ok(where.length <= 200 && what.length <= longestMessage);
  }
  const root = join(folder, 'pack');
  for (const [path, content] of files) {
    assert.ok(isSafePath(path), path);
    put(join(root, path), { kind: 'text', text: content });
  }
  const { pack, faults } = await FolderPack.read(root, openPackFolder);
  assert.ok(pack, JSON.stringify(faults));
  const paths = [...files.keys()];
  const count = (kind: string): number => paths.filter((path) => path.startsWith(kind)).length;
  assert.equal(pack.questions.length, count('questions/'), JSON.stringify(await pack.check()));
  assert.equal(pack.quizzes.length, count('quizzes/'), JSON.stringify(await pack.check()));
  for (const { id } of pack.questions) assertHarmless((await pack.render(id)).html);
  for (const { id } of pack.quizzes)
    for (const { prompt, explanation } of (await pack.loadQuiz(id)).items)
      assertHarmless(renderInline(prompt) + renderInline(explanation));
}

/** Each step can be shown and left. */
export function tryRecording(text: string): void {
  const recording = new Recording(text);
  assert.ok(recording.length >= 1, 'what the recorder wrote is there');
  assert.ok(recording.threads <= 1000);
  for (let at = 0; at < recording.length; at++) {
    const { stack, others, names, heap, written, tasks } = recording.at(at);
    for (const { code, line } of [stack, ...others.map((each) => each.stack)].flat()) {
      assert.equal(typeof code.name, 'string');
      assert.ok(line >= 0 && code.cells.every((cell) => typeof cell === 'string'));
    }
    for (const own of names.values())
      for (const value of own.values()) assert.match(typeof value, /^(?:string|number)$/);
    for (const { items, fields, mro } of heap.values())
      assert.ok(
        [...items.flat(), ...fields.flat(), ...mro].every((each) => typeof each !== 'object'),
      );
    assert.ok(written.every(Number.isSafeInteger) && Array.isArray(tasks));
    for (const to of [over(recording, at), out(recording, at), toLine(recording, at, 'a.py', 1)])
      assert.ok(to === undefined || (to >= 0 && to < recording.length));
  }
  for (const file of recording.files) assert.ok(!file.split(/[\\/]/).includes('..'), file);
}
