/** One window of VS Code, in a browser. */
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { described, openWorkbenches, screenshotFolder } from './failures.mjs';
import { changeSettings, storageFolder, themes } from './profile.mjs';
import { QuickInput, TIMEOUT_MS } from './quickInput.mjs';

const VIEW_TITLE = 'Python Interview Lab';

/**
 * @typedef {import('playwright-core').Page} Page
 *
 * @typedef {import('playwright-core').FrameLocator} FrameLocator
 */

/** One window of VS Code with its own server, profile and browser storage. */
export class Workbench extends QuickInput {
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
    super(page);
    this.folder = window.folder;
    this.userDataDir = window.userDataDir;
    this.#window = window;
  }

  /** The folder in which the extension keeps what the learner did. */
  get storage() {
    return storageFolder(this.userDataDir);
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
   * Opens a question by its title.
   *
   * @param {string} title
   * @returns {Promise<FrameLocator>} its page
   */
  async openQuestion(title) {
    await this.searchFor(title);
    const page = await this.webview(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return page;
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
   * Wears a color theme, without a key or a click.
   *
   * @param {import('./profile.mjs').Theme} theme
   */
  async useTheme(theme) {
    // VS Code in a browser watches the settings of the machine; the user's it reads when it opens.
    changeSettings(this.userDataDir, { 'workbench.colorTheme': themes[theme].name });
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
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
    await described();
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
