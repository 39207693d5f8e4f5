/** The headings of a Markdown text and the ids by which they are linked to. */
import type { Token } from './markdownParser.js';

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** One for each `heading_open` among the tokens, in their order; no two have the same id. */
export function headingsOf(tokens: readonly Token[]): readonly Heading[] {
  const counts = new Map<string, number>();
  return tokens.flatMap((token, index): Heading | [] => {
    if (token.type !== 'heading_open') return [];
    const level = Math.min(6, Number(token.tag.slice(1)));
    const text = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join('');
    const slug = slugOf(text);
    const count = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, count);
    // A slug has no two hyphens in a row, so that this is no other heading's.
    return { id: count === 1 ? slug : `${slug}--${String(count)}`, level, text };
  });
}

/** Finds the heading that a link's fragment means: by its id here, by the id that GitHub gives it, or by its words. */
export function sectionFinder(
  headings: readonly Heading[],
): (fragment: string) => Heading | undefined {
  let known: Map<string, Heading> | undefined;
  const find = (key: string): Heading | undefined => {
    if (!known) {
      known = new Map();
      for (const heading of headings) {
        for (const key of [heading.id, gitHubSlugOf(heading.text)])
          if (!known.has(key)) known.set(key, heading);
      }
    }
    return known.get(key);
  };
  return (fragment) => find(fragment) ?? find(slugOf(fragment));
}

function slugOf(text: string): string {
  const slug = text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return slug.replace(/^-|-$/g, '') || 'section';
}

function gitHubSlugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
