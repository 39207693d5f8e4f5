import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/app/authoring/help/textEdit.js';
import { fixesOf } from '../../../../../src/app/authoring/help/fixes.js';
import { faultsIn } from '../../../../../src/app/authoring/help/liveCheck.js';
import { namedAt } from '../../../../../src/app/authoring/help/definition.js';
import { renaming } from '../../../../../src/app/authoring/help/renaming.js';
import type { NamedKind } from '../../../../../src/core/pack/spots/spot.js';
import { inPack, placed, team } from './writtenPacks.js';

type Files = Readonly<Record<string, string>>;

/** The pack after something in it was renamed. */
async function renamed(files: Files, kind: NamedKind, id: string, name: string): Promise<Files> {
  const file = kind === 'snippet' ? 'questions/gil.md' : '';
  const plan = await inPack(files, {}, (pack) => renaming(pack, { kind, id, file }, name));
  const { from, to } = plan.move ?? { from: '', to: '' };
  const after = Object.entries(files).map(([path, text]) => {
    const own = plan.edits.filter((edit) => edit.file === path);
    const isMoved = from !== '' && (path === from || path.startsWith(`${from}/`));
    return [isMoved ? to + path.slice(from.length) : path, applyEdits(text, own)];
  });
  return Object.fromEntries(after) as Files;
}

/** What is wrong with a pack of these files. */
async function faults(files: Files): Promise<readonly string[]> {
  return inPack(files, {}, async (pack) => {
    const found = await Promise.all([...pack.files].map((file) => faultsIn(pack, file)));
    return found.flat().map(({ file, message }) => `${file}: ${message}`);
  });
}

describe('a new name', () => {
  for (const [kind, id, name, file] of [
    ['question', 'gil', 'global-lock', 'questions/global-lock.md'],
    ['quiz', 'first', 'one', 'quizzes/one.yaml'],
    ['exercise', 'fizz', 'fizz-buzz', 'exercises/fizz-buzz/checks.py'],
    ['topic', 'deep', 'deeper', undefined],
    ['snippet', 'count', 'counting', undefined],
    ['tag', 'threads', 'threading', undefined],
  ] as const)
    it(`of a ${kind} is that everywhere, and the pack is as sound as before`, async () => {
      const after = await renamed(team, kind, id, name);
      assert.deepEqual(await faults(after), []);
      const aliases = new RegExp(`^aliases:\\n  \\w+:\\n    ${id}: ${name}\\n`, 'm');
      const [yaml = '', rest] = [after['pack.yaml'], JSON.stringify({ ...after, 'pack.yaml': '' })];
      assert.doesNotMatch(rest, new RegExp(`(question:|[/"])${id}\\b(?!-)(?!\\()`));
      assert.equal(aliases.test(yaml), file !== undefined);
      if (file !== undefined) assert.ok(after[file] !== undefined, Object.keys(after).join());
      assert.ok(yaml.startsWith('# The team’s.\nformat: 1\n'), 'the rest of pack.yaml stays');
    });

  it('of an exercise is that of the module that its checks import', async () => {
    const after = await renamed(team, 'exercise', 'fizz', 'fizz-buzz');
    assert.match(after['exercises/fizz-buzz/checks.py'] ?? '', /^from fizz_buzz import fizz\n/);
  });

  it('follows earlier ones, so that aliases make no chain, and one that is taken back is none', async () => {
    const once = await renamed(team, 'question', 'gil', 'lock');
    const twice = await renamed(once, 'question', 'lock', 'mutex');
    assert.match(
      twice['pack.yaml'] ?? '',
      /aliases:\n {2}questions:\n {4}gil: mutex\n {4}lock: mutex\n$/,
    );
    const back = await renamed(twice, 'question', 'mutex', 'gil');
    assert.match(
      back['pack.yaml'] ?? '',
      /aliases:\n {2}questions:\n {4}lock: gil\n {4}mutex: gil\n$/,
    );
    assert.deepEqual(await faults(back), []);
  });

  it('is refused where it is taken or no name', async () => {
    for (const [kind, id, name, why] of [
      ['question', 'gil', 'names', /already/],
      ['question', 'gil', 'The GIL', /no id/],
      ['question', 'gil', 'con', /Windows/],
      ['quiz', 'first', 'mixed', /kept for mixed/],
      ['snippet', 'count', '1', /no name/],
    ] as const)
      await assert.rejects(renamed(team, kind, id, name), why);
  });

  it('is that of the file itself in its front matter, and of what is named elsewhere', () => {
    const at = (marked: string): string | undefined => {
      const { text, line, column } = placed(marked);
      const named = namedAt('questions/gil.md', text, line, column)?.named;
      return named && `${named.kind} ${named.id}`;
    };
    assert.equal(at('---\nti|tle: A\n---\n'), 'question gil');
    assert.equal(at('---\ntopic: de|ep\n---\n'), 'topic deep');
    assert.equal(at('---\ntitle: A\n---\nA wo|rd [x](question:names)'), undefined);
    assert.equal(at('---\ntitle: A\n---\n[x](question:na|mes)'), 'question names');
  });
});

describe('aliases', () => {
  for (const [aliases, told] of [
    ['{ questions: { old: gil } }', undefined],
    ['{ quizzes: { old: first }, exercises: { old: fizz } }', undefined],
    [
      '{ questions: { a: b, b: gil } }',
      /leads to “b”, which is an alias itself; did you mean “gil”/,
    ],
    ['{ questions: { a: b, b: a } }', /circle/],
    ['{ questions: { a: a } }', /circle/],
    ['{ questions: { names: gil } }', /“names” is in the pack/],
    ['{ questions: { old: lost } }', /not in the pack/],
    ['{ question: { old: gil } }', /no key “question” here; did you mean “questions”/],
  ] as const)
    it(`lead from what is gone to what is there: ${aliases}`, async () => {
      const yaml = `${team['pack.yaml']}aliases: ${aliases}\n`;
      const [found] = await faults({ ...team, 'pack.yaml': yaml });
      if (told) assert.match(found ?? '', told);
      else assert.equal(found, undefined);
    });
});

describe('a problem that has a remedy', () => {
  const head = '---\ntitle: New\ntopic: basics\n---\n';
  const name = 'questions/new.md';
  for (const [text, mended, file = name] of [
    ['---\ntitle: A\nlevle: core\ntopic: deep\n---\nText.\n', 'level: core'],
    ['---\ntitle: A\ntopic: depe\n---\nText.\n', 'topic: deep'],
    ['---\ntitle: A\ntopic: deep\npython: 3.12\n---\nText.\n', 'python: "==3.12.*"'],
    ['---\ntitle: A\ntopic: deep\npython: "^3.10"\n---\nText.\n', 'python: ">=3.10"'],
    ['---\ntitle: A\ntopic: deep\nrelated: [gli]\n---\nText.\n', 'related: [gil]'],
    ['---\ntitle: A\nlevel: core\n---\nText.\n', 'topic: \ntitle: A'],
    [`${head}[it](question:gli)\n`, '[it](question:gil)'],
    [`${head}[it](gil.md#how-it-work)\n`, '[it](gil.md#how-it-works)'],
    [`${head}![it](files/lokc.svg)\n`, '![it](files/lock.svg)'],
    [`${head}[it](http://a.b/c)\n`, '[it](https://a.b/c)'],
    [`${head}\`\`\`python {name=a timout=30}\nx\n\`\`\`\n`, '{name=a timeout=30}'],
    [`${head}\`\`\`python {name=one}\nx\n\`\`\`\n\n\`\`\`output {of=oen}\n\`\`\`\n`, '{of=one}'],
    [
      `${head}\`\`\`python {name=one}\nx\n\`\`\`\n\n\`\`\`output {unordered}\n\`\`\`\n`,
      '{unordered of=one}',
    ],
    [
      'title: F\nitems:\n  - { id: a, question: gil, kind: text, promt: P, prompt: Q, accept: [x] }\n',
      'prompt: P',
      'quizzes/first.yaml',
    ],
    [`${team['pack.yaml']}licence: MIT\n`, 'license: MIT', 'pack.yaml'],
  ] as const)
    it(`is mended by one change: ${mended}`, async () => {
      const [fault, ...others] = await inPack(team, { [file]: text }, (pack) =>
        faultsIn(pack, file),
      );
      assert.deepEqual(others, []);
      const [fix] = fault ? fixesOf(fault, text) : [];
      assert.ok(fix, fault?.message);
      const after = applyEdits(text, fix.edits);
      assert.ok(after.includes(mended), after);
    });
});
