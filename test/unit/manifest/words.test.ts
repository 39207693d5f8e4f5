import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentencesSaid, wordsInCode } from './wordsInCode.js';

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

describe('the words for the user', () => {
  it('stand all in l10n/bundle.l10n.json, where translators find them', () => {
    const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => sentencesSaid(file, readFileSync(path.join('src', file), 'utf8')));
    const stored = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as object;
    assert.ok(said.length > 1000, String(said.length));
    const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].sort();
    assert.deepEqual(sorted(Object.keys(stored)), sorted(said), 'run `npm run l10n`');
  });

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
