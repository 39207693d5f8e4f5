import assert from 'node:assert/strict';
import { exerciseModel } from '../../../../src/app/exercise/exerciseModel.js';
import { ExerciseSessions } from '../../../../src/app/exercise/exerciseSessions.js';
import type { CheckReport } from '../../../../src/core/exercise/checkReport.js';
import {
  applyExerciseChange,
  gradeOf,
  newExerciseSession,
} from '../../../../src/core/exercise/session.js';
import type { ExerciseChange } from '../../../../src/core/exercise/session.js';
import type { Exercise } from '../../../../src/core/pack/exercise.js';
import { memoryJournal } from '../memoryJournal.js';

const after = (...changes: readonly ExerciseChange[]) =>
  changes.reduce(applyExerciseChange, newExerciseSession);
const hinted = (hints: number): ExerciseChange => ({ kind: 'hinted', hints });
const checked = (passed: boolean): ExerciseChange => ({ kind: 'checked', passed });
const looked: ExerciseChange = { kind: 'looked' };

const exercise: Exercise = {
  id: 'total',
  packId: 'expert-python',
  topic: 't',
  title: 'Total',
  order: 0,
  level: 'core',
  tags: [],
  minutes: 5,
  python: '>=3.10',
  requires: [],
  related: [],
  prerequisites: [],
  sources: [],
  body: 'Add **them**.',
  hints: ['First hint.', 'Second hint.'],
  module: 'total',
  starter: '',
  checks: '',
  timeout: 10,
  approaches: [
    { id: 'a', title: 'A', code: 'secret', time: 'O(n)', memory: 'O(1)', when: 'Now.', text: '' },
  ],
  files: [],
};

describe('a go at an exercise', () => {
  it('is graded by the help that it took before it passed', () => {
    assert.equal(gradeOf(after()), undefined);
    assert.equal(gradeOf(after(checked(false))), undefined);
    assert.equal(gradeOf(after(checked(true))), 4);
    assert.equal(gradeOf(after(hinted(1), checked(true))), 3);
    assert.equal(gradeOf(after(hinted(2), checked(true))), 2);
    assert.equal(gradeOf(after(looked, checked(true))), 1);
    const failures = Array.from({ length: 5 }, () => checked(false));
    assert.equal(gradeOf(after(...failures, checked(true))), 3);
  });

  it('stays passed when what passed is changed', () => {
    assert.equal(after(checked(true), checked(false)).passed, true);
  });

  it('goes on where it was left, also in another window, and each exercise has its own', async () => {
    const journal = memoryJournal();
    const first = await new ExerciseSessions(journal).current('total');
    await first.write(applyExerciseChange(first.session, hinted(1)));
    await first.write(applyExerciseChange(first.session, checked(false)));
    const second = await new ExerciseSessions(journal).current('expert-python/total');
    assert.deepEqual(second.session, { hints: 1, looked: false, checks: 1, passed: false });
    assert.equal(second.id, first.id);
    const other = await new ExerciseSessions(journal).current('other');
    assert.equal(other.session.hints, 0);
  });

  it('keeps every window’s checks, and a hint once', async () => {
    const journal = memoryJournal();
    const one = await new ExerciseSessions(journal).current('total');
    const two = await new ExerciseSessions(journal).current('total');
    await one.write(applyExerciseChange(one.session, checked(false)));
    await two.write(applyExerciseChange(two.session, checked(true)));
    await one.write(applyExerciseChange(one.session, hinted(1)));
    await two.write(applyExerciseChange(two.session, hinted(1)));
    const { session } = await new ExerciseSessions(journal).current('total');
    assert.deepEqual(session, { hints: 1, looked: false, checks: 2, passed: true });
  });
});

describe('the page of an exercise', () => {
  const shown = (session = newExerciseSession, report?: CheckReport) =>
    exerciseModel({ exercise, session, checking: false, report });

  it('is told of hints and solutions only when they were asked for', () => {
    const first = JSON.stringify(shown());
    assert.doesNotMatch(first, /hint\.|secret/);
    assert.match(JSON.stringify(shown(after(hinted(1)))), /First hint/);
    assert.doesNotMatch(JSON.stringify(shown(after(hinted(1)))), /Second hint|secret/);
    assert.match(JSON.stringify(shown(after(looked))), /secret/);
    assert.match(JSON.stringify(shown(after(checked(true)))), /secret/);
  });

  it('says of each check what went wrong, and where', () => {
    const base = { line: 3, explanation: 'Adds `all`.', seconds: 0, output: 'x' };
    const failure = {
      error: 'ValueError',
      asserted: false,
      message: 'no',
      traceback: 'T',
      line: 7,
      expected: null,
      actual: null,
    };
    const report: CheckReport = {
      cases: [
        { ...base, name: 'test_a', outcome: 'passed' },
        { ...base, name: 'test_b', outcome: 'failed', failure },
        {
          ...base,
          name: 'test_c',
          outcome: 'failed',
          failure: {
            ...failure,
            asserted: true,
            message: 'Sum.',
            line: null,
            expected: '3',
            actual: '4',
          },
        },
        { ...base, name: 'test_d', outcome: 'late', stoppedAt: 2 },
        { ...base, name: 'test_e', outcome: 'ended', ending: 'SIGSEGV' },
      ],
    };
    const { verdict } = shown(newExerciseSession, report);
    assert.equal(verdict?.passed, false);
    assert.deepEqual(
      verdict.cases.map(({ words, line, expected, actual }) => [words, line, expected, actual]),
      [
        ['', undefined, undefined, undefined],
        ['It raised ValueError: no', 7, undefined, undefined],
        ['Sum.', undefined, '3', '4'],
        ['It did not end within 10 seconds.', 2, undefined, undefined],
        ['It ended the process (SIGSEGV).', undefined, undefined, undefined],
      ],
    );
    assert.match(verdict.cases[1]?.explanationHtml ?? '', /<code>all<\/code>/);
  });
});
