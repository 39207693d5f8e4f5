/** The rows that need a window: the packaged extension in VS Code from npm, seen by Playwright. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../host/browser.mjs';
import { temporaryFolder } from '../host/processes.mjs';
import { quietSettings, writeSettings } from '../host/profile.mjs';
import { installVsix, remoteUri, startServer, windowUrl } from '../host/vscodeFromNpm.mjs';
import { panelRows } from './panels.mjs';
import { panelRunRows, realPython, runsPack } from './panelRuns.mjs';
import { quizPack, quizRows } from './quizzes.mjs';
import { medianOf } from './median.mjs';
import { progressRows, writeHistory } from './progressPage.mjs';
import { tracePageRows } from './tracePage.mjs';

const WINDOWS = 7;
const TIMEOUT_MS = 60_000;
const POLL_MS = 50;
const helper = fileURLToPath(new URL('helper', import.meta.url));

/** Stands before the extension's own main: the real one with its real context, and a watch. */
const TIMED_MAIN = `export async function activate(context) {
  const begun = performance.now();
  const extension = await import('./main.node.mjs');
  const loaded = performance.now();
  await extension.activate(context);
  globalThis.interviewLabTimes = { load: loaded - begun, activate: performance.now() - loaded };
}
`;

/**
 * @param {string} vsix
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function windowRows(vsix) {
  const serverDataDir = temporaryFolder('bench');
  const extensionsDir = path.join(serverDataDir, 'extensions');
  const portFile = path.join(serverDataDir, 'bench-port');
  await installVsix({ vsix, serverDataDir, extensionsDir });
  timeActivation(extensionsDir);
  const userData = path.join(serverDataDir, 'data');
  writeSettings(userData, quietSettings);
  const server = await startServer({
    serverDataDir,
    extensionsDir,
    smokeTest: true,
    env: { LAB_BENCH_PORT_FILE: portFile },
  });
  const browser = await chromium.launch(await browserLaunchOptions());
  /**
   * @template T
   * @param {(page: import('playwright-core').Page, ask: Ask) => Promise<T>} measure
   * @returns {Promise<T>} what is measured in a window of its own
   */
  const inWindow = async (measure) => {
    rmSync(portFile, { force: true });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    const url = windowUrl(server, {
      folder: temporaryFolder('folder'),
      payload: { extensionDevelopmentPath: remoteUri(server, helper), skipWelcome: 'true' },
    });
    await page.goto(url);
    console.log(`  ${measure.name || 'the start of a window'} …`);
    const measured = await measure(page, await helperOf(portFile));
    await context.close();
    return measured;
  };
  try {
    /** @type {{ load: number, activate: number }[]} */
    const times = [];
    for (let run = 1; ; run++) {
      const rows = await inWindow(async (page, ask) => {
        times.push(await ask('activate'));
        return run === WINDOWS ? panelRows(page, ask) : undefined;
      });
      if (rows === undefined) continue;
      // A pack of the user's would slow down what was measured before.
      writeSettings(userData, {
        ...quietSettings,
        'interviewLab.packs': [quizPack(), runsPack()],
        'interviewLab.pythonPath': realPython(),
      });
      const quiz = await inWindow(quizRows);
      const runs = await inWindow(panelRunRows);
      const trace = await inWindow(tracePageRows);
      writeHistory(userData);
      return {
        activate: medianOf(
          'ms',
          times.map((time) => time.activate),
        ),
        'activate.load': medianOf(
          'ms',
          times.map((time) => time.load),
        ),
        ...rows,
        ...quiz,
        ...runs,
        ...trace,
        ...(await inWindow(progressRows)),
      };
    }
  } finally {
    await browser.close();
    await server.end();
  }
}

/** @param {string} extensionsDir */
function timeActivation(extensionsDir) {
  const name = readdirSync(extensionsDir).find((each) => each.includes('python-interview-lab'));
  if (name === undefined) throw new Error('The packaged extension was not installed.');
  const manifestFile = path.join(extensionsDir, name, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(path.join(extensionsDir, name, 'dist', 'timed.mjs'), TIMED_MAIN);
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, main: './dist/timed.mjs' }));
}

/**
 * @typedef {(deed: string, query?: Record<string, string>) => Promise<any>} Ask
 *
 * @param {string} portFile
 * @returns {Promise<Ask>}
 */
async function helperOf(portFile) {
  const latest = Date.now() + TIMEOUT_MS;
  while (!existsSync(portFile) || readFileSync(portFile, 'utf8') === '') {
    if (Date.now() > latest) throw new Error("The bench's helper did not start in VS Code.");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const port = readFileSync(portFile, 'utf8');
  return async (deed, query = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${deed}?${new URLSearchParams(query)}`);
    if (!answer.ok) throw new Error(`${deed}: ${await answer.text()}`);
    return answer.json();
  };
}
