import assert from 'node:assert/strict';
import { judge, predictable } from '../../../../src/core/trace/prediction.js';
import type { Recording } from '../../../../src/core/trace/recording.js';
import { recordedCode } from '../../hosts/node/recorder/recordedCode.js';

const code = `def add(to, more):
    to = to + more
    return to

rows = [[1, "a"], (2,)]
total = add(3, 4)
word = 'it "is"'
if total > 100:
    total = 0
end = {"k": total}
`;

describe('What a learner predicts of the next step', function () {
  this.timeout(60_000);
  let recording: Recording;

  before(async () => {
    recording = await recordedCode({ code });
  });

  /** The first step at which a line is about to run. */
  const at = (line: number): number => {
    for (let index = 0; index < recording.length; index++)
      if (recording.kindAt(index) === 'line' && recording.stackAt(index).at(-1)?.line === line)
        return index;
    throw new Error(`Line ${String(line)} never runs.`);
  };
  const lineAfter = (line: number, text: string) =>
    judge(recording, at(line), { about: 'line', text });
  const valueAfter = (line: number, name: string, text: string) =>
    judge(recording, at(line), { about: 'value', name, text });

  it('is right of the line that runs next: in a function that is called, and past a branch', () => {
    assert.deepEqual(lineAfter(6, ' 2 '), { isRight: true, actual: 'line 2', at: at(2) });
    assert.equal(lineAfter(6, '7')?.isRight, false);
    assert.equal(lineAfter(8, '10')?.isRight, true);
    assert.equal(lineAfter(8, '9')?.isRight, false);
    const end = { actual: 'the end', at: recording.length - 1 };
    assert.deepEqual(lineAfter(10, 'End'), { isRight: true, ...end });
    assert.deepEqual(lineAfter(10, '1'), { isRight: false, ...end });
  });

  it('is right of a value as Python writes it, however it is spaced and quoted', () => {
    assert.equal(valueAfter(5, 'rows', "[[1,'a'],(2,)]")?.isRight, true);
    assert.equal(valueAfter(5, 'rows', '[ [1, "a"], (2, ) ]')?.isRight, true);
    assert.equal(valueAfter(5, 'rows', "[[1, ' a'], (2,)]")?.isRight, false, 'a blank in a text');
    assert.equal(valueAfter(7, 'word', `'it "is"'`)?.isRight, true);
    assert.equal(valueAfter(10, 'end', "{'k': 7}")?.actual, "{'k': 7}");
  });

  it('is about what a name holds when the whole line has run, calls and all', () => {
    const judged = valueAfter(6, 'total', '7');
    assert.deepEqual(judged, { isRight: true, actual: '7', at: at(7) });
    assert.ok(predictable(recording, at(6)).includes('total'), 'a name that comes with the line');
  });

  it('is not judged where the recording does not say it', () => {
    const last = recording.length - 1;
    assert.equal(judge(recording, last, { about: 'line', text: '1' }), undefined);
    assert.equal(valueAfter(5, 'nobody', '1'), undefined);
  });
});
