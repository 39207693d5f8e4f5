/** VS Code as a user has it: the packaged extension in a fresh profile, in a browser. */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from './browser.mjs';
import { packageExtension } from './build.mjs';
import { temporaryFolder } from './processes.mjs';
import { quietSettings, writeSettings } from './profile.mjs';
import { root } from './setup.mjs';
import { installVsix, startServer, windowUrl } from './vscodeFromNpm.mjs';

/** The longest that anything on the screen may take, on a slow machine. */
const TIMEOUT_MS = 60_000;
const VIEW_TITLE = 'Python Interview Lab';

export const screenshotFolder = path.join(root, 'test-results', 'screenshots');

/** The themes that every VS Code has, by what they stand for. */
export const themes = /** @type {const} */ ({
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
});

/**
 * @typedef {import('playwright-core').Page} Page
 *
 * @typedef {import('playwright-core').FrameLocator} FrameLocator
 *
 * @typedef {object} WorkbenchOptions
 * @property {keyof typeof themes} [theme] light unless told
 * @property {Record<string, unknown>} [settings] of the user
 * @property {{ width: number, height: number }} [viewport]
 * @property {string} [folder] a new empty one unless told
 * @property {Record<string, string>} [env] what VS Code and the extension find in their environment
 * @property {string[]} [extensions] folders of further extensions
 */

/** @type {Promise<string> | undefined} */
let installed;
/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;
/** @type {Set<Workbench>} */
const openWorkbenches = new Set();
/** @type {Promise<void>} */
let describing = Promise.resolve();

/** One window of VS Code with its own server, profile and browser storage. */
export class Workbench {
  /** @type {Page} */
  page;
  /** The folder that is open. @type {string} */
  folder;
  /** Settings, state and files of the extensions: `globalStorage/` is in here. @type {string} */
  userDataDir;
  #window;

  /**
   * @typedef {object} Window
   * @property {string} folder
   * @property {string} userDataDir
   * @property {() => Promise<void>} end
   * @property {() => Promise<Workbench>} another
   *
   * @param {Page} page
   * @param {Window} window
   */
  constructor(page, window) {
    this.page = page;
    this.folder = window.folder;
    this.userDataDir = window.userDataDir;
    this.#window = window;
  }

  /** A second window of the same VS Code: the same server, profile and browser storage. It ends with the first. */
  secondWindow() {
    return this.#window.another();
  }

  /** Resolves when the window knows the extension's commands and views. */
  async ready() {
    // The icon alone may be a memory of the last session: wait for VS Code's own mark as well.
    await this.page.waitForFunction(
      (mark) => performance.getEntriesByName(mark).length > 0,
      'code/didLoadExtensions',
    );
    await this.activityBarItem().waitFor();
  }

  /** The extension's icon in the activity bar. */
  activityBarItem(title = VIEW_TITLE) {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: title });
  }

  /** Opens the extension's view in the side bar and resolves with the side bar. */
  async openView(title = VIEW_TITLE) {
    const item = this.activityBarItem(title);
    if ((await item.getAttribute('aria-selected')) !== 'true') await item.click();
    const sideBar = this.page.locator('.part.sidebar');
    await sideBar.locator('.composite.title', { hasText: title }).waitFor();
    return sideBar;
  }

  /**
   * A row of a tree in the side bar, such as a topic or a question.
   *
   * @param {string | RegExp} name
   */
  treeItem(name) {
    return this.page.locator('.part.sidebar').getByRole('treeitem', { name });
  }

  /**
   * Runs a command as a user does, by its title in the Command Palette.
   *
   * @param {string} title with its category, as the palette shows it: "View: Close Editor"
   */
  async runCommand(title) {
    await this.#typeInPalette(`>${title}`);
    await this.quickPick(title).first().click();
    await this.#quickInputStartsWith(`>${title}`, false);
  }

  /**
   * Runs a command that asks with a quick input, and answers it as far as that.
   *
   * @param {string} title as for `runCommand`
   * @param {string} answer
   */
  async runCommandAndType(title, answer) {
    await this.#runCommandThatAsks(title, (timeout) => this.quickInput().fill(answer, { timeout }));
  }

  /**
   * @param {string} title
   * @param {(timeout: number) => Promise<void>} type milliseconds
   */
  async #runCommandThatAsks(title, type) {
    for (let tries = 1; ; tries++) {
      await this.runCommand(title);
      try {
        await type(5000);
        return;
      } catch (error) {
        // When the palette closes, VS Code gives the focus back to a webview, late: that closes what was opened.
        if (tries === 5) throw error;
      }
    }
  }

  /**
   * Opens a question by its title, with *Search Questions*.
   *
   * @param {string} title
   * @returns {Promise<FrameLocator>} its page
   */
  async openQuestion(title) {
    await this.#runCommandThatAsks('Interview Lab: Search Questions', (timeout) =>
      this.#searchFor(title, timeout),
    );
    await this.quickPick(title).first().click();
    const page = await this.webview(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return page;
  }

  /**
   * Types into the search that is open and resolves when it has found something.
   *
   * @param {string} words
   * @param {number} timeout milliseconds
   */
  async #searchFor(words, timeout) {
    const count = this.page
      .locator('.quick-input-widget:visible:not([inert]) .quick-input-visible-count')
      .filter({ hasText: /\d/ });
    const all = await count.textContent({ timeout });
    await this.quickInput().fill(words, { timeout });
    // A row of the list of all questions would be gone before a click on it is heard of.
    await count.filter({ hasNotText: all ?? '' }).waitFor({ state: 'attached', timeout });
  }

  /**
   * Opens the Command Palette and types into it.
   *
   * @param {string} text
   */
  async #typeInPalette(text) {
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press('F1');
      try {
        await this.#quickInputStartsWith('>', true, 5000);
        await this.quickInput().fill(text, { timeout: 5000 });
        return;
      } catch (error) {
        // While the focus moves into a webview, a key goes nowhere, and a palette that is open closes.
        if (tries === 5) throw error;
      }
    }
  }

  /**
   * Resolves when a quick input is open whose text starts so, or when none is.
   *
   * @param {string} start
   * @param {boolean} wanted
   * @param {number} [timeout] milliseconds
   */
  async #quickInputStartsWith(start, wanted, timeout = TIMEOUT_MS) {
    await this.page.waitForFunction(
      ([text, open]) =>
        [...document.querySelectorAll('.quick-input-widget:not([inert]) input.input')].some(
          (input) =>
            /** @type {HTMLInputElement} */ (input).checkVisibility() &&
            /** @type {HTMLInputElement} */ (input).value.startsWith(text),
        ) === open,
      /** @type {const} */ ([start, wanted]),
      { timeout },
    );
  }

  /** The text field of the quick pick or input box that is open, not of one that is fading out. */
  quickInput() {
    return this.page.locator('.quick-input-widget:visible:not([inert]) input.input');
  }

  /**
   * A row of the quick pick that is open, by its whole label.
   *
   * @param {string} label
   */
  quickPick(label) {
    return this.page
      .locator('.quick-input-widget:visible:not([inert]) .quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
  }

  /**
   * The page in a webview, found by its title or, without one, the first there is.
   *
   * @param {string} [title]
   * @returns {Promise<FrameLocator>}
   */
  async webview(title) {
    const inner =
      title === undefined ? '#active-frame' : `#active-frame[title=${JSON.stringify(title)}]`;
    const name = await this.#outerFrameWith(inner);
    return this.page.frameLocator(`iframe[name="${name}"]`).frameLocator('#active-frame');
  }

  /**
   * What axe-core finds wrong with a webview's page.
   *
   * @param {FrameLocator} webview
   * @param {import('axe-core').RunOptions} [options]
   * @returns {Promise<{ rule: string, help: string, nodes: string[] }[]>}
   */
  async accessibilityViolations(webview, options = {}) {
    const body = await webview.locator('body').elementHandle();
    const frame = await body?.ownerFrame();
    if (!frame) throw new Error('The webview has gone.');
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    // Evaluated by the debugger: the page's Content-Security-Policy would refuse it, rightly.
    await frame.evaluate(readFileSync(axe, 'utf8'));
    const run = async (/** @type {import('axe-core').RunOptions} */ runOptions) => {
      const { violations } = await /** @type {any} */ (window).axe.run(document, runOptions);
      return /** @type {import('axe-core').Result[]} */ (violations).map((violation) => ({
        rule: violation.id,
        help: violation.help,
        nodes: violation.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
      }));
    };
    return frame.evaluate(run, options);
  }

  /**
   * Chooses a color theme in the list of them.
   *
   * @param {string} words of its name, as the list shows it
   */
  async chooseTheme(words) {
    await this.runCommand('Preferences: Color Theme');
    const rows = this.page.locator('.quick-input-widget:visible .monaco-list-row');
    await rows.filter({ hasText: words }).first().click();
  }

  /** Reloads the window, as "Developer: Reload Window" does. */
  async reload() {
    const loaded = this.page.waitForEvent('load');
    // The command, not the browser's reload: VS Code stores what it remembers before it goes.
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /**
   * Keeps a picture of the window.
   *
   * @param {string} name
   * @returns {Promise<string>} its file
   */
  async screenshot(name) {
    const file = path.join(screenshotFolder, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }

  /** All text that can be seen, of the workbench and of each webview. */
  async visibleText() {
    const texts = await Promise.all(
      this.page.frames().map(async (frame) => {
        try {
          if (!(await isVisible(frame))) return '';

          const text = await frame.evaluate(() => document.body?.innerText ?? '');
          return text.replace(/\n\s*\n+/g, '\n').trim();
        } catch {
          return ''; // The frame went away while we were reading.
        }
      }),
    );
    return texts.filter(Boolean).join('\n--- webview ---\n');
  }

  /** Closes the window and ends its server. */
  async close() {
    await describing;
    openWorkbenches.delete(this);
    await this.#window.end();
  }

  /**
   * @param {string} inner
   * @returns {Promise<string>} the name of the webview's outer frame that holds such an inner one
   */
  async #outerFrameWith(inner) {
    /** @type {((frame: import('playwright-core').Frame) => void) | undefined} */
    let watch;
    try {
      return await new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`No webview matches ${inner} after ${TIMEOUT_MS / 1000} s.`)),
          TIMEOUT_MS,
        );
        watch = (frame) => {
          if (frame.parentFrame() !== this.page.mainFrame()) return;
          frame.waitForSelector(inner, { state: 'attached', timeout: TIMEOUT_MS }).then(
            () => {
              clearTimeout(timer);
              resolve(frame.name());
            },
            () => {}, // Another frame may have it; the timer speaks for all.
          );
        };
        this.page.on('frameattached', watch);
        this.page.frames().forEach(watch);
      });
    } finally {
      if (watch) this.page.off('frameattached', watch);
    }
  }
}

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
    'workbench.colorTheme': themes[theme],
    ...settings,
  });

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
    colorScheme: theme === 'light' ? 'light' : 'dark',
  });
  const openWindow = async (/** @type {() => Promise<void>} */ end) => {
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
 * Says what was on the screen of each open window when a step failed.
 *
 * @param {string} step
 */
export function describeFailure(step) {
  describing = describing.then(() => describe(step));
  return describing;
}

/** @param {string} step */
async function describe(step) {
  const name = `failed ${step}`.replace(/[^\w]+/g, '-').slice(0, 100);
  for (const [index, workbench] of [...openWorkbenches].entries()) {
    try {
      const picture = await workbench.screenshot(index === 0 ? name : `${name}-${index + 1}`);
      const text = await workbench.visibleText();
      console.error(`\nOn the screen when "${step}" failed (${path.relative(root, picture)}):`);
      console.error(text.replace(/^/gm, '  | '));
    } catch (error) {
      console.error(`The screen could not be read: ${error}`);
    }
  }
}

/** Closes what the tests left open. */
export async function closeAll() {
  await Promise.all([...openWorkbenches].map((workbench) => workbench.close()));
  await (await browser)?.close();
  browser = undefined;
}

/**
 * Whether a frame and all frames around it can be seen.
 *
 * @param {import('playwright-core').Frame} frame
 * @returns {Promise<boolean>}
 */
async function isVisible(frame) {
  const parent = frame.parentFrame();
  if (parent === null) return true;
  const element = await frame.frameElement();
  return (await element.isVisible()) && isVisible(parent);
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

/** @param {string} text */
function exactly(text) {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
