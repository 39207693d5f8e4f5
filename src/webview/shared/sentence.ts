import * as l10n from '@vscode/l10n';
import type { Child } from './dom.js';

/** Words in which elements stand where they have `{0}`, `{1}`. */
export function withElements(words: string, elements: readonly Node[]): Child[] {
  return words.split(/\{(\d+)\}/).map((part, at) => (at % 2 === 0 ? part : elements[Number(part)]));
}

/** What stands alone elsewhere, to be read out before something else. */
export function asSentence(words: string): string {
  return l10n.t({ message: '{0}.', args: [words], comment: ['Words as a sentence: “Correct.”'] });
}

/** One after another; empty ones are left out. */
export function paragraph(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
