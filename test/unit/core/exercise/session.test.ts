import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  applyExerciseChange,
  attemptOf,
  exerciseChangeSchema,
  exerciseSessionSchema,
  gradeOf,
  newExerciseSession,
} from '../../../../src/core/exercise/session.js';
import type { ExerciseChange, ExerciseSession } from '../../../../src/core/exercise/session.js';

const after = (...changes: readonly ExerciseChange[]): ExerciseSession =>
  changes.reduce(applyExerciseChange, newExerciseSession);
const checked = (passed: boolean): ExerciseChange => ({ kind: 'checked', passed });

describe('a go at an exercise', () => {
  it('keeps the most hints that were shown, and that the solutions were', () => {
    const hinted = after({ kind: 'hinted', hints: 2 });
    assert.equal(hinted.hints, 2);
    assert.equal(applyExerciseChange(hinted, { kind: 'hinted', hints: 2 }), hinted);
    assert.equal(applyExerciseChange(hinted, { kind: 'hinted', hints: 1 }), hinted);
    const looked = after({ kind: 'looked' });
    assert.equal(looked.looked, true);
    assert.equal(applyExerciseChange(looked, { kind: 'looked' }), looked);
  });

  it('counts the times that the checks ran, and has passed for good once they pass', () => {
    const { checks, passed } = after(checked(false), checked(true), checked(false));
    assert.deepEqual([checks, passed], [3, true]);
    assert.equal(after(checked(false)).passed, false);
  });

  it('tells history once that it passed, with the help and the minutes that it took', () => {
    const before = { ...after({ kind: 'hinted', hints: 1 }, checked(false)), begunAt: 60_000 };
    const passed = applyExerciseChange(before, checked(true));
    assert.deepEqual(attemptOf('lru', before, passed, 60_000 * 6 + 40_000), {
      kind: 'attempted',
      exercise: 'lru',
      passed: true,
      looked: false,
      hints: 1,
      failed: 1,
      minutes: 6,
    });
    assert.equal(attemptOf('lru', before, passed, 0)?.minutes, 0, 'the clock went back');
    assert.equal(
      attemptOf('lru', passed, applyExerciseChange(passed, checked(true)), 0),
      undefined,
    );
    assert.equal(
      attemptOf('lru', before, applyExerciseChange(before, checked(false)), 0),
      undefined,
    );
    const timeless = attemptOf('lru', newExerciseSession, after(checked(true)), 0);
    assert.equal(timeless && 'minutes' in timeless, false);
  });

  it('tells history once that the solutions were looked at before it passed', () => {
    const looked = after({ kind: 'looked' });
    const told = attemptOf('lru', newExerciseSession, looked, 0);
    assert.deepEqual([told?.passed, told?.looked, told?.failed], [false, true, 0]);
    assert.equal(
      attemptOf('lru', looked, applyExerciseChange(looked, checked(false)), 0),
      undefined,
    );
    const passed = after(checked(true));
    assert.equal(
      attemptOf('lru', passed, applyExerciseChange(passed, { kind: 'looked' }), 0),
      undefined,
      'a look after it passed is no help',
    );
    const late = applyExerciseChange(looked, checked(true));
    assert.deepEqual([attemptOf('lru', looked, late, 0)?.passed, late.looked], [true, true]);
  });

  for (const [passed, looked, hints, failed, grade] of [
    [true, false, 0, 0, 4],
    [true, false, 0, 2, 4],
    [true, false, 0, 3, 3],
    [true, false, 1, 0, 3],
    [true, false, 1, 9, 3],
    [true, false, 2, 0, 2],
    [true, true, 0, 0, 1],
    [false, false, 0, 0, 1],
  ] as const)
    it(`is graded ${grade} with ${hints} hints and ${failed} failures${looked ? ', seen' : ''}`, () => {
      assert.equal(gradeOf({ passed, looked, hints, failed }), grade);
    });

  it('is stored with counts and times that can be, and read again', () => {
    const session = { ...after(checked(true)), begunAt: 1 };
    assert.deepEqual(v.parse(exerciseSessionSchema, session), session);
    for (const change of [{ kind: 'hinted', hints: 0 }, { kind: 'looked' }, checked(false)])
      assert.deepEqual(v.parse(exerciseChangeSchema, change), change);
    for (const bad of [
      { hints: -1 },
      { checks: 0.5 },
      { begunAt: -1 },
      { looked: 1 },
      { passed: 0 },
    ])
      assert.ok(!v.is(exerciseSessionSchema, { ...session, ...bad }), JSON.stringify(bad));
    for (const bad of [{ kind: 'hinted' }, { kind: 'checked' }, { kind: 'other' }])
      assert.ok(!v.is(exerciseChangeSchema, bad), JSON.stringify(bad));
  });
});
