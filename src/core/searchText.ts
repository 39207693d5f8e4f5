import { parseBlocks } from './markdownParser.js';
import type { Token } from './markdownParser.js';

/** Plain words of a Markdown text, without its code fences. */
export function searchText(markdown: string): string {
  return wordsOf(parseBlocks(markdown));
}

/** The same of its blocks, where they are at hand. */
export function wordsOf(blocks: readonly Token[]): string {
  return blocks
    .filter(({ type }) => type === 'inline')
    .map(({ content }) => content.replace(/[#*`[\]()|>]/g, ' '))
    .join('\n');
}
