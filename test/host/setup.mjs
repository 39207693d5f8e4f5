/** What every entry command does first. Nothing but Node is there yet: only its own modules. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmInstall, runSteps, SetupError } from './npm.mjs';
import { endAll } from './processes.mjs';

const OLDEST_PYTHON = /** @type {const} */ ([3, 10]);
const PYTHONS = [['python3'], ['python'], ['py', '-3']];

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes a fresh clone ready, and is quick when it is.
 *
 * @param {(line: string) => void} [log]
 * @param {{ python: 'needed' | 'wanted' }} [demands] without a Python that is only wanted it goes on, after a warning
 */
export async function setup(log = console.log, { python } = { python: 'needed' }) {
  checkNode();
  checkPython(python, log);
  if (modulesFitTheLock()) return;
  await runSteps(
    'Setting up the dependencies',
    [
      {
        title: 'npm packages of package-lock.json',
        seconds: 20,
        run: () => npmInstall(root, ['ci', '--include=dev', '--loglevel=error']),
      },
    ],
    log,
  );
}

/**
 * Runs an entry command: a failure that has a mend is one sentence, not a stack trace.
 *
 * @param {() => Promise<number | void>} command resolves with the exit code
 */
export async function main(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    await endAll();
  }
}

function checkNode() {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node;
  const oldest = wanted.replace('>=', '');
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Node ${oldest} or newer is needed, this is ${process.version}: install it from https://nodejs.org.`,
  );
}

/** @param {'needed' | 'wanted'} demand @param {(line: string) => void} log */
function checkPython(demand, log) {
  const [major, minor] = OLDEST_PYTHON;
  const script = `import sys; sys.exit(sys.version_info < (${major}, ${minor}))`;
  const found = PYTHONS.some(([command = '', ...args]) => {
    const { status } = spawnSync(command, [...args, '-c', script], { stdio: 'ignore' });
    return status === 0;
  });
  if (found) return;
  if (demand === 'wanted') {
    log(
      `No Python ${major}.${minor} or newer is on the PATH: code runs in one that is elsewhere on this machine, or else in the built-in one.`,
    );
    return;
  }
  throw new SetupError(
    `Python ${major}.${minor} or newer is needed on the PATH (as python3, python or py): ` +
      'install it from https://www.python.org/downloads/ or with your package manager.',
  );
}

/** Compares what npm noted at the end of its last install with what the lock file asks for. */
function modulesFitTheLock() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional, peer }]) => {
    const there = installed[folder]?.version;
    // An optional package is left out where the platform is another.
    const mayBeMissing = optional === true || devOptional === true || peer === true;
    return folder === '' || there === version || (there === undefined && mayBeMissing);
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Package
 *
 * @param {string} file
 * @returns {Record<string, Package> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined; // Not there, or not finished: to be installed anew.
  }
}

// On its own: `node test/host/setup.mjs`, as the build task of `.vscode/` does.
if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => setup());
