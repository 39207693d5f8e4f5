import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

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
});
