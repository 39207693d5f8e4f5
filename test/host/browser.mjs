/** The Chromium in which the window of VS Code is shown to the tests. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';
import { runSteps, SetupError } from './npm.mjs';
import { start } from './processes.mjs';

/** Little but the page: no sandbox in a container, no first-run pages, no calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The options for Playwright's `chromium.launch`, with a browser that is on the machine, or that
 * could be installed.
 *
 * @param {(line: string) => void} [log]
 * @returns {Promise<import('playwright-core').LaunchOptions>}
 */
export async function browserLaunchOptions(log = console.log) {
  const executablePath = findBrowser() ?? (await installBrowser(log));
  return {
    executablePath,
    args: ARGUMENTS,
    // processes.mjs ends what was started; Playwright kills the browser when this process exits.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 */
async function installBrowser(log) {
  const executable = chromium.executablePath();
  if (existsSync(executable)) return executable;
  const playwright = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const cli = path.join(path.dirname(playwright), 'cli.js');
  await runSteps(
    'No Chrome, Chromium or Edge was found: installing Chromium',
    [
      {
        title: 'Chromium',
        seconds: 60,
        run: async () => {
          const child = start(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' });
          await new Promise((resolve) => child.once('close', resolve));
        },
      },
    ],
    log,
  );
  if (existsSync(executable)) return executable;
  throw new SetupError(
    'No Chrome, Chromium or Edge was found, and none could be downloaded: install one ' +
      '(Debian and Ubuntu: `apt-get install chromium`), or name it in the variable CHROME_PATH.',
  );
}
