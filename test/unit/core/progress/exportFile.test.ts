import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeExport, encodeExport } from '../../../../src/core/progress/exportFile.js';
import { anyHistory } from './entries.js';

const at = '2026-01-02T03:04:05.000Z';
const empty = { entries: [], later: [] };

describe('an export of progress', () => {
  it('gives back all that went in', () => {
    fc.assert(
      fc.property(anyHistory(), fc.string({ unit: 'binary' }), (entries, text) => {
        const history = { entries, later: ['{"v":9,"what":"ever"}'] };
        const files = [
          { path: 'notes/gil.md', text },
          { path: 'scratch/new-and-init/.history/0001-trace.py', text },
        ];
        const decoded = decodeExport(encodeExport({ history, files }, at));
        assert.deepEqual(decoded, { history, files, damaged: 0 });
      }),
    );
  });

  it('says in one sentence what is wrong with a file, whatever the file is', () => {
    const refused = (text: string, reason: RegExp): void => {
      assert.throws(() => decodeExport(text), reason);
    };
    refused('', /not an export/);
    refused('[]', /not an export/);
    refused('{"format":"another"}', /not an export/);
    const whole = encodeExport({ history: empty, files: [] }, at);
    refused(whole.slice(0, -4), /damaged: it is not whole/);
    refused(whole.replace('"version": 1', '"version": 2'), /later version .* Update/);
    refused(whole.replace('"events"', '"evens"'), /damaged: its events/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        refused(text, /export/);
      }),
    );
  });

  it('counts what cannot be read and takes the rest', () => {
    const good = { v: 2, id: 'a', time: 1, device: 'd', event: { kind: 'read', question: 'gil' } };
    const text = encodeExport({ history: empty, files: [] }, at)
      .replace('"events": []', `"events": [${JSON.stringify(good)}, {"v": 2}, 7, {"v": 3}]`)
      .replace('"files": []', '"files": [{"path": "notes/gil.md", "text": 7}]');
    const decoded = decodeExport(text);
    assert.deepEqual(decoded.history, { entries: [good], later: ['{"v":3}'] });
    assert.equal(decoded.damaged, 3);
  });

  it('takes no file that would lie elsewhere than the learner’s own', () => {
    for (const path of [
      '../x.md',
      'notes/../../x.md',
      '/etc/passwd',
      'C:/x.md',
      'notes/C:/x.md',
      'notes\\..\\..\\x.md',
      'notes/a\\..\\b.md',
      'notes',
      'notes/',
      'journal.jsonl',
      'notes/nul.md',
      'notes/a.md.',
      'scratch/./x.py',
    ]) {
      const files = [{ path, text: 'x' }];
      const decoded = decodeExport(encodeExport({ history: empty, files }, at));
      assert.deepEqual([decoded.files, decoded.damaged], [[], 1], path);
    }
  });
});
