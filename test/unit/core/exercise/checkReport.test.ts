import assert from 'node:assert/strict';
import { CheckTrial, hasPassed } from '../../../../src/core/exercise/checkReport.js';
import type { CheckProcess } from '../../../../src/core/exercise/checkReport.js';

const file = '/learner/lru.py';
const failure = {
  error: 'AssertionError',
  asserted: true,
  message: 'no',
  traceback: 'Traceback',
  line: 3,
  expected: '1',
  actual: '2',
};
const lines = (...records: readonly object[]): string =>
  records.map((record) => JSON.stringify(record)).join('\n');
const named = (...names: readonly string[]): object => ({
  kind: 'cases',
  cases: names.map((name, line) => ({ name, line, explanation: `Why ${name.slice(0, 9)}.` })),
});
const begin = (name: string): object => ({ kind: 'begin', name });
const end = (name: string, found: object | null = null): object => ({
  kind: 'end',
  name,
  seconds: 0.5,
  failure: found,
});
const done = { kind: 'done' };
const process = (records: string, more: Partial<CheckProcess> = {}): CheckProcess => ({
  records,
  faults: '',
  late: false,
  code: 0,
  signal: null,
  stdout: '',
  stderr: '',
  ...more,
});
const result = (name: string, line: number, more: object): object => ({
  name,
  line,
  explanation: `Why ${name}.`,
  ...more,
});

describe('what is known after checks ran', () => {
  it('is each case in the order of the checks, with what the code printed in it', () => {
    const trial = new CheckTrial('token ', file);
    const left = trial.take(
      process(lines(named('a', 'b'), begin('b'), end('b', failure), begin('a'), end('a'), done), {
        stdout: 'loading\x1etoken b\x1esaid by b\x1etoken a\x1esaid by a',
        stderr: '\x1etoken b\x1e, and told',
      }),
    );
    assert.deepEqual(left, []);
    assert.deepEqual(trial.report, {
      cases: [
        result('a', 0, { outcome: 'passed', seconds: 0.5, output: 'said by a' }),
        result('b', 1, {
          outcome: 'failed',
          seconds: 0.5,
          output: 'said by b, and told',
          failure,
        }),
      ],
    });
    assert.equal(hasPassed(trial.report), false);
  });

  it('passes when every case did, and not without a case', () => {
    const passing = new CheckTrial('token ', file);
    passing.take(process(lines(named('a'), begin('a'), end('a'), done)));
    assert.equal(hasPassed(passing.report), true);
    const none = new CheckTrial('token ', file);
    none.take(process(lines(named(), done)));
    assert.deepEqual(none.report, { cases: [] });
    assert.equal(hasPassed(none.report), false);
  });

  it('is that a case ended the process, where, and which cases need another one', () => {
    const trial = new CheckTrial('token ', file);
    const left = trial.take(
      process(lines(named('a', 'b', 'c'), begin('a'), end('a'), begin('b')), {
        code: null,
        signal: 'SIGSEGV',
        faults: 'Fatal\n  File "/other.py", line 4\n  File "/learner/lru.py", line 27 in f\n',
        stdout: '\x1etoken b\x1elast words',
      }),
    );
    assert.deepEqual(left, ['c']);
    assert.deepEqual(trial.report.cases.slice(1), [
      result('b', 1, {
        outcome: 'ended',
        seconds: 0,
        output: 'last words',
        stoppedAt: 27,
        ending: 'SIGSEGV',
      }),
      result('c', 2, { outcome: 'undone', seconds: 0, output: '' }),
    ]);
    assert.deepEqual(trial.take(process(lines(named('c'), begin('c'), end('c'), done))), []);
    assert.equal(trial.report.cases[2]?.outcome, 'passed');
    assert.equal(hasPassed(trial.report), false);
  });

  it('is the code with which it ended the process', () => {
    const trial = new CheckTrial('token ', file);
    trial.take(process(lines(named('a'), begin('a')), { code: 3 }));
    assert.deepEqual(trial.report.cases, [
      result('a', 0, { outcome: 'ended', seconds: 0, output: '', ending: 3 }),
    ]);
    const unknown = new CheckTrial('token ', file);
    unknown.take(process(lines(named('a'), begin('a')), { code: null }));
    assert.equal(unknown.report.cases[0]?.ending, 0);
  });

  for (const [how, more] of [
    ['the process was', { late: true }],
    ['Python says so', { faults: 'x\nTimeout (0:00:10)!\n  File "/learner/lru.py", line 2 in g' }],
  ] as const)
    it(`is that a case took too long, when ${how}`, () => {
      const trial = new CheckTrial('token ', file);
      assert.deepEqual(trial.take(process(lines(named('a', 'b'), begin('a')), more)), ['b']);
      const [first] = trial.report.cases;
      assert.deepEqual([first?.outcome, first?.ending], ['late', undefined]);
      assert.equal(first?.stoppedAt, 'late' in more ? undefined : 2);
    });

  it('leaves the rest after three cases that took too long', () => {
    const trial = new CheckTrial('token ', file);
    const names = ['a', 'b', 'c', 'd'];
    const take = (name: string): readonly string[] =>
      trial.take(process(lines(named(...names), begin(name)), { late: true }));
    assert.deepEqual(take('a'), ['b', 'c', 'd']);
    assert.deepEqual(take('b'), ['c', 'd']);
    assert.deepEqual(take('c'), []);
    assert.equal(trial.report.cases[3]?.outcome, 'undone');
  });

  it('does not try again where a process found nothing new, or came to its end', () => {
    const trial = new CheckTrial('token ', file);
    assert.deepEqual(trial.take(process(lines(named('a')))), []);
    const whole = new CheckTrial('token ', file);
    assert.deepEqual(whole.take(process(lines(named('a', 'b'), begin('a'), end('a'), done))), []);
  });

  it('takes the first of two results, and none of a case that was not begun or is not named', () => {
    const trial = new CheckTrial('token ', file);
    trial.take(
      process(
        lines(
          named('a', 'b'),
          named('x'),
          end('b'),
          begin('a'),
          end('a', failure),
          begin('a'),
          end('a'),
          begin('z'),
          end('z'),
          done,
        ),
      ),
    );
    assert.deepEqual(
      trial.report.cases.map(({ name, outcome }) => [name, outcome]),
      [
        ['a', 'failed'],
        ['b', 'undone'],
      ],
    );
  });

  it('is why nothing could be checked', () => {
    const broken = new CheckTrial('token ', file);
    const record = { kind: 'broken', part: 'checks', failure };
    assert.deepEqual(broken.take(process(lines(record), { stdout: 'said' })), []);
    assert.deepEqual(broken.report, {
      cases: [],
      broken: { part: 'checks', outcome: 'failed', failure, output: 'said' },
    });
    assert.equal(hasPassed(broken.report), false);

    const ended = new CheckTrial('token ', file);
    const torn = `${lines(named('a')).slice(0, -3)}\nnot JSON`;
    assert.deepEqual(ended.take(process(torn, { code: 1, stderr: 'told' })), []);
    assert.deepEqual(ended.report, {
      cases: [],
      broken: { part: 'module', outcome: 'ended', ending: 1, output: 'told' },
    });
  });

  it('keeps what was found before the checks broke', () => {
    const trial = new CheckTrial('token ', file);
    const broken = { kind: 'broken', part: 'module', failure };
    assert.deepEqual(trial.take(process(lines(named('a', 'b'), begin('a'), end('a'), broken))), []);
    assert.deepEqual(
      trial.report.cases.map(({ outcome }) => outcome),
      ['passed', 'undone'],
    );
    assert.equal(trial.report.broken, undefined);
  });

  it('takes a line that none can be for no line', () => {
    for (const line of [0, -1, 1.5, 1_000_001]) {
      const trial = new CheckTrial('token ', file);
      trial.take(process(lines(named('a'), begin('a'), end('a', { ...failure, line }))));
      assert.equal(trial.report.cases[0]?.failure?.line, null, String(line));
    }
    for (const line of [1, 1_000_000]) {
      const trial = new CheckTrial('token ', file);
      trial.take(process(lines(named('a'), begin('a'), end('a', { ...failure, line }))));
      assert.equal(trial.report.cases[0]?.failure?.line, line);
    }
  });

  it('passes over records larger than any checker writes', () => {
    const trial = new CheckTrial('token ', file);
    const most = 'm'.repeat(20_000);
    trial.take(process(lines(named(most, `${most}m`))));
    assert.equal(trial.report.broken?.part, 'module');
    const many = new CheckTrial('token ', file);
    many.take(process(lines(named(...Array.from({ length: 1001 }, (_, at) => String(at))))));
    assert.equal(many.report.broken?.part, 'module');
    const right = new CheckTrial('token ', file);
    right.take(process(lines(named(most, ...Array.from({ length: 999 }, (_, at) => String(at))))));
    assert.equal(right.report.cases.length, 1000);
  });
});
