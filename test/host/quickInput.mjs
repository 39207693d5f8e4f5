/** Commands and the questions that they ask, as a user meets them: the Command Palette and quick inputs. */

/** The longest that anything on the screen may take, on a slow machine. */
export const TIMEOUT_MS = 60_000;

/** @typedef {import('playwright-core').Page} Page */

/** What asks at the top of a window. */
export class QuickInput {
  /** @type {Page} */
  page;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Runs a command as a user does, by its title in the Command Palette.
   *
   * @param {string} title with its category, as the palette shows it: "View: Close Editor"
   */
  async runCommand(title) {
    for (let tries = 1; ; tries++) {
      await this.#typeInPalette(`>${title}`);
      try {
        // What is still looked for comes among the rows, under the click that is on its way.
        await this.#settled(5000);
        await this.quickPick(title).first().click({ timeout: 5000 });
        break;
      } catch (error) {
        // A webview that takes the focus while it loads closes the palette: nothing was clicked then.
        if (tries === 5) throw error;
      }
    }
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
   * Shows a question by its title, with *Search*.
   *
   * @param {string} title
   */
  async searchFor(title) {
    await this.#runCommandThatAsks('Interview Lab: Search', (timeout) =>
      this.#search(title, timeout),
    );
    await this.quickPick(title).first().click();
  }

  /**
   * Types into the search that is open and resolves when it has found something.
   *
   * @param {string} words
   * @param {number} timeout milliseconds
   */
  async #search(words, timeout) {
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

  /** @param {number} timeout milliseconds */
  async #settled(timeout) {
    const busy = this.page.locator('.quick-input-widget:visible .quick-input-progress.active');
    await busy.waitFor({ state: 'detached', timeout });
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
}

/** @param {string} text */
function exactly(text) {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
