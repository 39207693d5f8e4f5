/** Where the links and pictures of a pack's Markdown lead: to https, to questions and sections, to files of the pack. */
import { isId } from './pack/idPattern.js';
import { isSafePath } from './pack/safePath.js';

export type LinkTarget =
  | { readonly kind: 'web' }
  /** `question:import-system`, `import-system.md`, `import-system.md#how-it-works`. */
  | { readonly kind: 'question'; readonly id: string; readonly section: string | undefined }
  /** `#how-it-works`: a section of the same text. */
  | { readonly kind: 'section'; readonly section: string }
  /** Not followed; the reason is a sentence for the author. */
  | { readonly kind: 'none'; readonly reason: string };

export function linkTarget(href: string): LinkTarget {
  if (/^https:\/\/[^/]/i.test(href)) return { kind: 'web' };
  const none = (reason: string): LinkTarget => ({ kind: 'none', reason });
  if (/^http:/i.test(href)) return none('Links begin with https://, not with http://.');
  const [path = '', ...fragments] = href.split('#');
  const section = fragments.length === 0 ? undefined : decoded(fragments.join('#'));
  if (path === '' && section !== undefined) return { kind: 'section', section };
  const id =
    /^question:(?:\/\/)?(.*)$/s.exec(path)?.[1] ?? /^(?:\.\/)?([^/:]*)\.md$/s.exec(path)?.[1];
  if (id !== undefined) {
    if (isId(id)) return { kind: 'question', id, section };
    return none('This is no question’s id: lower-case words joined by hyphens.');
  }
  return none(
    'Links lead to https://…, to a question (question:gil, gil.md) or to a section (#pitfalls).',
  );
}

/** The path within the pack of a picture that is shown; undefined for any other. */
export function picturePath(source: string): string | undefined {
  const path = source.replace(/^\.\//, '');
  const isPicture =
    path.startsWith('files/') && isSafePath(path) && /\.(?:svg|png|jpe?g|gif|webp)$/i.test(path);
  return isPicture ? path : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
