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
  for (const { name, walkthrough, set } of scenes) {
    await set(workbench);
    await page.screenshot({ path: path.join(media, 'screenshots', `${name}.png`) });
    console.log(`${name}.png`);
    if (walkthrough !== undefined)
      await takeSmall(page, path.join(media, 'walkthrough', `${walkthrough}.webp`));
    await page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} file
 */
async function takeSmall(page, file) {
  const before = page.viewportSize();
  await page.setViewportSize(SMALL);
  const png = await page.screenshot();
  if (before) await page.setViewportSize(before);
  writeFileSync(file, await webpOf(page, png));
  console.log(path.basename(file));
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
