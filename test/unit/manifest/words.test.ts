import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { wordsInCode } from './wordsInCode.js';

/** What says everything by `l10n.t`; text that no reader sees is listed, by file. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  'src/webview/exercise': [],
  'src/webview/interview': ['Ctrl+Enter', 'Enter', 'Escape'],
  'src/webview/question': ['File "{}", line {}'],
  'src/webview/shared': [],
  'src/webview/statistics': ['tick middle'],
  'src/webview/items': ['field mono'],
  'src/webview/quiz': ['button secondary', '{}…'],
  'src/webview/quizSetup': [],
  'src/webview/review': [],
  'src/webview/today': [],
  'src/webview/trace': [
    ...['Home', 'End', 'Python {}'],
    ...['(prefers-reduced-motion: reduce)', 'not begun'],
  ],
  'src/core/review': [],
  'src/app/review': [],
  'src/app/question': [],
  'src/app/running': [],
  'src/app/quiz': ['<span data-block="{}">{}</span>'],
};

/** The files whose sentences VS Code can translate. */
function filesWithWords(): { extension: string; contents: string }[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
    .filter((contents) => contents.includes('l10n.t('))
    .map((contents) => ({ extension: '.ts', contents }));
}

describe('the words for the user', () => {
  it('stand all in l10n/bundle.l10n.json, where translators find them', async () => {
    const files = filesWithWords();
    const words = await getL10nJson(files);
    const stored: unknown = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'));
    assert.ok(files.length > 0);
    assert.deepEqual(stored, words, 'run `npm run l10n`');
  }).timeout(120_000);

  for (const [folder, unread] of Object.entries(spoken))
    it(`none stands in the code of ${folder} alone`, () => {
      const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => {
          const whole = path.posix.join(folder, file);
          return wordsInCode(whole, readFileSync(whole, 'utf8')).map((each) => `${whole}:${each}`);
        });
      assert.deepEqual(
        found.filter((each) => !unread.some((text) => each.endsWith(`: ${text}`))),
        [],
      );
    });

  it('of a page are known before all else', () => {
    for (const entry of readdirSync('src/webview', { withFileTypes: true })) {
      const main = path.join('src/webview', entry.name, 'main.ts');
      if (!existsSync(main)) continue;
      const [first] = /^import .*$/m.exec(readFileSync(main, 'utf8')) ?? [];
      assert.equal(first, "import '../shared/words.js';", main);
    }
  });
});
