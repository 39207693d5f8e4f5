/** What a Markdown text points to: its links and pictures, and what was probably meant as one. */
import type { Token } from '../markdownParser.js';

export interface Reference {
  readonly kind: 'link' | 'picture' | 'html' | 'unresolved';
  /** Whether a link shows no text, or a picture has no alternative one. */
  readonly isWordless?: boolean;
  /** The address of a link or a picture, the HTML, or the name of a reference that is nowhere defined. */
  readonly target: string;
  /** 0-based line of the text, at which its block begins. */
  readonly line: number;
}

const html = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|!--[^<>]*--)>/i;
const unresolved = /\]\[([^[\]]*)\]/;

/** In the order in which they stand in the text whose tokens these are. */
export function referencesOf(tokens: readonly Token[]): readonly Reference[] {
  const found: Reference[] = [];
  for (const token of tokens) {
    const line = token.map?.[0] ?? 0;
    const add = (kind: Reference['kind'], target: string, isWordless = false): void => {
      found.push({ kind, target, line, isWordless });
    };
    let text = '';
    // Text comes in pieces; what stands between two links is looked at as a whole.
    const lookAtText = (): void => {
      const tag = html.exec(text)?.[0];
      if (tag !== undefined) add('html', tag);
      const name = unresolved.exec(text)?.[1];
      if (name !== undefined) add('unresolved', name);
      text = '';
    };
    const children = token.children ?? [];
    for (const [at, child] of children.entries()) {
      if (child.type === 'text') text += child.content;
      else if (child.type === 'softbreak') text += '\n';
      else {
        lookAtText();
        if (child.type === 'link_open')
          add('link', String(child.attrGet('href') ?? ''), children[at + 1]?.type === 'link_close');
        if (child.type === 'image')
          add('picture', String(child.attrGet('src') ?? ''), child.content.trim() === '');
      }
    }
    lookAtText();
  }
  return found;
}
