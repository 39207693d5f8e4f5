/** Runs npm, and says in one sentence why it could not do what was asked. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|EIDLETIMEOUT)\b/;
const FEW_RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000'];
const PROGRESS_EVERY_MS = 10_000;

/** A failure whose message is all that the user needs to read. */
export class SetupError extends Error {}

/**
 * One step of a set-up, and how long it takes on an ordinary machine.
 *
 * @typedef {{ title: string, seconds: number, run: () => Promise<void> }} Step
 */

/**
 * Runs steps one after the other and keeps the user informed about what is left.
 *
 * @param {string} purpose
 * @param {readonly Step[]} steps
 * @param {(line: string) => void} log
 */
export async function runSteps(purpose, steps, log) {
  const begin = Date.now();
  const total = steps.reduce((sum, step) => sum + step.seconds, 0);
  log(`${purpose}: about ${total} s, this once.`);
  let planned = 0;
  for (const [index, step] of steps.entries()) {
    // The steps that are done tell how fast this machine and its network are.
    const elapsed = (Date.now() - begin) / 1000;
    const pace = planned > 0 ? elapsed / planned : 1;
    const left = () => {
      const spent = (Date.now() - begin) / 1000 - elapsed;
      const seconds = Math.round((total - planned) * pace - spent);
      return seconds > 0 ? `about ${seconds} s left` : 'it takes longer than usual';
    };
    log(`  ${index + 1}/${steps.length} ${step.title} (${left()})`);
    const ticker = setInterval(() => {
      log(`  ${index + 1}/${steps.length} ${step.title}, still at it (${left()})`);
    }, PROGRESS_EVERY_MS);
    try {
      await step.run();
    } finally {
      clearInterval(ticker);
    }
    planned += step.seconds;
  }
  log(`  done in ${Math.round((Date.now() - begin) / 1000)} s`);
}

/**
 * @param {string} folder where npm runs
 * @param {readonly string[]} args
 */
export async function npmInstall(folder, args) {
  await run(npmCommand(), [...args, '--no-audit', '--no-fund', ...FEW_RETRIES], folder);
}

/**
 * Runs a package's own install script.
 *
 * @param {string} folder
 * @param {string} script
 */
export async function runInstallScript(folder, script) {
  await run([process.execPath], [script], folder);
}

/** @returns {string[]} the command, and the arguments that come before npm's own */
export function npmCommand() {
  const execPath = process.env['npm_execpath'];
  if (execPath !== undefined && /^npm-cli\.c?js$/.test(path.basename(execPath))) {
    return [process.execPath, execPath];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** The environment without what an outer `npm run` says about its own package. */
export function environmentForNpm() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|config_prefix)/.test(name),
    ),
  );
}

/**
 * @param {readonly string[]} command
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<void>}
 */
function run([command = '', ...before], args, folder) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, [...before, ...args], {
      cwd: folder,
      env: environmentForNpm(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', (error) => reject(new SetupError(`npm did not start: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new SetupError(explain(said, args, folder)));
    });
  });
}

/**
 * @param {string} said
 * @param {readonly string[]} args
 * @param {string} folder
 */
function explain(said, args, folder) {
  if (UNREACHABLE.test(said)) {
    return (
      'The npm registry could not be reached. Check the network (and `npm config get registry`, ' +
      '`npm config get proxy`), then run the same command again.'
    );
  }
  if (/\bENOSPC\b/.test(said)) return 'The disk is full: about 1.5 GB are needed.';
  const tail = said
    .split('\n')
    .filter((line) => /error/i.test(line))
    .slice(0, 12)
    .join('\n');
  return `\`npm ${args.slice(0, 2).join(' ')}\` failed in ${folder}:\n${tail || said.slice(-2000)}`;
}
