/** How soon a verdict is there, and whether a long quiz opens as fast as a short one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { medianOf } from './median.mjs';
import { openTimer } from './openTimer.mjs';

const VERDICTS = 41;
const WARM_UP = 5;
const OPENINGS = 11;
const sizes = { ten: 10, thousand: 1000 };

/** A pack with a quiz of ten items and one of a thousand. */
export function quizPack() {
  const folder = temporaryFolder('quizzes');
  mkdirSync(path.join(folder, 'questions'));
  mkdirSync(path.join(folder, 'quizzes'));
  writeFileSync(
    path.join(folder, 'pack.yaml'),
    'id: bench\ntitle: Bench\ndescription: d\nversion: 1.0.0\nlicense: MIT\ntopics: [{ id: bench, title: Bench, description: d }]\n',
  );
  writeFileSync(
    path.join(folder, 'questions', 'bench.md'),
    '---\ntitle: What is measured?\ntopic: bench\norder: 1\nlevel: core\ntags: [bench]\n---\n\nHow long it takes.\n',
  );
  for (const [id, size] of Object.entries(sizes)) {
    const items = Array.from({ length: size }, (_, index) => item(index));
    const text = `title: ${id}\ndescription: d\nitems:\n${items.join('')}`;
    writeFileSync(path.join(folder, 'quizzes', `${id}.yaml`), text);
  }
  return folder;
}

/** @param {number} index */
function item(index) {
  return `  - id: item-${index}
    kind: single
    question: bench
    prompt: |
      What does this print the time number ${index}?

      \`\`\`python
      value = [n * ${index} for n in range(10) if n % 2]
      print(value)
      \`\`\`
    options:
      - { text: "\`[${index}]\`", correct: true, why: "Only one is left, number ${index}." }
      - { text: "\`[]\`", why: Something is left. }
      - { text: A \`ValueError\`, why: Nothing is raised. }
      - { text: Nothing at all, why: A list is printed whatever is in it. }
    explanation: The list holds what the condition lets through, times ${index}.
`;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function quizRows(page, ask) {
  const open = await openTimer(page, ask, {
    ten: '[data-item*="ten/"]',
    thousand: '[data-item*="thousand/"]',
  });
  await ask('reloadPacks');
  const kinds = /** @type {const} */ (['ten', 'thousand']);
  /** @type {Record<keyof typeof sizes, number[]>} */
  const times = { ten: [], thousand: [] };
  for (let run = -1; run < OPENINGS; run++) {
    for (const kind of kinds) {
      await ask('forgetQuizzes');
      const time = await open(kind, { id: kind }, 'quiz');
      // The first round loads what is loaded once and is not counted.
      if (run >= 0) times[kind].push(time);
    }
  }
  const verdict = medianOf('ms', await verdicts(page, ask));
  await ask('close');
  const ten = medianOf('ms', times.ten);
  const thousand = medianOf('ms', times.thousand);
  return {
    'quiz.verdict': verdict,
    'quiz.echo': medianOf('ms', await echoes(page, ask)),
    'quiz.open10': ten,
    'quiz.open1000': thousand,
    'quiz.open1000Ratio': { value: thousand.value / ten.value, unit: '×', runs: OPENINGS },
  };
}

/**
 * From a key press to an answer of the extension host that does nothing: what VS Code itself takes of a verdict.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<number[]>} milliseconds
 */
async function echoes(page, ask) {
  await ask('echo');
  const inner = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await inner.locator('#bench-echo').focus();
  const body = inner.locator('body');
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < WARM_UP + VERDICTS; run++) {
    await page.keyboard.press('Enter');
    await inner.locator('body[data-took]').waitFor();
    times.push(Number(await body.getAttribute('data-took')));
    await body.evaluate((element) => delete element.dataset['took']);
  }
  return times.slice(WARM_UP);
}

/**
 * From the key press to the verdict in the page, in the quiz of a thousand items.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<number[]>} milliseconds
 */
async function verdicts(page, ask) {
  await ask('quiz', { id: 'thousand' });
  const inner = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await inner.locator('[data-item]').waitFor();
  const root = inner.locator('#root');
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < WARM_UP + VERDICTS; run++) {
    await inner.locator('input[type=radio]').first().focus();
    await page.keyboard.press('1');
    const time = root.evaluate(
      (element) =>
        new Promise((resolve) => {
          let pressed = 0;
          const look = new MutationObserver(() => {
            if (!element.querySelector('.verdict')) return;
            look.disconnect();
            resolve(performance.now() - pressed);
          });
          const begin = (/** @type {KeyboardEvent} */ event) => {
            if (event.key !== 'Enter') return;
            removeEventListener('keydown', begin, true);
            pressed = event.timeStamp;
            look.observe(element, { childList: true, subtree: true });
          };
          addEventListener('keydown', begin, true);
          element.dataset['watched'] = 'true';
        }),
    );
    await inner.locator('#root[data-watched]').waitFor();
    await page.keyboard.press('Enter');
    times.push(Number(await time));
    await root.evaluate((element) => delete element.dataset['watched']);
    await page.keyboard.press('Enter');
    await inner.locator('input[type=radio]:not(:disabled)').first().waitFor();
  }
  return times.slice(WARM_UP);
}
