/** What a page looks like, as far as it can be measured. */
import assert from 'node:assert/strict';
import { themeNames } from '../host/profile.mjs';

/** Pixels of a panel beside other things, from little room to most of a small screen. */
const WIDTHS = [300, 400, 800];

/**
 * Looks at a screen of a page in every theme and in little room. Fails on what axe-core objects to, and on what is
 * wider than the page or cut. The window is as it was afterwards, the focus too. Close the side bar before: there
 * is no room for it, and other groups of editors.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @param {import('playwright-core').FrameLocator} page
 * @param {string} screen names the pictures, such as `quiz-result`
 * @param {readonly import('../host/profile.mjs').Theme[]} [themes] fewer, where nothing has a color of its own
 */
export async function assertLooksRight(workbench, page, screen, themes = themeNames) {
  for (const [at, theme] of themes.entries()) {
    await wear(workbench, page, theme);
    await workbench.screenshot(`${screen}-${theme}`);
    // Only colors differ from one theme to another.
    const options = at === 0 ? {} : { runOnly: ['color-contrast'] };
    const violations = await workbench.accessibilityViolations(page, options);
    assert.deepEqual(violations, [], `${screen} in ${theme}`);
  }

  const before = workbench.page.viewportSize() ?? { width: 1280, height: 800 };
  const beside = before.width - (await page.locator('html').evaluate(() => innerWidth));
  for (const width of WIDTHS) {
    await workbench.page.setViewportSize({ ...before, width: width + beside });
    await painted(page, width);
    if (width === WIDTHS[0]) await workbench.screenshot(`${screen}-${width}`);
    assert.deepEqual(await outside(page), [], `${screen} at ${width} pixels`);
  }
  await workbench.page.setViewportSize(before);
  await painted(page, before.width - beside);
}

/**
 * Resolves when the page wears a theme, its code too: the host tells the colors of code after VS Code's own.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @param {import('playwright-core').FrameLocator} page
 * @param {import('../host/profile.mjs').Theme} theme
 */
async function wear(workbench, page, theme) {
  const body = page.locator('body');
  const wasLight = (await body.getAttribute('data-vscode-theme-kind')) === kinds.light;
  const codes = await page
    .locator('pre:visible')
    .filter({ has: page.locator('span:is(.k0, .k1, .k2)') })
    .all();
  const before = await Promise.all(codes.map((code) => colorOf(colored(code))));
  await workbench.useTheme(theme);
  await page.locator(`body[data-vscode-theme-kind="${kinds[theme]}"]`).waitFor();
  // Two dark themes may give a word the same color.
  if (wasLight === (theme === 'light')) return;

  for (const [at, code] of codes.entries()) {
    // What is not seen is not colored yet.
    await code.scrollIntoViewIfNeeded();
    await colored(code).evaluate(
      (word, old) =>
        new Promise((resolve) => {
          const look = () => {
            if (getComputedStyle(word).color === old) requestAnimationFrame(look);
            else resolve(undefined);
          };
          look();
        }),
      before[at],
    );
  }
}

/** @param {import('playwright-core').FrameLocator | import('playwright-core').Locator} place */
function colored(place) {
  return place.locator('span:is(.k0, .k1, .k2)').first();
}

/** @param {import('playwright-core').Locator} word */
function colorOf(word) {
  return word.evaluate((span) => getComputedStyle(span).color);
}

const kinds = /** @type {const} */ ({
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast',
});

/**
 * Resolves when the page is so many pixels wide and laid out.
 *
 * @param {import('playwright-core').FrameLocator} page
 * @param {number} width
 */
async function painted(page, width) {
  await page.locator('html').evaluate(
    (_, wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (innerWidth !== wanted) requestAnimationFrame(look);
          else requestAnimationFrame(() => requestAnimationFrame(resolve));
        };
        look();
      }),
    width,
  );
}

/**
 * What is wider than the page, lies outside of it, or shows only a part of its words.
 *
 * @param {import('playwright-core').FrameLocator} page
 */
function outside(page) {
  return page.locator('html').evaluate((html) => {
    const width = html.clientWidth;
    const controls = [...html.querySelectorAll('button, input, textarea, select, a, summary')];
    const wrong = controls.filter((control) => {
      const { left, right, width: own } = control.getBoundingClientRect();
      const cut = control.matches('button') && control.scrollWidth > control.clientWidth + 1;
      return own > 1 && (left < -1 || right > width + 1 || cut);
    });
    const wide = html.scrollWidth > width ? [`page: ${html.scrollWidth} > ${width}`] : [];
    return [...wide, ...wrong.map((control) => control.outerHTML.slice(0, 120))];
  });
}
