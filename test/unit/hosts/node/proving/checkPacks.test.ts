import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkOptions } from '../../../../../src/hosts/node/proving/checkOptions.js';
import { checkPacks } from '../../../../../src/hosts/node/proving/checkPacks.js';
import { somePython } from '../processes/pythons.js';
import { question, writePack } from '../packs/writtenPack.js';

const snippet = (code: string, output: string): string =>
  `${question()}\n\`\`\`python {name=run}\n${code}\n\`\`\`\n\n\`\`\`output {of=run}\n${output}\n\`\`\`\n`;

const faultyQuiz = `title: Quiz
items:
  - { id: prints, question: sound, kind: output, prompt: What?, code: print(1 + 1), answer: '3' }
  - id: double
    question: sound
    kind: code
    prompt: Double.
    starter: "def double(n): ..."
    solution: "def double(n): return n + 2"
    checks: ["assert double(2) == 4", "assert double(3) == 6"]
  - id: above
    question: sound
    kind: single
    prompt: Which is not a number?
    options:
      - { text: '1' }
      - { text: None of the above, correct: true }
`;

const text = (name: string): string => readFileSync(`src/hosts/node/checker/${name}.py`, 'utf8');
const tools = { checker: text('checker'), measurer: text('measurer') };

/** A measure.py that runs a line. */
const measure = (line: string): string =>
  `sizes = [1, 2]\n\ndef make_input(n):\n    return n\n\ndef run(module, data):\n    ${line}\n`;

/** The files of an exercise that is in order but for what is given. */
const exercise = (
  id: string,
  {
    right = 'value = 1',
    wrong = 'value = 2',
    check = '"""It is 1."""\n    assert value == 1',
  } = {},
): Readonly<Record<string, string>> => ({
  [`exercises/${id}/exercise.md`]: '---\ntitle: T\ntopic: t\nminutes: 5\n---\nWrite it.\n',
  [`exercises/${id}/starter.py`]: 'value = 0\n',
  [`exercises/${id}/checks.py`]: `from ${id} import value\n\ndef test_it():\n    ${check}\n`,
  [`exercises/${id}/solutions/a.md`]: `---\ntitle: A\ntime: T\nmemory: M\nwhen: W\n---\n\`\`\`python\n${right}\n\`\`\`\n`,
  [`exercises/${id}/wrong/other.py`]: `"""Two is one."""\n${wrong}\n`,
});

interface Checked {
  readonly code: number;
  readonly text: string;
}

async function check(...args: readonly string[]): Promise<Checked> {
  let text = '';
  const code = await checkPacks(checkOptions(args), { version: '1.2.3', tools }, (part) => {
    text += part;
  });
  return { code, text };
}

describe('lab.mjs check', () => {
  let python: string;
  before(async () => {
    python = (await somePython()).executable;
  });

  it('ends with 0 where every program does what its author says', async () => {
    const pack = await writePack({ 'questions/sound.md': snippet('print(1)', '1') });
    const { code, text } = await check(pack.root, '--python', python);
    await pack.dispose();
    assert.equal(code, 0, text);
    assert.match(text, /^\d+ passed, 0 failed, 0 skipped$/m);
  });

  it('tells each fault of a pack at its place, in every format', async () => {
    const pack = await writePack({
      'questions/sound.md': snippet('print(2)', '1'),
      'questions/linked.md': `${question()}\n[x](question:sond)\n`,
      'quizzes/quiz.yaml': faultyQuiz,
    });
    const args = [pack.root, '--python', python];
    const text = await check(...args);
    const json = await check(...args, '--format', 'json');
    const format = (name: string): Promise<Checked> =>
      check(pack.root, '--python', 'none', '--format', name);
    const [sarif, github, junit] = [
      await format('sarif'),
      await format('github'),
      await format('junit'),
    ];
    await pack.dispose();

    for (const { code } of [text, json, sarif, github, junit]) assert.equal(code, 1);
    const at = (file: string, line: number): string => `${pack.root}/${file}:${String(line)}:`;
    for (const expected of [
      `${at('questions/sound.md', 7)}1: error: sound/run on Python`,
      `${at('questions/linked.md', 7)}5: error: It points to a question “sond”`,
      `${at('quizzes/quiz.yaml', 3)}11: error: quiz#prints on Python`,
      `${at('quizzes/quiz.yaml', 4)}9: error: quiz#double on Python`,
      'The solution fails a check.',
      'the option “None of the above” speaks of the order',
      'above: it asks what is not so',
    ])
      assert.ok(text.text.includes(expected), `${expected}\nin\n${text.text}`);
    assert.match(text.text, /- 1\n\s+\+ 2/);

    const told = JSON.parse(json.text) as {
      readonly packs: readonly { readonly findings: readonly Record<string, unknown>[] }[];
    };
    const findings = told.packs[0]?.findings ?? [];
    const without = findings.filter(({ rule }) => rule === 'format' || rule === 'wording');
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), [
      'answer',
      'checks',
      'format',
      'snippet',
      'wording',
      'wording',
    ]);
    const dead = findings.find(({ rule }) => rule === 'format');
    assert.deepEqual([dead?.['line'], dead?.['column'], dead?.['endColumn']], [7, 5, 18]);

    const { runs } = JSON.parse(sarif.text) as {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly version: string } };
        readonly results: readonly { readonly ruleId: string; readonly level: string }[];
      }[];
    };
    assert.equal(runs[0]?.tool.driver.version, '1.2.3');
    assert.equal(runs[0].results.length, without.length);
    const annotations = github.text.split('\n').filter((line) => line.startsWith('::'));
    assert.equal(annotations.length, without.length);
    assert.match(
      github.text,
      /::error file=[^,]*linked\.md,line=7,col=5,endColumn=18,title=[^:]*::/,
    );
    assert.match(junit.text, /<testcase name="quiz" classname="wording">/);
    assert.equal(junit.text.match(/<failure /g)?.length, 2, 'each case fails once');
  });

  it('counts what only warns as wrong when it is strict', async () => {
    const quiz = faultyQuiz.replace("answer: '3'", "answer: '2'").replace('n + 2', 'n * 2');
    const pack = await writePack({
      'questions/sound.md': question(),
      'quizzes/quiz.yaml': quiz,
    });
    const lenient = await check(pack.root, '--python', python);
    const strict = await check(pack.root, '--python', python, '--strict');
    await pack.dispose();
    assert.deepEqual([lenient.code, strict.code], [0, 1], lenient.text);
  });

  it('ends with 3 where a pack or a Python is not there, and with 2 for what it does not understand', async () => {
    const nothing = await check('/no/such/pack', '--python', 'none');
    assert.equal(nothing.code, 3);
    assert.match(nothing.text, /There is no such folder/);
    const pack = await writePack({});
    const noPython = await check(pack.root, '--python', '/no/such/python');
    await pack.dispose();
    assert.equal(noPython.code, 3);
    assert.match(noPython.text, /“\/no\/such\/python” is no Python that runs/);
    assert.throws(() => checkOptions(['.', '--format', 'pdf']), /there are text, json, github/);
    assert.throws(() => checkOptions([]), /Which pack/);
    assert.throws(() => checkOptions(['.', '--evry']), /evry/);
  });

  it('proves exercises by their solutions, the starter and what is wrong', async () => {
    const slow = '"""It is 1."""\n    import time; time.sleep(3); assert value == 1';
    const pack = await writePack({
      'questions/sound.md': question(),
      ...exercise('sound'),
      ...exercise('unsolved', { right: 'value = 2' }),
      ...exercise('easy', { wrong: 'value = 1' }),
      ...exercise('broken', { wrong: 'value: =' }),
      ...exercise('measured'),
      'exercises/measured/measure.py': measure('module.value'),
      ...exercise('costly'),
      'exercises/costly/measure.py': measure('module.nothing'),
      ...exercise('mute', { check: 'assert value == 1' }),
      ...exercise('slow', { check: slow }),
    });
    const { text } = await check(pack.root, '--python', python);
    await pack.dispose();
    assert.doesNotMatch(text, /exercises\/(?:sound|measured)/);
    assert.match(text, /solutions\/a cannot be measured \(run\): AttributeError/);
    for (const told of [
      /unsolved .*: solutions\/a fails test_it \(failed\)/,
      /easy .*: wrong\/other passes every check/,
      /broken .*: wrong\/other cannot be checked/,
      /mute .*: solutions\/a is told nothing by test_it/,
      /slow .*: solutions\/a takes 3.\d seconds for test_it; 2.5 leave a margin/,
    ])
      assert.match(text, told);
  });

  it('is one file, which needs nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lab-'));
    const file = join(folder, 'lab.mjs');
    await build({
      entryPoints: ['src/main.lab.ts'],
      outfile: file,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      define: {
        LAB_VERSION: '"1.2.3"',
        LAB_CHECKER: JSON.stringify(tools.checker),
        LAB_MEASURER: JSON.stringify(tools.measurer),
      },
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    });
    const pack = await writePack({
      'questions/sound.md': snippet('print(2)', '1'),
      ...exercise('one', { wrong: 'value = 1' }),
    });
    const ended = await new Promise<Checked>((resolve) => {
      const args = [file, 'check', pack.root, '--python', python, '--format', 'text'];
      execFile(process.execPath, args, { cwd: folder }, (error, text) => {
        resolve({ code: error ? Number(error.code) : 0, text });
      });
    });
    await pack.dispose();
    await rm(folder, { recursive: true });
    assert.equal(ended.code, 1, ended.text);
    assert.match(ended.text, /sound\/run on Python/);
    assert.match(ended.text, /wrong\/other passes every check/);
  });
});
