/** Everything these scripts start, and the promise that it ends when they do. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const GRACE_MS = 5000;
const LOOK_EVERY_MS = 50;
const EXIT_CODES = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });
const isWindows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const owned = new Set();
/** @type {WeakSet<import('node:child_process').ChildProcess>} */
const ending = new WeakSet();
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
  child.once('exit', () => {
    owned.delete(child);
    // A group outlives its leader: what a finished process left behind is ended too.
    if (!ending.has(child)) signalGroup(child, 'SIGKILL');
  });
  child.once('error', () => owned.delete(child));
  return child;
}

/**
 * Ends a started process and all its descendants: politely first, then not. They may have to end
 * processes of their own, so a leader that has gone does not cut short what is below it.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  ending.add(child);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let tree = [child.pid, ...descendantsOf([child.pid])];
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  // The end of a process that is not our child has no event: it has to be looked for.
  for (tree = living(tree); tree.length > 0 && Date.now() < deadline; tree = living(tree)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  killTree(tree);
  await exited;
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
    if (child.pid === undefined) continue;
    if (isWindows) signalGroup(child, 'SIGKILL');
    else killTree([child.pid]);
  }
  removeTemporaryFolders();
}

/**
 * Stops everything first, so that nothing is started while it is being killed.
 *
 * @param {readonly number[]} roots
 */
function killTree(roots) {
  if (roots.length === 0) return;
  /** @type {Set<number>} */
  const tree = new Set();
  for (let found = [...roots]; found.length > 0;) {
    for (const pid of found) {
      tree.add(pid);
      signal(pid, 'SIGSTOP');
    }
    found = descendantsOf([...tree]).filter((pid) => !tree.has(pid));
  }
  for (const pid of tree) signal(pid, 'SIGKILL');
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
 * Of these processes and what they started meanwhile, the ones that have not ended.
 *
 * @param {readonly number[]} pids
 */
function living(pids) {
  if (isWindows) return []; // taskkill has ended the tree
  const alive = new Set(processTable().map(([pid]) => pid));
  return [...new Set([...pids, ...descendantsOf(pids)])].filter((pid) => alive.has(pid));
}

/**
 * The processes below some, also those that moved to a group of their own (terminals, snippets).
 *
 * @param {readonly number[]} roots
 */
function descendantsOf(roots) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const [pid, parent] of processTable()) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  /** @type {number[]} */
  const found = [];
  const pending = [...roots];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    pending.push(...below);
  }
  return found;
}

/** @returns {[pid: number, parent: number][]} what runs on this machine */
function processTable() {
  if (isWindows) return []; // taskkill /T walks the tree itself
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
          // The name, in brackets, may itself hold brackets and blanks.
          const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
          if (state === 'Z') return []; // It has ended, and nobody has asked how.
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
