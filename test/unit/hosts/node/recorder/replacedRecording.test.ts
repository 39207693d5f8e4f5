/** The recorded program knows where its recording lies, and puts something else there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';

const replacements: Readonly<Record<string, (path: string) => void>> = {
  'a named pipe': (path) => execFileSync('mkfifo', [path]),
  'a folder': (path) => {
    mkdirSync(path);
  },
  'a device without an end': (path) => {
    symlinkSync('/dev/zero', path);
  },
  'a link to itself': (path) => {
    symlinkSync(path, path);
  },
  'a file of 4 GB': (path) => {
    writeFileSync(path, '{"end":"exit"}');
    truncateSync(path, 2 ** 32);
  },
};

describe('A recording in whose place the program put', () => {
  for (const [what, put] of Object.entries(replacements))
    it(`${what} is empty, and keeps nobody waiting`, async () => {
      const recordings = new Recordings(resolve('src/hosts/node/recorder'));
      const recording = recordings.begin('/x', '', { afterwards: 1 });
      put(join(recording.folder, 'recording.jsonl'));
      // As many as Node reads files at once.
      const looks = await Promise.all(Array.from({ length: 8 }, () => recording.isOver()));
      assert.deepEqual(new Set(looks), new Set([false]));
      assert.ok((await readFile(resolve('package.json'))).length > 0, 'other files are read');
      assert.equal(await recording.take(), '');
      assert.ok(!existsSync(recording.folder));
    });
});
