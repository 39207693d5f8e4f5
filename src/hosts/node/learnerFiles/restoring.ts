/** Brings files of the learner's back, each by itself: one that cannot be costs no other, and none that is there is lost. */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, parse, resolve, sep } from 'node:path';
import type { LearnerFile } from '../../../core/progress/storedFile.js';
import { nameHere } from '../../../core/progress/learnerPath.js';
import type { Failure, Restored } from '../../../app/learnerFiles.js';
import { writeAtomically } from '../files/atomicWrite.js';
import { readRegular } from '../files/regularFile.js';
import { join as joinFiles } from './joining.js';
import { contentOf } from './snapshot.js';

/** @param root absolute path of the extension's storage */
export async function restoreFiles(
  root: string,
  files: readonly LearnerFile[],
  onWindows = process.platform === 'win32',
): Promise<Restored> {
  const fresh: string[] = [];
  const beside: string[] = [];
  const failed: Failure[] = [];
  for (const file of files) {
    try {
      const done = await restore(root, file, onWindows);
      if (done === 'fresh') fresh.push(file.path);
      if (done === 'beside') beside.push(file.path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'outside';
      failed.push({ path: file.path, code });
    }
  }
  return { fresh, beside, failed };
}

async function restore(
  root: string,
  file: LearnerFile,
  onWindows: boolean,
): Promise<'fresh' | 'beside' | 'there'> {
  const parts = file.path.split('/').map((part) => nameHere(part, onWindows));
  const path = join(root, ...parts);
  const content = contentOf(file);
  await mkdir(root, { recursive: true });
  await assertInside(root, path);
  const there = await readRegular(path);
  if (there === undefined) {
    await writeAtomically(path, content);
    return 'fresh';
  }
  const joined = joinFiles(file.path, there, content);
  switch (joined.kind) {
    case 'nothing':
      return 'there';
    case 'append':
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `\n${joined.lines.join('\n')}\n`);
      return 'fresh';
    case 'beside':
      return (await putBeside(path, content)) ? 'beside' : 'there';
  }
}

/** @returns false when it is there already */
async function putBeside(path: string, content: Buffer): Promise<boolean> {
  const { dir, name, ext } = parse(path);
  const mark = `.imported-${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
  const copy = join(
    dir,
    `${shortened(name, 255 - mark.length - Buffer.byteLength(ext))}${mark}${ext}`,
  );
  if ((await readRegular(copy)) !== undefined) return false;
  await writeAtomically(copy, content);
  return true;
}

/** So many bytes of a name; characters stay whole. */
function shortened(name: string, bytes: number): string {
  const characters = Array.from(name);
  while (Buffer.byteLength(characters.join('')) > bytes) characters.pop();
  return characters.join('');
}

/** A folder that is a link may lead elsewhere: nothing is written there. */
async function assertInside(root: string, path: string): Promise<void> {
  const real = await realpath(root);
  let folder = dirname(path);
  for (;;) {
    const found = await realpath(folder).catch(() => undefined);
    if (found === undefined && folder !== dirname(folder)) {
      folder = dirname(folder);
      continue;
    }
    const isInside = found === real || (found !== undefined && found.startsWith(real + sep));
    if (!isInside || !resolve(path).startsWith(resolve(root) + sep))
      throw new Error('A folder of the storage leads elsewhere.');
    return;
  }
}
