/** Everything these scripts start, and the promise that it ends when they do. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const GRACE_MS = 5000;
const EXIT_CODES = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });
const isWindows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const owned = new Set();
/** @type {Set<string>} */
const temporaryFolders = new Set();
let watching = false;

/**
 * Starts a process in a group of its own. It is ended, with everything it started, when this
 * process exits, is interrupted, or `end` is called.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  watchForTheEnd();
  const child = spawn(command, args, { ...options, detached: !isWindows });
  owned.add(child);
  // A group outlives its leader: what a finished process left behind is ended too.
  child.once('exit', () => {
    signalGroup(child, 'SIGKILL');
    owned.delete(child);
  });
  child.once('error', () => owned.delete(child));
  return child;
}

/**
 * Ends a started process and all its descendants: politely first, then not.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const descendants = descendantsOf(child.pid);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await exited;
  clearTimeout(killer);
  for (const pid of descendants) signal(pid, 'SIGKILL');
}

/** Ends all that was started and removes the temporary folders. */
export async function endAll() {
  await Promise.all([...owned].map(end));
  removeTemporaryFolders();
}

/**
 * A new folder that is removed at the end. Its path is short: sockets below it have a limit of
 * about 100 characters.
 *
 * @param {string} purpose
 */
export function temporaryFolder(purpose) {
  watchForTheEnd();
  const folder = mkdtempSync(path.join(os.tmpdir(), `lab-${purpose}-`));
  temporaryFolders.add(folder);
  return folder;
}

function watchForTheEnd() {
  if (watching) return;
  watching = true;
  process.on('exit', endAllNow);
  for (const [name, code] of Object.entries(EXIT_CODES)) {
    process.once(name, () => {
      // A second signal does not wait for anything.
      process.once(name, () => process.exit(code));
      void endAll().finally(() => process.exit(code));
    });
  }
}

function endAllNow() {
  for (const child of owned) {
    const descendants = child.pid === undefined ? [] : descendantsOf(child.pid);
    signalGroup(child, 'SIGKILL');
    for (const pid of descendants) signal(pid, 'SIGKILL');
  }
  removeTemporaryFolders();
}

function removeTemporaryFolders() {
  for (const folder of temporaryFolders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      temporaryFolders.delete(folder);
    } catch {
      // A file still held open (Windows): the system's own clean-up of its temporary folder gets it.
    }
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signalGroup(child, name) {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  signal(-child.pid, name);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

/**
 * The processes below one, also those that moved to a group of their own (terminals, snippets).
 *
 * @param {number} root
 */
function descendantsOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const [pid, parent] of processTable()) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  /** @type {number[]} */
  const found = [];
  const pending = [root];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    pending.push(...below);
  }
  return found;
}

/** @returns {[pid: number, parent: number][]} */
function processTable() {
  if (isWindows) return []; // taskkill /T walks the tree itself
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
          // The name, in brackets, may itself hold brackets and blanks.
          const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
          return [/** @type {[number, number]} */ ([Number(pid), Number(parent)])];
        } catch {
          return []; // It ended while we were looking.
        }
      });
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return (stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return [pid ?? 0, parent ?? 0];
    });
}
