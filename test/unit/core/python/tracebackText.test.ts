import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TracebackText } from '../../../../src/core/python/tracebackText.js';

const traceback = `warming up… 50 %
Traceback (most recent call last):
  File "/tmp/run-1/main.py", line 3, in <module>
    f()
  | File "/tmp/run-1/sub/part.py", line 12, in f
ValueError: no File "x
`;

describe('What is shown of stderr', () => {
  it('names the learner’s folder, however the text is cut, and holds no frame apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(traceback.length), { maxLength: 12 }), (cuts) => {
        const text = new TracebackText('/tmp/run-1', '/home/ada/scratch');
        const places = [0, ...cuts.sort((a, b) => a - b), traceback.length];
        const shown = places
          .slice(1)
          .map((end, index) => text.take(traceback.slice(places[index], end)));
        shown.push(text.release());
        assert.equal(shown.join(''), traceback.replaceAll('/tmp/run-1', '/home/ada/scratch'));
        const frames = shown.flatMap((piece) => [...piece.matchAll(/File "[^"\n]+", line \d+,/g)]);
        assert.equal(frames.length, 2);
      }),
    );
  });

  it('does not wait for the end of other lines', () => {
    const text = new TracebackText('/tmp/run-1', '/x');
    assert.equal(text.take('Password: '), 'Password: ');
    assert.equal(text.take('F'), 'F');
    assert.equal(text.take('\nFi'), '\n');
    assert.equal(text.take('ne'), 'Fine');
    assert.equal(text.release(), '');
  });
});
