import assert from 'node:assert/strict';
import { Recording } from '../../../../src/core/trace/recording.js';

/** What a program could write to its own recording. */
const recording = (...files: readonly unknown[]): string =>
  files
    .map((file, c) => ({ c, file, name: 'f', line: 1, cells: [], free: [], kind: 'function' }))
    .map((code) => `${JSON.stringify(code)}\n`)
    .join('');

describe('the files of a recording', () => {
  it('are those in the program’s folder, at any depth', () => {
    const names = ['a.py', 'pkg/__init__.py', 'a file.py', 'pkg\\b.py', 'é.py', '..hidden.py'];
    assert.deepEqual(new Recording(recording(...names, 'a.py')).files, names);
  });

  for (const name of [
    '../secret',
    'pkg/../../secret',
    '/etc/passwd',
    '\\\\server\\share\\x',
    '..\\secret',
    'C:\\secret',
    'c:secret',
    '',
    '.',
    'a//b',
    'a\0b',
    'x'.repeat(1001),
    7,
    null,
    ['a.py'],
    { file: 'a.py' },
  ])
    it(`are not ${JSON.stringify(name).slice(0, 40)}`, () => {
      assert.deepEqual(new Recording(recording(name, 'a.py')).files, ['a.py']);
    });

  it('are no more than can be read', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `m${String(at)}.py`);
    assert.equal(new Recording(recording(...names)).files.length, 1000);
  });
});
