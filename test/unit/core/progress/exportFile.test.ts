import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeExport, exportPieces } from '../../../../src/core/progress/exportFile.js';
import type { DecodedExport, ProgressExport } from '../../../../src/core/progress/exportFile.js';
import { storedEntry } from '../../../../src/core/progress/storedEntry.js';
import { anyHistory } from './entries.js';

const good = {
  id: 'a',
  clock: 1,
  time: 1,
  device: 'd',
  event: { kind: 'read', question: 'gil' },
} as const;
const at = '2026-01-02T03:04:05.000Z';
const empty = { entries: [], later: [] };
const state = { global: {}, workspace: {} };

function encode(content: Omit<ProgressExport, 'state'> & Partial<ProgressExport>): string {
  return [...exportPieces({ state, ...content }, at)].join('');
}

function decode(text: string): Promise<DecodedExport> {
  return decodeExport(text, () => Promise.resolve());
}

describe('an export of progress', () => {
  it('gives back all that went in, also when somebody laid it out anew', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), fc.string({ unit: 'binary' }), async (entries, text) => {
        const history = { entries, later: ['{"v":9,"what":"ever"}'] };
        const files = [
          { path: 'notes/gil.md', text },
          { path: 'scratch/new-and-init/.history/0001-trace.py', text },
          { path: 'quizzes/check/1/drafts/a.bin', base64: '/wA=' },
          { path: 'journal.jsonl.damaged', text },
        ];
        const all = { history, files, state: { global: { a: [text] }, workspace: { b: 1 } } };
        const whole = encode(all);
        assert.deepEqual(await decode(whole), { ...all, damaged: 0 });
        const anew = JSON.stringify(JSON.parse(whole), undefined, 2);
        assert.deepEqual(await decode(anew), { ...all, damaged: 0 });
      }),
    );
  });

  it('says in one sentence what is wrong with a file, whatever the file is', async () => {
    const refused = (text: string, reason: RegExp): Promise<void> =>
      assert.rejects(decode(text), reason);
    await refused('', /not an export/);
    await refused('[]', /not an export/);
    await refused('{"format":"another"}', /not an export/);
    const whole = encode({ history: empty, files: [] });
    await refused(whole.slice(0, -4), /damaged: it is not whole/);
    await refused(whole.replace('"version": 1', '"version": 2'), /later version .* Update/);
    await refused(whole.replace('"events"', '"evens"'), /damaged: its events/);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), (text) => refused(text, /export/)),
    );
  });

  it('counts what cannot be read and takes the rest', async () => {
    const text = encode({ history: empty, files: [] })
      .replace(
        '"events": []',
        `"events": [${JSON.stringify(storedEntry(good))}, {"v": 2}, 7, {"v": 4}]`,
      )
      .replace('"files": []', '"files": [{"path": "notes/gil.md", "text": 7}]');
    const decoded = await decode(text);
    assert.deepEqual(decoded.history, { entries: [good], later: ['{"v":4}'] });
    assert.equal(decoded.damaged, 3);
  });

  it('bears values within values, wherever they stand', async () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const whole = encode({ history: { entries: [good], later: [] }, files: [] });
    const places = {
      '"events": [': `"events": [{"v":9,"x":${nested}},`,
      '"events": [\n': `"events": [\n{"v":3,"id":"b","clock":1,"time":1,"device":"d","event":{"kind":"future","x":${nested}}},\n`,
      '"later": []': `"later": [${nested}]`,
      '"files": []': `"files": [{"path":"notes/a.md","text":${nested}}]`,
      '"global":{}': `"global":{"quiz.setup":${nested}}`,
    };
    for (const [place, deep] of Object.entries(places)) {
      const text = whole.replace(place, deep);
      assert.ok(text.includes(nested), place);
      const { history, damaged } = await decode(text);
      assert.deepEqual([history.entries, damaged], [[good], 1], place);
    }
  });

  it('gives back files of megabytes that are no text', async () => {
    const files = [{ path: 'scratch/gil/s/data.bin', base64: '/+8A'.repeat(6 << 20) }];
    const decoded = await decode(encode({ history: empty, files }));
    assert.ok(decoded.files[0] && 'base64' in decoded.files[0]);
    assert.equal(decoded.files[0].base64.length, files[0]?.base64.length);
    for (const base64 of ['AA=A', 'AAA', 'A===', 'AAA!', 'AA==AAAA'])
      assert.equal(
        (await decode(encode({ history: empty, files: [{ path: 'notes/a', base64 }] }))).damaged,
        1,
        base64,
      );
  });

  it('lets others work while it is read and written, however many events there are', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({
      ...good,
      id: `event-${String(index)}`,
    }));
    const pieces = [...exportPieces({ history: { entries, later: [] }, files: [], state }, at)];
    assert.ok(pieces.every(({ length }) => length < 400_000));
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    const decoded = await decodeExport(pieces.join(''), pause);
    assert.equal(decoded.history.entries.length, entries.length);
    assert.ok(pauses >= 20, String(pauses));

    pauses = 0;
    const files = entries.map(({ id }) => ({ path: `notes/${id}.md`, text: '' }));
    await decodeExport(encode({ history: empty, files }), pause);
    assert.ok(pauses >= 10, String(pauses));
  });

  it('takes no file that would lie elsewhere than the learner’s own', async () => {
    for (const path of [
      '../x.md',
      'notes/../../x.md',
      '/etc/passwd',
      'C:/x.md',
      'notes\\..\\..\\x.md',
      'notes',
      'notes/',
      'journal.jsonl',
      'notes/a\0.md',
      'notes//x.md',
      'notes/..',
      `notes/${'deep/'.repeat(65)}x.md`,
      'scratch/./x.py',
    ]) {
      const files = [{ path, text: 'x' }];
      const decoded = await decode(encode({ history: empty, files }));
      assert.deepEqual([decoded.files, decoded.damaged], [[], 1], path);
    }
  });
});
