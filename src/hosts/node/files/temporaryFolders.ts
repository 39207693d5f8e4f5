/** Folders for one run and for what it prints; what a killed window left of them is removed by the next. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../processes/runningProcess.js';

/** Milliseconds after which a folder goes whose name does not say whose it is, as earlier versions named them. */
const stale = 24 * 60 * 60 * 1000;
let swept = false;

/** Absolute path of a new folder that only this user may read; it is there for as long as this process, or shorter. */
export async function temporaryFolder(purpose: 'run' | 'output'): Promise<string> {
  if (!swept) {
    swept = true;
    void sweepTemporaryFolders();
  }
  return mkdtemp(temporaryPath(purpose));
}

/** What the path of a temporary folder begins with; six letters follow. */
export function temporaryPath(purpose: 'run' | 'output' | 'marks'): string {
  return join(tmpdir(), `interview-lab-${purpose}-${process.pid}-`);
}

/** Never rejects. What belongs to a living process stays, however old it is. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  // On Windows a file that a virus scanner still reads cannot be removed yet; what stays is swept another day.
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** Never rejects. */
export async function sweepTemporaryFolders(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const match = /^interview-lab-(?:run|output|marks)-(?:(\d+)-)?\w{6}$/.exec(name);
    if (!match) continue;
    const folder = join(tmpdir(), name);
    const isLeft = match[1] === undefined ? await isStale(folder) : !isRunning(Number(match[1]));
    if (isLeft) await removeTemporaryFolder(folder);
  }
}

async function isStale(folder: string): Promise<boolean> {
  const info = await stat(folder).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > stale;
}
