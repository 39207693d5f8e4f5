/** Builds the extension, as `npm run build` and `npm run package` do. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, SetupError } from './npm.mjs';
import { root } from './setup.mjs';

export function build() {
  run('The build', process.execPath, ['esbuild.mjs']);
}

/** @returns {string} the packaged extension */
export function packageExtension() {
  const { name } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(root, 'dist', `${name}.vsix`);
  mkdirSync(path.dirname(vsix), { recursive: true });
  const [command = '', ...args] = npmCommand();
  run('Packaging', command, [...args, 'run', '--silent', 'package']);
  if (!existsSync(vsix)) throw new SetupError(`Packaging left no ${path.relative(root, vsix)}.`);
  return vsix;
}

/**
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 */
function run(what, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: command.endsWith('.cmd'),
  });
  if (status === 0) return;
  throw new SetupError(`${what} failed:\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
}
