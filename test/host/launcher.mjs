#!/usr/bin/env node
/**
 * Stands where the executable of desktop VS Code stands: understands the flags that
 * `@vscode/test-electron` gives, opens them in VS Code from npm with a headless browser, relays
 * what the tests print and exits with the code of the test run.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from './browser.mjs';
import { SetupError } from './npm.mjs';
import { temporaryFolder } from './processes.mjs';
import { main, root } from './setup.mjs';
import { remoteUri, startServer, windowUrl } from './vscodeFromNpm.mjs';

/** Where the rest of the console goes: much, and of interest only when VS Code itself fails. */
const logFile = path.join(root, 'test-results', 'integration-console.log');
const LAST_LINES = 30;

await main(async () => {
  const { values, positionals } = parseArgs({
    // Flags that only mean something to the desktop are accepted and left alone.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  if (typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string') {
    throw new SetupError('--extensionDevelopmentPath and --extensionTestsPath are needed.');
  }
  const mark = `${randomBytes(8).toString('hex')} `;
  const folder = positionals[0] ?? temporaryFolder('folder');
  const serverDataDir = temporaryFolder('server');
  const userDataDir = values['user-data-dir'];
  const extensionsDir = values['extensions-dir'];

  const server = await startServer({
    serverDataDir,
    ...(typeof userDataDir === 'string' && { userDataDir }),
    extensionsDir:
      typeof extensionsDir === 'string' ? extensionsDir : path.join(serverDataDir, 'extensions'),
    smokeTest: true,
    env: { LAB_CONSOLE_MARK: mark },
  });
  mkdirSync(folder, { recursive: true });
  const url = windowUrl(server, {
    folder,
    payload: {
      extensionDevelopmentPath: remoteUri(server, extensionDevelopmentPath),
      extensionTestsPath: remoteUri(server, extensionTestsPath),
      skipWelcome: 'true',
    },
  });

  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const page = await browser.newPage();
    return await Promise.race([testRun(page, url, mark), failureOf(server, page)]);
  } finally {
    await browser.close();
    await server.end();
  }
});

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {string} mark begins each line that the tests print
 * @returns {Promise<number>} the exit code of the run
 */
async function testRun(page, url, mark) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  /** @type {string[]} */
  const lastLines = [];
  let testsSpoke = false;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      log.write(`${line}\n`);
      if (line.startsWith(mark)) {
        testsSpoke = true;
        console.log(line.slice(mark.length));
        return;
      }
      lastLines.push(line);
      if (lastLines.length > LAST_LINES) lastLines.shift();
    },
  );
  await page.goto(url);
  const code = await ended;
  if (code !== 0 && !testsSpoke) console.error(`${lastLines.join('\n')}\n(all: ${logFile})`);
  log.end();
  return code;
}

/**
 * @param {import('./vscodeFromNpm.mjs').Server} server
 * @param {import('playwright-core').Page} page
 * @returns {Promise<never>}
 */
async function failureOf(server, page) {
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  const what = await Promise.race([
    server.ended.then(() => "VS Code's server"),
    crashed.then(() => "VS Code's window"),
  ]);
  throw new Error(`${what} ended before the tests did.`);
}
