import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { JournalFile } from '../../../../../src/hosts/node/journal/journalFile.js';

/** `LAB_KILLS=1000 npm run test:unit` proves more, and takes a minute or two. */
const kills = Number(process.env['LAB_KILLS'] ?? 60);

describe('windows that are killed while they write', () => {
  let folder: string;
  let writer: string;
  let path: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-kills-'));
    writer = join(folder, 'journalWriter.mjs');
    path = join(folder, 'journal.jsonl');
    await build({
      entryPoints: ['test/unit/hosts/node/journal/journalWriter.ts'],
      outfile: writer,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
  });
  after(() => rm(folder, { recursive: true }));

  /** Lets a window write until it has told of some events, kills it, and resolves with all it told of. */
  async function killedAfter(count: number, name: string): Promise<readonly string[]> {
    const child = spawn(process.execPath, [writer, path, name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      told.push(line);
      if (told.length === count) child.kill('SIGKILL');
    }
    assert.ok(told.length >= count, `The window ended by itself after ${String(told.length)}.`);
    return told;
  }

  it('lose no event that they had said was stored, and no reader fails', async function () {
    this.timeout(1000 * kills);
    const reader = new JournalFile(path);
    const damaged: number[] = [];
    reader.onDidSetAside((lines) => damaged.push(lines));
    const told: string[] = [];
    let begun = 0;
    const killOn = async (name: string): Promise<void> => {
      while (begun < kills) {
        begun++;
        told.push(...(await killedAfter(1 + Math.floor(Math.random() * 12), name)));
        await reader.load();
      }
    };
    // Two at a time write to the file while a third one starts.
    await Promise.all(['one', 'two', 'three'].map(killOn));

    const anew = new JournalFile(path);
    await anew.load();
    await reader.load();
    for (const journal of [anew, reader]) {
      const stored = new Set((await journal.history()).entries.map(({ id }) => id));
      assert.deepEqual(
        told.filter((id) => !stored.has(id)),
        [],
      );
    }
    assert.deepEqual(await reader.history(), await anew.history());
    assert.ok(told.length >= kills);
  });
});
