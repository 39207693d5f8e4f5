/** Where in an answer words are found: the sentence, and the section that it stands in. */
import { headingsOf } from './headings.js';
import { plainText, sentencesOf } from './interview/sentences.js';
import { parseMarkdown } from './markdownParser.js';
import type { Token } from './markdownParser.js';

export interface Passage {
  readonly sentence: string;
  /** Left out before the first heading. */
  readonly section?: { readonly id: string; readonly title: string };
}

/** The sentences of a text in Markdown, without its code. */
export function passagesOf(markdown: string): readonly Passage[] {
  const tokens: readonly Token[] = parseMarkdown(markdown);
  const headings = headingsOf(tokens).values();
  let section: Passage['section'];
  return tokens.flatMap((token, at): readonly Passage[] => {
    if (token.type === 'heading_open') {
      const { value } = headings.next();
      section = value && { id: value.id, title: value.text };
    }
    if (token.type !== 'inline' || tokens[at - 1]?.type === 'heading_open') return [];
    return sentencesOf(token.content).map((text) => ({
      sentence: plainText(text),
      ...(section ? { section } : {}),
    }));
  });
}

/** The passages with the most of the words, at most one a section, best first; none where no word is found. */
export function passagesWith(
  passages: readonly Passage[],
  words: string,
  most: number,
): readonly Passage[] {
  const wanted = wordsIn(words);
  const ranked = passages
    .map((passage) => ({ passage, found: countOf(wanted, passage.sentence) }))
    .filter(({ found }) => found > 0)
    .sort((one, other) => other.found - one.found);
  const best = ranked[0]?.found ?? 0;
  const sections = new Set<string>();
  return ranked
    .filter(({ found }) => found === best)
    .map(({ passage }) => passage)
    .filter(({ section }) => {
      const id = section?.id ?? '';
      return !sections.has(id) && sections.add(id);
    })
    .slice(0, most);
}

/** Whether a text has all of the words, by their beginnings. */
export function hasAll(words: string, text: string): boolean {
  const wanted = wordsIn(words);
  return wanted.length > 0 && countOf(wanted, text) === wanted.length;
}

function wordsIn(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}\p{M}_.]+/u)
    .filter((word) => word !== '');
}

function countOf(words: readonly string[], text: string): number {
  const within = plain(text);
  return words.filter((word) => within.includes(word)).length;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
