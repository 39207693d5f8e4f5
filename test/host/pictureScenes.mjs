/** What the pictures of the product show, in the VS Code and with the pack that a reader will have. */
import { madeUpHistory } from '../fixtures/history.mjs';
import { writeJournal } from './profile.mjs';
import { questions } from './shippedQuestions.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/**
 * @typedef {object} Scene
 * @property {string} [readme] the picture of the README that shows it
 * @property {string} [walkthrough] the step of the walkthrough that shows it as well
 * @property {(workbench: Workbench) => Promise<void>} set resolves when it can be seen
 * @property {string} [inView] what is scrolled to, in the small picture as well: a selector
 */

/** @type {readonly Scene[]} */
export const scenes = [
  { readme: 'today', set: today },
  { walkthrough: 'read', set: tree },
  { walkthrough: 'interpreter', set: interpreters },
  { readme: 'question', walkthrough: 'run', set: question, inView: '.snippet .status' },
  { readme: 'steps', walkthrough: 'step', set: steps, inView: 'li.next' },
  { readme: 'quiz', walkthrough: 'quiz', set: quiz },
  { readme: 'progress', set: progress },
  { readme: 'review', walkthrough: 'review', set: review },
  { readme: 'interview', walkthrough: 'interview', set: interview, inView: '#answer' },
];

/** Opens the view for a learner who has been at it for a year. @param {Workbench} workbench */
export async function begin(workbench) {
  const history = madeUpHistory({ events: 4000, days: 370, until: Date.now(), questions });
  writeJournal(workbench.userDataDir, history);
  await workbench.reload();
  await workbench.openView();
  await workbench.treeItem(/Inside CPython/).waitFor();
}

/** @param {Workbench} workbench */
async function today(workbench) {
  await workbench.runCommand('Interview Lab: Today');
  const page = await workbench.webview('Today');
  await page.locator('.first:focus').waitFor();
}

/** @param {Workbench} workbench */
async function tree(workbench) {
  const topic = workbench.treeItem(/Inside CPython/);
  if ((await topic.getAttribute('aria-expanded')) !== 'true') await topic.click();
  await workbench.treeItem(/when a module is imported/).click();
  const page = await workbench.webview();
  await page.locator('figure.snippet').first().waitFor();
}

/** @param {Workbench} workbench */
async function interpreters(workbench) {
  await tree(workbench);
  await workbench.runCommand('Interview Lab: Select Interpreter');
  await workbench.page
    .locator('.quick-input-list .monaco-list-row', { hasText: /Python 3/ })
    // A list, though more may be found.
    .nth(1)
    .waitFor();
  // What is pointed at says what it is.
  await workbench.page.mouse.move(0, 0);
}

/** @param {Workbench} workbench */
async function question(workbench) {
  await tree(workbench);
  const page = await workbench.webview();
  const snippet = page.locator('figure.snippet').first();
  await snippet.getByRole('button', { name: 'Run', exact: true }).click();
  await snippet.getByText('As expected').waitFor();
}

/** A generator that is suspended, with what goes in and what comes out. @param {Workbench} workbench */
async function steps(workbench) {
  const page = await workbench.openQuestion('How do iterators and generators work?');
  await page.getByRole('button', { name: /^Step through this: watch where the generator/ }).click();
  const stepper = await workbench.webview('Steps: two-way-traffic');
  await stepper.getByText(/^Step \d+ of \d+$/).waitFor();
  await workbench.runCommand('View: Close Editors in Other Groups');
  const next = stepper.getByRole('button', { name: 'Next', exact: true });
  for (let step = 0; step < 12; step++) await next.press('Enter');
  await stepper.locator('.box', { hasText: 'generator' }).first().waitFor();
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
}

/** @param {Workbench} workbench */
async function progress(workbench) {
  await workbench.runCommand('Interview Lab: Show Progress');
  const page = await workbench.webview('Progress');
  await page.locator('.cell.now').waitFor();
}

/** @param {Workbench} workbench */
async function review(workbench) {
  await workbench.runCommand('Interview Lab: Start Review');
  const page = await workbench.webview('Review');
  await page.locator('.card').waitFor();
  await page.getByRole('button', { name: /Show Answer/ }).click();
  await page.locator('.ratings').waitFor();
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
}
