/** From the command to the painted page: the question, an empty webview, VS Code's own Markdown preview. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { root } from '../host/setup.mjs';
import { medianOf } from './median.mjs';
import { openTimer } from './openTimer.mjs';

const RUNS = 11;
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
  const open = await openTimer(page, ask, marks);
  const kinds = /** @type {const} */ (['blank', 'question', 'preview']);
  /** @type {Record<keyof typeof marks, number[]>} */
  const times = { blank: [], question: [], preview: [] };
  // The first round loads what is loaded once (extensions, highlighter, caches) and is not counted.
  for (const kind of kinds) await open(kind, queries[kind]);
  for (let run = 0; run < RUNS; run++)
    for (const kind of kinds) times[kind].push(await open(kind, queries[kind]));

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
