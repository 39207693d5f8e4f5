import assert from 'node:assert/strict';
import { checkResult } from '../../../../src/core/quiz/codeCheck.js';
import { steppedItem } from '../../../../src/app/quiz/steppedItem.js';
import type { CodeItem, OutputItem } from '../../../../src/core/pack/pack.js';
import { base, code } from '../../core/quiz/items.js';
import { recordedCode } from '../../hosts/node/recorder/recordedCode.js';

const double: CodeItem = {
  ...code,
  checks: ['assert double(2) == 4', 'word = double("ab")\nassert word == "abab", f"got {word}"'],
};
const text = 'def double(n):\n    return 2 * int(n)\n';
const grade = {
  score: 0.5,
  note: '',
  checks: double.checks.map((check, at) =>
    checkResult(check, { code: at, late: false, stdout: at === 0 ? 'x' : '', stderr: '' }, 'x'),
  ),
};
const entry = { given: { kind: 'code', text }, grade } as const;

describe('Stepping through an item that was answered', function () {
  this.timeout(60_000);

  it('begins where the failed check does, and comes to where it fails', async () => {
    const stepped = steppedItem(double, entry, 1);
    const recording = await recordedCode(stepped);
    const lines = stepped.code.split('\n');
    assert.equal(lines[(stepped.begin ?? 0) - 1], 'word = double("ab")');
    const told = Array.from({ length: recording.length }, (_, at) => recording.at(at));
    const begins = told.findIndex(
      ({ kind, stack }) => kind === 'line' && stack.at(-1)?.line === stepped.begin,
    );
    assert.ok(begins > 0);
    const raised = told.findIndex(({ kind }) => kind === 'raise');
    assert.ok(raised > begins);
    assert.equal(lines[(told[raised]?.stack.at(-1)?.line ?? 0) - 1], '    return 2 * int(n)');
  });

  it('runs the code of which the output was asked', async () => {
    const asked: OutputItem = {
      ...base,
      id: 'output',
      kind: 'output',
      prompt: '',
      answer: '',
      code: 'for n in range(2):\n    print(n)\n',
    };
    const recording = await recordedCode(
      steppedItem(asked, { given: { kind: 'skipped' } }, undefined),
    );
    assert.deepEqual(recording.at(recording.length - 1).written[0], 4);
  });

  it('refuses a check that has passed, that is not there, or whose answer was not checked', () => {
    assert.throws(() => steppedItem(double, entry, 0), /has not failed/);
    assert.throws(() => steppedItem(double, entry, 2), /has not failed/);
    assert.throws(() => steppedItem(double, entry, undefined), /no code to step through/);
    const unchecked = { ...entry, grade: { ...grade, checks: [] } };
    assert.throws(() => steppedItem(double, unchecked, 1), /has not failed/);
  });
});
