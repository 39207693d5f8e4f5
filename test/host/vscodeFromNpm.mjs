/** A real VS Code, had from the npm registry alone: its server here, its window in a browser. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmInstall, runInstallScript, runSteps, SetupError } from './npm.mjs';
import { end, start } from './processes.mjs';

const LOOPBACK = '127.0.0.1';
const LISTENING = /Extension host agent listening on (\d+)/;

const home = fileURLToPath(new URL('code-server/', import.meta.url));
const modules = path.join(home, 'node_modules');
const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
const nodePackage = path.join(modules, 'node');
const stamp = path.join(modules, '.lab-ready');

/**
 * @typedef {{ node: string, serverMain: string }} VSCode the Node that it wants, and its server
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin what the address bar shows
 * @property {string} authority the host of `vscode-remote:` URIs
 * @property {Promise<void>} ended settles when the server has gone
 * @property {() => Promise<void>} end
 */

/**
 * Installs VS Code on the first call; says so only when there is something to do.
 *
 * @param {(line: string) => void} [log]
 * @returns {Promise<VSCode>}
 */
export async function ensureVscodeFromNpm(log = console.log) {
  const lock = readFileSync(path.join(home, 'package-lock.json'));
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    // code-server's own post-install compiles modules that nothing here needs, and may fail at it.
    const noScripts = ['--ignore-scripts', '--omit=dev', '--loglevel=error'];
    const install = (/** @type {string} */ folder, /** @type {string} */ command) => () =>
      npmInstall(folder, [command, ...noScripts]);
    await runSteps(
      'Setting up VS Code from npm',
      [
        { title: 'VS Code', seconds: 12, run: install(home, 'ci') },
        {
          title: 'the Node it runs in',
          seconds: 8,
          run: () => runInstallScript(nodePackage, 'installArchSpecificPackage.js'),
        },
        { title: 'its modules', seconds: 10, run: install(vscode, 'install') },
        {
          title: 'the modules of its extensions',
          seconds: 2,
          run: install(path.join(vscode, 'extensions'), 'install'),
        },
      ],
      log,
    );
    writeFileSync(stamp, wanted);
  }
  return {
    node: path.join(nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: path.join(vscode, 'out', 'server-main.js'),
  };
}

/**
 * Starts the server on the loopback interface and resolves once it listens.
 *
 * @param {object} options
 * @param {string} options.serverDataDir settings are in `data/User/settings.json` below it
 * @param {string} [options.userDataDir] stands in for `data` below `serverDataDir`
 * @param {string} options.extensionsDir
 * @param {number} [options.port] 0, the default, lets the system choose a free one
 * @param {string} [options.connectionToken] without it, every local user may connect
 * @param {boolean} options.smokeTest accepts an extension under development and a test run
 * @param {Record<string, string>} [options.env] for the server, thus for the extension host
 * @param {(line: string) => void} [options.log] gets what the server prints
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { port = 0, serverDataDir, extensionsDir, log = () => {} } = options;
  const { node, serverMain } = await ensureVscodeFromNpm();
  if (port !== 0) await failIfTaken(port);
  mkdirSync(serverDataDir, { recursive: true });
  mkdirSync(extensionsDir, { recursive: true });
  if (options.userDataDir !== undefined) linkUserData(options.userDataDir, serverDataDir);

  const child = start(
    node,
    [
      serverMain,
      ...['--host', LOOPBACK, '--port', String(port)],
      ...['--server-data-dir', serverDataDir, '--extensions-dir', extensionsDir],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      '--disable-getting-started-override',
      ...tokenArguments(options.connectionToken, serverDataDir),
      ...(options.smokeTest ? ['--enable-smoke-test-driver', '--disable-workspace-trust'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...serverEnvironment(), ...options.env } },
  );
  const ended = /** @type {Promise<void>} */ (
    new Promise((resolve) => child.once('close', () => resolve()))
  );

  const actualPort = await new Promise((resolve, reject) => {
    let said = '';
    let listens = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        for (const line of String(chunk).split('\n').filter(Boolean)) log(line);
        if (listens) return;
        said += String(chunk);
        const match = LISTENING.exec(said);
        listens = match !== null;
        if (match) resolve(Number(match[1]));
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(
        new SetupError(
          /EADDRINUSE/.test(said)
            ? portTaken(port)
            : `VS Code's server ended (${signal ?? code}) before it listened:\n${said.slice(-2000)}`,
        ),
      );
    });
  });

  return {
    port: actualPort,
    origin: `http://localhost:${actualPort}`,
    authority: `localhost:${actualPort}`,
    ended,
    end: () => end(child),
  };
}

/**
 * The address of a window.
 *
 * @param {Server} server
 * @param {object} window
 * @param {string} window.folder
 * @param {string} [window.connectionToken]
 * @param {Record<string, string>} [window.payload] what VS Code calls so: options of the window
 */
export function windowUrl(server, { folder, connectionToken, payload = {} }) {
  const url = new URL(server.origin);
  if (connectionToken !== undefined) url.searchParams.set('tkn', connectionToken);
  url.searchParams.set('folder', slashed(folder));
  url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
  return url.href;
}

/**
 * @param {Server} server
 * @param {string} file
 */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${encodeURI(slashed(file))}`;
}

/**
 * @param {{ vsix: string, serverDataDir: string, extensionsDir: string }} options
 * @returns {Promise<void>}
 */
export async function installVsix({ vsix, serverDataDir, extensionsDir }) {
  const { node, serverMain } = await ensureVscodeFromNpm();
  const child = start(
    node,
    [
      serverMain,
      ...['--install-extension', vsix, '--force'],
      ...['--server-data-dir', serverDataDir, '--extensions-dir', extensionsDir],
      '--accept-server-license-terms',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() },
  );
  await new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.stderr?.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${path.basename(vsix)} could not be installed:\n${said}`));
    });
  });
}

/**
 * @param {string | undefined} token
 * @param {string} serverDataDir
 */
function tokenArguments(token, serverDataDir) {
  if (token === undefined) return ['--without-connection-token'];
  // By a file: the arguments of a process can be read by every user of the machine.
  const file = path.join(serverDataDir, 'connection-token');
  writeFileSync(file, token, { mode: 0o600 });
  return ['--connection-token-file', file];
}

/** The environment without what a VS Code that started us says about itself. */
function serverEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/.test(name),
    ),
  );
}

/**
 * @param {string} userDataDir
 * @param {string} serverDataDir
 */
function linkUserData(userDataDir, serverDataDir) {
  mkdirSync(userDataDir, { recursive: true });
  const link = path.join(serverDataDir, 'data');
  if (!existsSync(link)) symlinkSync(userDataDir, link, 'junction');
}

/**
 * @param {number} port
 * @returns {Promise<void>}
 */
function failIfTaken(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      reject(
        new SetupError(
          code === 'EADDRINUSE' ? portTaken(port) : `Port ${port} cannot be used: ${error.message}`,
        ),
      );
    });
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve()));
  });
}

/** @param {number} port */
function portTaken(port) {
  return `Port ${port} is taken by another program: choose another with \`--port N\`, or leave the option out for a free one.`;
}

/** @param {string} file */
function slashed(file) {
  const absolute = path.resolve(file).replaceAll('\\', '/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}
