import assert from 'node:assert/strict';
import type { Measurement } from '../../../../src/core/exercise/measurement.js';
import { measureTimeout } from '../../../../src/app/exercise/measureRun.js';
import { measuredModel } from '../../../../src/app/exercise/measuredModel.js';

const none: Measurement = { about: '', sizes: [], points: [], done: false };
const points = [1, 10].map((size) => ({ size, seconds: 1, bytes: 1 }));
const whole: Measurement = { about: ' of `n`\n', sizes: [1, 10], points, done: true };

describe('what the page is told of the costs of programs', () => {
  it('is nothing of what is measured before one was begun', () => {
    assert.deepEqual(measuredModel([], true), {
      aboutHtml: '',
      sizes: [],
      programs: [],
      isRunning: true,
    });
  });

  it('is what is measured, as the first says that was begun, and each program', () => {
    const { aboutHtml, ...rest } = measuredModel(
      [
        { title: 'Yours', measurement: none },
        { approach: 'plain', title: 'Plain', measurement: whole },
      ],
      false,
    );
    assert.match(aboutHtml, /^<p>of <code>n<\/code><\/p>/);
    assert.deepEqual(rest, {
      sizes: [1, 10],
      programs: [
        {
          title: 'Yours',
          points: [],
          words: `It did not come to the end within ${measureTimeout} seconds.`,
        },
        { approach: 'plain', title: 'Plain', points, words: '' },
      ],
      isRunning: false,
    });
  });

  it('says why there are fewer figures than sizes', () => {
    const words = (measurement: Measurement): string | undefined =>
      measuredModel([{ title: '', measurement }], false).programs[0]?.words;
    const short = { ...whole, points: points.slice(0, 1) };
    assert.equal(words(short), 'Larger inputs would take too long.');
    assert.match(words({ ...short, done: false }) ?? '', /did not come to the end/);
    const fault = { part: 'run', words: 'ValueError' } as const;
    assert.equal(words({ ...short, done: false, fault }), 'It raised ValueError');
  });
});
