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
import { memoryJournal } from '../memoryJournal.js';
import { exercise } from './exercise.js';

const after = (...changes: readonly ExerciseChange[]) =>
  changes.reduce(applyExerciseChange, newExerciseSession);
const hinted = (hints: number): ExerciseChange => ({ kind: 'hinted', hints });
const checked = (passed: boolean): ExerciseChange => ({ kind: 'checked', passed });
const looked: ExerciseChange = { kind: 'looked' };

describe('a go at an exercise', () => {
  const now = () => 90_000;
  const sessions = (journal = memoryJournal()) => new ExerciseSessions(journal, now);

  /** What a go with these changes comes to. */
  async function outcome(...changes: readonly ExerciseChange[]) {
    const journal = memoryJournal();
    const attempt = await sessions(journal).current('total');
    for (const change of changes) await attempt.change(change);
    const { entries } = await journal.history();
    return entries.flatMap(({ event }) => (event.kind === 'attempted' ? [event] : []));
  }

  it('comes to a grade once, by the help that it took before it passed', async () => {
    const grades = async (...changes: readonly ExerciseChange[]) =>
      (await outcome(...changes)).map(gradeOf);
    assert.deepEqual(await grades(), []);
    assert.deepEqual(await grades(checked(false), hinted(1)), []);
    assert.deepEqual(await grades(checked(true)), [4]);
    assert.deepEqual(await grades(checked(true), checked(false), checked(true), hinted(2)), [4]);
    assert.deepEqual(await grades(hinted(1), checked(true)), [3]);
    assert.deepEqual(await grades(hinted(2), checked(true)), [2]);
    const failures = Array.from({ length: 5 }, () => checked(false));
    assert.deepEqual(await grades(...failures, checked(true)), [3]);
    assert.deepEqual(await grades(looked, looked), [1]);
    assert.deepEqual(await grades(looked, checked(true)), [1, 1]);
    assert.deepEqual(await grades(checked(true), looked), [4]);
  });

  it('says how long it took and how many checks failed', async () => {
    assert.deepEqual(await outcome(checked(false), hinted(1), checked(true)), [
      {
        kind: 'attempted',
        exercise: 'total',
        passed: true,
        looked: false,
        hints: 1,
        failed: 1,
        minutes: 0,
      },
    ]);
  });

  it('passes once, in whatever window', async () => {
    const journal = memoryJournal();
    const one = await sessions(journal).current('total');
    const two = await sessions(journal).current('total');
    await Promise.all([
      one.change({ kind: 'checked', passed: true }),
      two.change({ kind: 'checked', passed: true }),
    ]);
    const { entries } = await journal.history();
    assert.equal(entries.filter(({ event }) => event.kind === 'attempted').length, 1);
  });

  it('is begun again with nothing of the last one, unless nothing happened in that', async () => {
    const journal = memoryJournal();
    const first = await sessions(journal).current('total');
    assert.equal((await sessions(journal).again('total')).id, first.id);
    await first.change(checked(true));
    const second = await sessions(journal).again('total');
    assert.deepEqual(second.session, { ...newExerciseSession, begunAt: 90_000 });
    assert.equal((await sessions(journal).current('total')).id, second.id);
    await second.change(checked(true));
    const { entries } = await journal.history();
    assert.equal(entries.filter(({ event }) => event.kind === 'attempted').length, 2);
  });

  it('stays passed when what passed is changed', () => {
    assert.equal(after(checked(true), checked(false)).passed, true);
  });

  it('goes on where it was left, also in another window, and each exercise has its own', async () => {
    const journal = memoryJournal();
    const first = await sessions(journal).current('total');
    await first.change(hinted(1));
    await first.change(checked(false));
    const second = await sessions(journal).current('expert-python/total');
    assert.deepEqual(second.session, {
      ...{ hints: 1, looked: false, checks: 1, passed: false },
      begunAt: 90_000,
    });
    assert.equal(second.id, first.id);
    const other = await sessions(journal).current('other');
    assert.equal(other.session.hints, 0);
  });

  it('keeps every window’s checks, and a hint once', async () => {
    const journal = memoryJournal();
    const one = await sessions(journal).current('total');
    const two = await sessions(journal).current('total');
    await one.change(checked(false));
    await two.change(checked(true));
    await one.change(hinted(1));
    await two.change(hinted(1));
    const { session } = await sessions(journal).current('total');
    assert.deepEqual(session, {
      ...{ hints: 1, looked: false, checks: 2, passed: true },
      begunAt: 90_000,
    });
  });
});

describe('the page of an exercise', () => {
  const shown = (session = newExerciseSession, report?: CheckReport) =>
    exerciseModel({ exercise, session, checking: false, report, measured: undefined });

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
