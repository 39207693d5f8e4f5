/** Takes the pictures of the product: whole ones for the README, small ones for the walkthrough. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { begin, scenes } from './pictureScenes.mjs';

/** The walkthrough shows them beside its steps, at about this size. */
const SMALL = { width: 800, height: 500 };
/** Of WebP, from 0 to 1: what keeps text sharp, and all of them below 300 KB. */
const QUALITY = 0.6;

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/**
 * @param {Workbench} workbench with a fresh profile
 * @param {string} media the folder whose `screenshots` and `walkthrough` get them
 */
export async function takePictures(workbench, media) {
  const { page } = workbench;
  await begin(workbench);
  for (const { readme, walkthrough, set, inView } of scenes) {
    await set(workbench);
    await scrollTo(workbench, inView);
    if (readme !== undefined) {
      await page.screenshot({ path: path.join(media, 'screenshots', `${readme}.png`) });
      console.log(`${readme}.png`);
    }
    if (walkthrough !== undefined)
      await takeSmall(workbench, path.join(media, 'walkthrough', `${walkthrough}.webp`), inView);
    await page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  }
}

/**
 * @param {Workbench} workbench
 * @param {string} file
 * @param {string | undefined} inView
 */
async function takeSmall(workbench, file, inView) {
  const { page } = workbench;
  const before = page.viewportSize();
  await page.setViewportSize(SMALL);
  await scrollTo(workbench, inView);
  const png = await page.screenshot();
  if (before) await page.setViewportSize(before);
  writeFileSync(file, await webpOf(page, png));
  console.log(path.basename(file));
}

/**
 * @param {Workbench} workbench
 * @param {string | undefined} selector
 */
async function scrollTo(workbench, selector) {
  if (selector === undefined) return;
  const page = await workbench.webview();
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/**
 * The same picture as WebP; the browser has what it takes.
 *
 * @param {import('playwright-core').Page} page
 * @param {Buffer} png
 */
async function webpOf(page, png) {
  const blank = await page.context().newPage();
  try {
    const text = await blank.evaluate(
      async ([data, quality]) => {
        const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = document.createElement('canvas');
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d')?.drawImage(picture, 0, 0);
        return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
      },
      /** @type {const} */ ([png.toString('base64'), QUALITY]),
    );
    return Buffer.from(text, 'base64');
  } finally {
    await blank.close();
  }
}
