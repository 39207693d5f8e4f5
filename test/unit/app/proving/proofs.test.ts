import assert from 'node:assert/strict';
import type { CheckReport } from '../../../../src/core/exercise/checkReport.js';
import type { Measurement } from '../../../../src/core/exercise/measurement.js';
import type { Exercise } from '../../../../src/core/pack/exercise.js';
import type { ExpectedOutput, ItemProof, QuizItem } from '../../../../src/core/pack/pack.js';
import { checkProgram } from '../../../../src/core/quiz/codeCheck.js';
import type { UsableExercise } from '../../../../src/app/content/loadPack.js';
import { exerciseProof } from '../../../../src/app/proving/exerciseProofs.js';
import { programSnippet } from '../../../../src/app/proving/programSnippet.js';
import { outputFault, questionProofs, quizProofs } from '../../../../src/app/proving/proofs.js';
import type { ProgramOutput, ProvingPython } from '../../../../src/app/proving/provingPython.js';

const ended: ProgramOutput = { code: 0, signal: null, stdout: '', stderr: '' };
const expected = (text: string, more: Partial<ExpectedOutput> = {}): ExpectedOutput => ({
  stream: 'stdout',
  unordered: false,
  text,
  ...more,
});

/** A Python of which it is known how each program ends. */
function python(known: Partial<ProvingPython>): ProvingPython {
  const never = (): never => {
    throw new Error('Nothing of this kind is run.');
  };
  return {
    name: 'Python 3.13.1',
    version: '3.13.1',
    kind: 'native',
    unfit: () => undefined,
    run: never,
    runEach: never,
    check: never,
    measure: never,
    ...known,
  };
}

const faultOf = (
  output: Partial<ProgramOutput>,
  more: Partial<ReturnType<typeof programSnippet>> = {},
): Promise<string | undefined> =>
  outputFault(
    { ...programSnippet('print()'), ...more },
    python({ run: () => Promise.resolve({ ...ended, ...output }) }),
  );

describe('what is wrong with a snippet’s run', () => {
  it('is nothing where it ends and prints as its author says', async () => {
    assert.equal(await faultOf({ stdout: 'unasked' }), undefined);
    assert.equal(await faultOf({ stdout: '1\n' }, { expected: [expected('1')] }), undefined);
    assert.equal(await faultOf({ code: 3 }, { exit: 3 }), undefined);
    assert.equal(await faultOf({ code: null, signal: 'SIGABRT' }, { exit: 'SIGABRT' }), undefined);
  });

  it('is another end, with the last of what it said about it', async () => {
    assert.equal(await faultOf({ code: 1 }), 'It ends with 1 instead of 0.');
    assert.equal(
      await faultOf({ code: null, signal: 'SIGKILL', stderr: `${'a'.repeat(900)}b\n` }),
      `It ends with SIGKILL instead of 0.\n${'a'.repeat(798)}b`,
    );
    assert.equal(await faultOf({ code: null }), 'It ends with null instead of 0.');
    assert.equal(await faultOf({}, { exit: 2 }), 'It ends with 0 instead of 2.');
  });

  it('is a line that is missing, and one that is too much', async () => {
    assert.equal(
      await faultOf({ stdout: 'a\nc\n' }, { expected: [expected('a\nb')] }),
      'It prints something else than is expected (- expected, + printed):\n  a\n- b\n+ c',
    );
  });

  it('is that no expected output is for this Python', async () => {
    assert.equal(
      await faultOf({}, { expected: [expected('a', { python: '<3.13' })] }),
      'None of its expected outputs is for Python 3.13.1.',
    );
  });
});

const place = { line: 7, columns: [2, 4] } as const;
function quizProof(items: readonly QuizItem[], proofs: readonly ItemProof[]) {
  const quiz = { id: 'quiz', packId: 'p', title: '', description: '', items };
  return quizProofs({
    file: 'quizzes/quiz.yaml',
    quiz,
    proofs,
    placeOf: () => place,
    faults: [],
    lines: [],
  });
}

describe('the programs that prove a question or a quiz', () => {
  it('are a question’s snippets, each at the line of its fence', () => {
    const snippet = { ...programSnippet('x', '>=3.12'), name: 'race', line: 12 };
    const question = { id: 'gil', code: [snippet] } as unknown as Parameters<
      typeof questionProofs
    >[1];
    const [proof, ...more] = questionProofs('questions/gil.md', question);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [proof?.name, proof?.rule, proof?.at, proof?.snippet],
      ['gil/race', 'snippet', { file: 'questions/gil.md', line: 11 }, snippet],
    );
  });

  it('are the outputs that a quiz asks for, but not those of snippets, which are proved anyway', async () => {
    const item = {
      id: 'prints',
      question: 'q',
      level: 'core',
      kind: 'output',
      prompt: 'What?',
      explanation: '',
      python: '>=3.11',
      code: 'print(1)',
      answer: '1',
    } as const;
    const [proof, ...more] = quizProof([item, { ...item, snippet: 'q/run' }], []);
    assert.ok(proof);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [proof.name, proof.rule, proof.at, proof.snippet.python, proof.snippet.code],
      ['quiz#prints', 'answer', { file: 'quizzes/quiz.yaml', ...place }, '>=3.11', 'print(1)'],
    );
    const printing = (stdout: string): ProvingPython =>
      python({ run: () => Promise.resolve({ ...ended, stdout }) });
    assert.equal(await proof.prove(printing('1\n')), undefined);
    assert.match((await proof.prove(printing('2\n'))) ?? '', /- 1\n\+ 2$/);
  });
});

describe('the programs that prove an item by its checks', () => {
  const item: ItemProof = {
    item: 'double',
    python: '>=3.11',
    checks: ['assert one()', 'assert two()'],
    starter: 'starter',
    right: ['right'],
    wrong: [{ code: 'wrong', misconception: 'It adds' }],
  };

  /** @param passing of each program, whether it passes the first check, and the second */
  async function proved(
    passing: Readonly<Record<string, readonly [boolean, boolean]>>,
    { kind = 'native', of = item }: { kind?: ProvingPython['kind']; of?: ItemProof } = {},
  ): Promise<string | undefined> {
    const [proof] = quizProof([], [of]);
    assert.ok(proof);
    assert.deepEqual(
      [proof.name, proof.rule, proof.at, proof.snippet.python],
      ['quiz#double', 'checks', { file: 'quizzes/quiz.yaml', ...place }, '>=3.11'],
    );
    return proof.prove(
      python({
        kind,
        runEach: (programs, seconds) => {
          assert.equal(seconds, 20);
          const expectedRuns = Object.entries(passing).flatMap(([code, results]) =>
            of.checks.map((check, at) => ({ code, check, passes: results[at] === true })),
          );
          assert.equal(programs.length, expectedRuns.length);
          return Promise.resolve(
            expectedRuns.map(({ code, check, passes }, at) => {
              const reached = /"\\n(.+)"/.exec(programs[at] ?? '')?.[1] ?? '';
              assert.match(reached, /^[\da-f-]{36}$/);
              assert.equal(programs[at], checkProgram(code, check, reached));
              return { code: passes ? 0 : 1, late: false, stdout: `\n${reached}\n`, stderr: '' };
            }),
          );
        },
      }),
    );
  }

  it('are all as they should be', async () => {
    const passing = { right: [true, true], starter: [false, false], wrong: [true, false] } as const;
    assert.equal(await proved(passing), undefined);
  });

  it('are told where they pass or fail what they should not', async () => {
    assert.equal(
      await proved({ right: [true, false], starter: [false, true], wrong: [true, true] }),
      [
        'The solution fails a check.',
        'Expected: assert two()',
        'It ended before the check was through.',
        'The starter passes check 2.',
        'Expected: assert one()',
        'It ended before the check was through.',
        'Wrong program 1 (It adds) passes every check.',
      ].join('\n'),
    );
  });

  it('are numbered where there are several', async () => {
    const { starter: _, ...bare } = item;
    const of = {
      ...bare,
      right: ['right', 'other'],
      wrong: [...item.wrong, { code: 'worse', misconception: 'It halves' }],
    };
    const told = await proved(
      {
        right: [true, true],
        other: [false, false],
        wrong: [false, false],
        worse: [true, true],
      },
      { of },
    );
    assert.match(told ?? '', /^Right program 2 fails a check\./);
    assert.match(told ?? '', /\nWrong program 2 \(It halves\) passes every check\.$/);
  });

  it('are the solution alone where Python runs in WebAssembly', async () => {
    assert.equal(await proved({ right: [true, true] }, { kind: 'wasm' }), undefined);
  });
});

describe('the programs that prove an exercise', () => {
  const exercise = {
    id: 'double',
    checks: 'checks',
    starter: 'starter',
    python: '>=3.11',
    requires: ['attrs'],
    timeout: 8,
    approaches: [{ id: 'plain', code: 'plain' }],
  } as unknown as Exercise;
  const measured = { ...exercise, measure: 'measure' };
  const sound = { name: 'test_it', line: 1, explanation: 'Why.', output: '', seconds: 2 } as const;
  const passed: CheckReport = { cases: [{ ...sound, outcome: 'passed' }] };
  const failed: CheckReport = { cases: [{ ...sound, outcome: 'failed' }] };
  const broken: CheckReport = {
    cases: [],
    broken: { part: 'module', outcome: 'late', output: 'said' },
  };
  const failure = {
    error: 'E',
    asserted: false,
    message: '',
    traceback: 'Traceback',
    line: null,
    expected: null,
    actual: null,
  };
  const whole: Measurement = {
    about: '',
    sizes: [1, 10],
    points: [
      { size: 1, seconds: 0, bytes: 0 },
      { size: 10, seconds: 0, bytes: 0 },
    ],
    done: true,
  };

  async function proved(
    of: Exercise,
    reports: Readonly<Record<string, CheckReport>>,
    measurement?: Measurement,
  ): Promise<string | undefined> {
    const wrong = [{ name: 'other', code: 'other' }];
    const proof = exerciseProof({ exercise: of, wrong } as unknown as UsableExercise);
    assert.deepEqual(
      [proof.name, proof.rule, proof.at, proof.snippet.python, proof.snippet.requires],
      [
        'double',
        'exercise',
        { file: 'exercises/double/exercise.md', line: 0 },
        '>=3.11',
        ['attrs'],
      ],
    );
    return proof.prove(
      python({
        check: (_, code) =>
          Promise.resolve(
            { plain: passed, starter: failed, other: failed, ...reports }[code] ?? passed,
          ),
        ...(measurement ? { measure: () => Promise.resolve(measurement) } : {}),
      }),
    );
  }

  it('are all as they should be', async () => {
    assert.equal(await proved(exercise, {}), undefined);
    assert.equal(await proved(measured, {}, whole), undefined);
  });

  it('are told where a solution fails, is slow, is told nothing or is not checked', async () => {
    const late: CheckReport = { cases: [{ ...sound, outcome: 'failed', failure }] };
    assert.equal(
      await proved(exercise, { plain: late }),
      'solutions/plain fails test_it (failed).\nTraceback',
    );
    assert.equal(
      await proved(exercise, { plain: failed }),
      'solutions/plain fails test_it (failed).\n',
    );
    const slow: CheckReport = { cases: [{ ...sound, outcome: 'passed', seconds: 2.26 }] };
    assert.equal(
      await proved(exercise, { plain: slow }),
      'solutions/plain takes 2.3 seconds for test_it; 2 leave a margin.',
    );
    const mute: CheckReport = { cases: [{ ...sound, outcome: 'passed', explanation: ' \n' }] };
    assert.equal(
      await proved(exercise, { plain: mute }),
      'solutions/plain is told nothing by test_it: give it a docstring.',
    );
    assert.equal(
      await proved(exercise, { plain: { cases: [] } }),
      'solutions/plain is not checked at all.',
    );
  });

  it('are told where something wrong passes or cannot be checked', async () => {
    assert.equal(
      await proved(exercise, { starter: passed, other: passed }),
      'starter passes every check.\nwrong/other passes every check.',
    );
    assert.equal(
      await proved(exercise, { starter: broken }),
      'starter cannot be checked (module: late).\nsaid',
    );
    const raised: CheckReport = {
      cases: [],
      broken: { part: 'checks', outcome: 'failed', output: '', failure },
    };
    assert.equal(
      await proved(exercise, { plain: raised }),
      'solutions/plain cannot be checked (checks: failed).\nTraceback',
    );
  });

  it('are told where a solution does not come to the largest input', async () => {
    const short = { ...whole, points: whole.points.slice(0, 1) };
    const told = 'solutions/plain is measured up to 1 of 10: larger inputs take too long.';
    assert.equal(await proved(measured, {}, short), told);
    assert.equal(
      await proved(measured, {}, { ...whole, done: false }),
      'solutions/plain is measured up to 10 of 10: larger inputs take too long.',
    );
    assert.equal(
      await proved(measured, {}, { ...short, points: [], done: false, sizes: [] }),
      'solutions/plain is measured up to 0 of 0: larger inputs take too long.',
    );
    assert.equal(
      await proved(measured, {}, { ...whole, fault: { part: 'run', words: 'ValueError' } }),
      'solutions/plain cannot be measured (run): ValueError',
    );
  });
});
