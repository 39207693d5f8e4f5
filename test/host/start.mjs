/** `npm start`: VS Code with the extension of this checkout, its view showing. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { SetupError } from './npm.mjs';
import { temporaryFolder } from './processes.mjs';
import { quietSettings, writeSettings } from './profile.mjs';
import { main, root, setup } from './setup.mjs';
import { remoteUri, startServer, windowUrl } from './vscodeFromNpm.mjs';

const USAGE = 'npm start [-- [--browser] [--port N]]';
const showView = path.join(root, 'test/host/showView');

await main(async () => {
  const { browser, port } = readArguments();
  await setup(console.log, { python: 'wanted' });
  build();
  if (!browser && port === 0 && openDesktop()) return;
  await openInBrowser(port);
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { browser: { type: 'boolean', default: false }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`--port wants a number from 1 to 65535, not ${values.port}`);
    }
    return { browser: values.browser, port };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

/** @returns {boolean} whether desktop VS Code is there */
function openDesktop() {
  const { status, error } = spawnSync(
    'code',
    [
      `--extensionDevelopmentPath=${root}`,
      `--extensionDevelopmentPath=${showView}`,
      '--new-window',
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (error !== undefined || status !== 0) return false;
  console.log('VS Code opens with the extension of this checkout.');
  return true;
}

/** @param {number} port */
async function openInBrowser(port) {
  // Answers and progress last from one start to the next; the folder that is open does not.
  const profile = path.join(root, '.vscode-test', 'start');
  const extensionsDir = path.join(profile, 'extensions');
  mkdirSync(extensionsDir, { recursive: true });
  cpSync(showView, path.join(extensionsDir, 'show-view'), { recursive: true });

  writeSettings(path.join(profile, 'data'), quietSettings, { keep: true });

  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer({
    port,
    connectionToken,
    serverDataDir: profile,
    extensionsDir,
    smokeTest: true,
  });
  const url = windowUrl(server, {
    folder: temporaryFolder('folder'),
    connectionToken,
    payload: {
      extensionDevelopmentPath: remoteUri(server, root),
      skipWelcome: 'true',
    },
  });
  console.log(`\nVS Code with Python Interview Lab:\n\n  ${url}\n\nCtrl+C ends it.`);
  openUrl(url);
  await server.ended;
}

/**
 * Opens the user's own browser where there is a desktop; the address is printed in any case.
 *
 * @param {string} url
 */
function openUrl(url) {
  const hasDesktop =
    process.platform !== 'linux' ||
    ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some((name) => process.env[name]);
  if (!hasDesktop) return;
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.once('error', () => {}); // No opener: the user has the address.
  opener.unref();
}
