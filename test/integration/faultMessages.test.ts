import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultMessage } from '../../src/hosts/vscode/messages/faultMessage.js';

/** What a writing at such a place fails of, as the system says it. */
function refusal(...place: string[]): Promise<Error> {
  return failureOf(() => writeFile(join(...place), ''));
}

async function failureOf(work: () => Promise<unknown>): Promise<Error> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return assert.fail('It could be done.');
}

describe('what the system refuses', () => {
  it('is told with what to do about it, whatever the cause', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lab-faults-'));
    try {
      await writeFile(join(folder, 'file'), '');
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
      });
      for (const [cause, reason, remedy] of [
        [full, 'the disk is full', 'Free some disk space and try again.'],
        [
          await refusal(folder, 'gone', 'file'),
          'there is no such file or folder',
          'Check whether it was moved or deleted.',
        ],
        [
          await refusal(folder, 'file', 'file'),
          'a file is where a folder should be',
          'Move it elsewhere and try again.',
        ],
        [
          await refusal(folder),
          'it is a folder and not a file',
          'Move it elsewhere and try again.',
        ],
        [
          await failureOf(() => mkdir(join(folder, 'file'), { recursive: true })),
          'there is such a file already',
          'Move it elsewhere and try again.',
        ],
        [await refusal(folder, 'n'.repeat(300)), 'its name is too long', 'Choose another name.'],
      ] as const) {
        const saved = new Error(`It could not be saved (${cause.message}).`, { cause });
        assert.equal(faultMessage(saved), `It could not be saved (${reason}). ${remedy}`);
        const own = new Error(`It could not be saved (${cause.message}). Do this.`, { cause });
        assert.equal(faultMessage(own), `It could not be saved (${reason}). Do this.`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
