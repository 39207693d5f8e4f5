/** What a page looks like, as far as it can be measured. */
import assert from 'node:assert/strict';
import { isLight, themeNames } from '../host/profile.mjs';
import { ofTheDay } from './ofTheDay.mjs';

/** Pixels of a page, from little room beside other things to most of a screen, and what 200 % leaves of one. */
const LEAST_ROOM = { width: 300 };
const MORE_ROOM = [
  { width: 400 },
  { width: 800 },
  { width: 1280 },
  { width: 640, windowHeight: 400 },
];

/**
 * Looks at a screen of a page in the theme of the day, which is another one for other screens, in little room, and in
 * one of the other sizes. Fails on what axe-core objects to, and on what is wider than the page, cut, or under another
 * control. The window is as large as it was afterwards, and the focus where it was. Close the side bar before: there is
 * no room for it, and other groups of editors.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @param {import('playwright-core').FrameLocator} page
 * @param {string} screen names the pictures, such as `quiz-result`
 * @param {readonly import('../host/profile.mjs').Theme[]} [themes] fewer, where nothing has a color of its own
 */
export async function assertLooksRight(
  workbench,
  page,
  screen,
  themes = ofTheDay(themeNames, 1, screen),
) {
  for (const theme of themes) {
    await wear(workbench, page, theme);
    await workbench.screenshot(`${screen}-${theme}`);
    const violations = await workbench.accessibilityViolations(page);
    assert.deepEqual(violations, [], `${screen} in ${theme}`);
  }

  const before = workbench.page.viewportSize() ?? { width: 1280, height: 800 };
  const beside = before.width - (await page.locator('html').evaluate(() => innerWidth));
  for (const { width, windowHeight = before.height } of [
    LEAST_ROOM,
    ...ofTheDay(MORE_ROOM, 1, screen),
  ]) {
    await workbench.page.setViewportSize({ width: width + beside, height: windowHeight });
    await painted(page, width);
    if (width === LEAST_ROOM.width) await workbench.screenshot(`${screen}-${width}`);
    assert.deepEqual(await faultsOf(page), [], `${screen} at ${width} pixels`);
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
  const kind = await body.getAttribute('data-vscode-theme-kind');
  const wasLight = kind === kinds.light || kind === kinds.highContrastLight;
  const codes = await page
    .locator('pre:visible')
    .filter({ has: page.locator('span:is(.k0, .k1, .k2)') })
    .all();
  const before = await Promise.all(codes.map((code) => colorOf(colored(code))));
  await workbench.useTheme(theme);
  await page.locator(`body[data-vscode-theme-kind="${kinds[theme]}"]`).waitFor();
  // Two dark themes, or two light ones, may give a word the same color.
  if (wasLight === isLight(theme)) return;

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
  highContrastLight: 'vscode-high-contrast-light',
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
 * What is wider than the page, lies outside of it, shows only a part of its words, or lies under another control.
 *
 * @param {import('playwright-core').FrameLocator} page
 */
function faultsOf(page) {
  return page.locator('html').evaluate((html) => {
    const width = html.clientWidth;
    const seen = [...html.querySelectorAll('button, input, textarea, select, a, summary')]
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ control, box }) => control.checkVisibility() && box.width > 1);
    const wrong = seen.filter(({ control, box: { left, right } }) => {
      const cut = control.matches('button') && control.scrollWidth > control.clientWidth + 1;
      for (let part = control.parentElement; part !== null; part = part.parentElement) {
        if (!['hidden', 'clip'].includes(getComputedStyle(part).overflowX)) continue;
        const window = part.getBoundingClientRect();
        if (left < window.left - 1 || right > window.right + 1) return true;
      }
      return left < -1 || right > width + 1 || cut;
    });
    // A bar that stays in view lies over what is scrolled below it.
    const floats = (/** @type {Element | null} */ element) =>
      element !== null &&
      (['sticky', 'fixed'].includes(getComputedStyle(element).position) ||
        floats(element.parentElement));
    const inFlow = seen.filter(({ control }) => !floats(control));
    const covered = inFlow.filter(({ control, box }, at) =>
      inFlow.slice(at + 1).some((other) => {
        const [left, right] = [
          Math.max(box.left, other.box.left),
          Math.min(box.right, other.box.right),
        ];
        const [top, bottom] = [
          Math.max(box.top, other.box.top),
          Math.min(box.bottom, other.box.bottom),
        ];
        if (right - left <= 2 || bottom - top <= 2) return false;
        // What is scrolled out of a pane of its own is not there.
        const there = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
        const both = there.includes(control) && there.includes(other.control);
        return both && !control.contains(other.control);
      }),
    );
    const wide = html.scrollWidth > width ? [`page: ${html.scrollWidth} > ${width}`] : [];
    return [
      ...wide,
      ...[...wrong, ...covered].map(({ control }) => control.outerHTML.slice(0, 120)),
    ];
  });
}
