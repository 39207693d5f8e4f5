/** From the command to the painted page: the question, an empty webview, VS Code's own Markdown preview. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setup.mjs';
import { medianOf } from './median.mjs';

const RUNS = 11;
const TIMEOUT_MS = 30_000;
const QUESTION = 'import-system';

/** What is in a page once it is there, by the kind of page. */
const marks = {
  blank: '#bench-blank',
  question: 'main h1',
  preview: '.markdown-body h1, body.vscode-body h1[data-line]',
};

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function panelRows(page, ask) {
  const file = markdownFile();
  const queries = { blank: {}, question: { id: QUESTION }, preview: { file } };
  /** @type {((kind: string, time: number) => void) | undefined} */
  let painted;
  await page.exposeBinding('benchPainted', (_, kind, time) => painted?.(kind, time));
  await page.addInitScript(watchForPaint, marks);

  /** @param {keyof typeof marks} kind */
  const open = async (kind) => {
    /** @type {Promise<number>} */
    const shown = new Promise((resolve, reject) => {
      const failed = () => reject(new Error(`The page was not painted: ${kind}`));
      const timer = setTimeout(failed, TIMEOUT_MS);
      painted = (which, time) => {
        if (which !== kind) return;
        clearTimeout(timer);
        resolve(time);
      };
    });
    const [{ begun }, time] = await Promise.all([ask(kind, queries[kind]), shown]);
    painted = undefined;
    await ask('close');
    await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
    return time - begun;
  };

  const kinds = /** @type {const} */ (['blank', 'question', 'preview']);
  /** @type {Record<keyof typeof marks, number[]>} */
  const times = { blank: [], question: [], preview: [] };
  // The first round loads what is loaded once (extensions, highlighter, caches) and is not counted.
  for (const kind of kinds) await open(kind);
  for (let run = 0; run < RUNS; run++) for (const kind of kinds) times[kind].push(await open(kind));

  const question = medianOf('ms', times.question);
  const blank = medianOf('ms', times.blank);
  const preview = medianOf('ms', times.preview);
  return {
    'panel.painted': question,
    'panel.blankPainted': blank,
    'panel.previewPainted': preview,
    'panel.ratioToBlank': { value: question.value / blank.value, unit: '×', runs: RUNS },
    'panel.ratioToPreview': { value: question.value / preview.value, unit: '×', runs: RUNS },
  };
}

/** The question's own text, as a file that the preview shows. */
function markdownFile() {
  const source = path.join(root, 'content', 'expert-python', 'questions', `${QUESTION}.md`);
  const text = readFileSync(source, 'utf8');
  const title = /^title: (.*)$/m.exec(text)?.[1] ?? QUESTION;
  const body = text.replace(/^---\n[^]*?\n---\n/, '');
  const file = path.join(temporaryFolder('markdown'), `${QUESTION}.md`);
  writeFileSync(file, `# ${title}\n\n${body}`);
  return file;
}

/**
 * Runs in every frame before its scripts, and works in the outer frame of a webview: it reaches the
 * page inside, and its animation frames are not lost when VS Code writes the page's document anew.
 *
 * @param {Record<string, string>} selectors
 */
function watchForPaint(selectors) {
  if (!location.pathname.endsWith('/webview/browser/pre/index.html')) return;
  const look = () => {
    const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#active-frame'));
    const kind = Object.keys(selectors).find((each) =>
      frame?.contentDocument?.querySelector(selectors[each] ?? ''),
    );
    if (kind === undefined) {
      requestAnimationFrame(look);
      return;
    }
    // The next frame begins when the one with the mark has been painted.
    requestAnimationFrame(() => {
      const time = performance.timeOrigin + performance.now();
      /** @type {any} */ (window).benchPainted(kind, time);
    });
  };
  requestAnimationFrame(look);
}
