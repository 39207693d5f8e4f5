/** `npm run pictures`: takes the README's pictures anew, in the VS Code and with the pack that a reader will have. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeUpHistory } from '../fixtures/history.mjs';
import { main, root, setup } from './setup.mjs';
import { questions } from './shippedQuestions.mjs';
import { closeAll, openWorkbench } from './vscodePage.mjs';

const folder = path.join(root, 'media', 'screenshots');

/** @typedef {import('./vscodePage.mjs').Workbench} Workbench */

/** @param {Workbench} workbench */
function giveHistory({ userDataDir }) {
  const storage = path.join(
    userDataDir,
    'User/globalStorage/python-interview-lab.python-interview-lab',
  );
  mkdirSync(storage, { recursive: true });
  const history = madeUpHistory({ events: 4000, days: 370, until: Date.now(), questions });
  writeFileSync(path.join(storage, 'journal.jsonl'), history);
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 */
async function take({ page }, name) {
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`${name}.png`);
}

/** @param {Workbench} workbench */
async function question(workbench) {
  await workbench.treeItem(/Inside CPython/).click();
  await workbench.treeItem(/when a module is imported/).click();
  const page = await workbench.webview();
  const snippet = page.locator('figure.snippet').first();
  await snippet.getByRole('button', { name: 'Run', exact: true }).click();
  await snippet.getByText('As expected').waitFor();
  await snippet.locator('.status').scrollIntoViewIfNeeded();
  await take(workbench, 'question');
}

/** @param {Workbench} workbench */
async function quiz(workbench) {
  await workbench.runCommand('Interview Lab: Start Quiz');
  await workbench.quickPick('Knowledge check').first().click();
  await workbench.quickPick('Practice').first().click();
  const page = await workbench.webview('Knowledge check');
  await page.locator('input[type=radio]').first().waitFor();
  await workbench.page.keyboard.press('2');
  await workbench.page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  await take(workbench, 'quiz');
}

/** @param {Workbench} workbench */
async function progress(workbench) {
  await workbench.runCommand('Interview Lab: Show Progress');
  const page = await workbench.webview('Progress');
  await page.locator('.cell.now').waitFor();
  await take(workbench, 'progress');
}

/** @param {Workbench} workbench */
async function review(workbench) {
  await workbench.runCommand('Interview Lab: Start Review');
  const page = await workbench.webview('Review');
  await page.locator('.card').waitFor();
  await page.getByRole('button', { name: /Show Answer/ }).click();
  await page.locator('.ratings').waitFor();
  await take(workbench, 'review');
}

/** @param {Workbench} workbench */
async function interview(workbench) {
  await workbench.runCommand('Interview Lab: Start Mock Interview');
  const page = await workbench.webview('Mock Interview');
  await page.getByRole('button', { name: 'Start Interview' }).click();
  await page.locator('#notes').fill('- what it is, in one sentence\n- when I would use it\n');
  await workbench.page.keyboard.press('Control+Enter');
  await page.locator('.point').nth(2).waitFor();
  for (const mark of ['3', '2', '1']) await workbench.page.keyboard.press(mark);
  await page.locator('#answer').scrollIntoViewIfNeeded();
  await take(workbench, 'interview');
}

await main(async () => {
  await setup();
  const workbench = await openWorkbench({ theme: 'dark' });
  try {
    giveHistory(workbench);
    await workbench.reload();
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).waitFor();
    for (const picture of [question, quiz, progress, review, interview]) {
      await picture(workbench);
      await workbench.runCommand('View: Close All Editors');
    }
  } finally {
    await closeAll();
  }
});
