/** VS Code as a user has it: the packaged extension in a fresh profile, in a browser. */
import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from './browser.mjs';
import { packageExtension } from './build.mjs';
import { describeFailure, openWorkbenches } from './failures.mjs';
import { temporaryFolder } from './processes.mjs';
import { isLight, quietSettings, themes, writeJournal, writeSettings } from './profile.mjs';
import { TIMEOUT_MS } from './quickInput.mjs';
import { installVsix, startServer, windowUrl } from './vscodeFromNpm.mjs';
import { Workbench } from './workbench.mjs';

export { Workbench };

/**
 * @typedef {object} WorkbenchOptions
 * @property {import('./profile.mjs').Theme} [theme] light unless told
 * @property {Record<string, unknown>} [settings] of the user
 * @property {{ width: number, height: number }} [viewport]
 * @property {string} [folder] a new empty one unless told
 * @property {Record<string, string>} [env] what VS Code and the extension find in their environment
 * @property {string[]} [extensions] folders of further extensions
 * @property {string} [journal] what the learner did before: lines of an earlier version's journal
 */

/** @type {Promise<string> | undefined} */
let installed;
/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;
/**
 * Opens a window with the packaged extension in a fresh profile.
 *
 * @param {WorkbenchOptions} [options]
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(options = {}) {
  const { theme = 'light', settings = {}, viewport = { width: 1280, height: 800 } } = options;
  const extensionsDir = withExtensions(await (installed ??= installExtension()), options);
  const serverDataDir = temporaryFolder('server');
  const userDataDir = path.join(serverDataDir, 'data');
  const folder = options.folder ?? temporaryFolder('folder');
  writeSettings(userDataDir, {
    ...quietSettings,
    // What opens by itself would be in the way of tests of anything else.
    'interviewLab.today.open': false,
    'interviewLab.quietRoom': false,
    'workbench.colorTheme': themes[theme].name,
    ...settings,
  });
  if (options.journal !== undefined) writeJournal(userDataDir, options.journal);

  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer({
    serverDataDir,
    extensionsDir,
    connectionToken,
    smokeTest: false,
    ...(options.env && { env: options.env }),
  });
  browser ??= browserLaunchOptions().then((launch) => chromium.launch(launch));
  const context = await (
    await browser
  ).newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
    colorScheme: isLight(theme) ? 'light' : 'dark',
  });
  await context.addInitScript(holdStill);
  /** @type {(end: () => Promise<void>) => Promise<Workbench>} */
  const openWindow = async (end) => {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    const workbench = new Workbench(page, {
      folder,
      userDataDir,
      end,
      another: () => openWindow(async () => {}),
    });
    openWorkbenches.add(workbench);
    try {
      await page.goto(windowUrl(server, { folder, connectionToken }));
      await workbench.ready();
    } catch (error) {
      await describeFailure('opening VS Code');
      await workbench.close();
      throw error;
    }
    return workbench;
  };
  return openWindow(async () => {
    await context.close();
    await server.end();
  });
}

/**
 * Stops what moves in VS Code itself, progress bars and spinners: without a graphics card each frame of them costs as
 * much as the work that they stand for. Pages in webviews move as they do.
 */
function holdStill() {
  if (window.top !== window) return;
  new MutationObserver((_, observer) => {
    if (document.head === null) return;
    observer.disconnect();
    const style = document.createElement('style');
    style.textContent = '*, ::before, ::after { animation: none !important; }';
    document.head.append(style);
  }).observe(document, { childList: true, subtree: true });
}

/** Closes what the tests left open. */
export async function closeAll() {
  await Promise.all([...openWorkbenches].map((workbench) => workbench.close()));
  await (await browser)?.close();
  browser = undefined;
}

/**
 * @param {string} extensionsDir
 * @param {WorkbenchOptions} options
 * @returns {string} a folder with the further extensions as well
 */
function withExtensions(extensionsDir, { extensions = [] }) {
  if (extensions.length === 0) return extensionsDir;
  const all = temporaryFolder('extensions');
  cpSync(extensionsDir, all, { recursive: true });
  // VS Code lists the extensions of a folder that has no list yet.
  rmSync(path.join(all, 'extensions.json'), { force: true });
  for (const folder of extensions)
    cpSync(folder, path.join(all, path.basename(folder)), { recursive: true });
  return all;
}

/** @returns {Promise<string>} the folder in which the packaged extension is installed */
async function installExtension() {
  const vsix = process.env['LAB_VSIX'] ?? packageExtension();
  const serverDataDir = temporaryFolder('install');
  const extensionsDir = path.join(serverDataDir, 'extensions');
  await installVsix({ vsix, serverDataDir, extensionsDir });
  return extensionsDir;
}
