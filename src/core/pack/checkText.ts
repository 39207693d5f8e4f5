/** Whether what a Markdown text points to is there: links that are followed, pictures of the pack, sections. */
import { sectionFinder, headingsOf } from '../headings.js';
import type { Heading } from '../headings.js';
import { linkTarget, picturePath } from '../linkTarget.js';
import { parseMarkdown } from '../markdownParser.js';
import { didYouMean } from './nearestWord.js';
import { referencesOf } from './references.js';
import type { Reference } from './references.js';
import type { LocatedFault } from './yamlText.js';

/** What a pack holds: ids of its questions, paths of its files. */
export interface PackContents {
  readonly questions: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

interface Sections {
  readonly ids: readonly string[];
  readonly find: (fragment: string) => Heading | undefined;
}

/** More are not shown. */
const most = 50;

/** The faults of a text, at their places in it. */
export function checkText(text: string, contents: PackContents): readonly LocatedFault[] {
  const tokens = parseMarkdown(text);
  const headings = headingsOf(tokens);
  const sections: Sections = { ids: headings.map(({ id }) => id), find: sectionFinder(headings) };
  const wrong = referencesOf(tokens).flatMap((reference) => {
    const message = faultOf(reference, sections, contents);
    return message === undefined ? [] : [{ reference, message }];
  });
  const lines = text.split('\n');
  let from = { line: 0, column: 0 };
  return wrong.slice(0, most).map(({ reference, message }) => {
    if (reference.line > from.line) from = { line: reference.line, column: 0 };
    const at = find(reference.target, lines, from);
    if (!at) return { line: reference.line, message };
    const end = at.column + reference.target.length;
    from = { line: at.line, column: end };
    return { line: at.line, columns: [at.column, end] as const, message };
  });
}

function faultOf(
  { kind, target }: Reference,
  sections: Sections,
  contents: PackContents,
): string | undefined {
  switch (kind) {
    case 'html':
      return `“${target}” is shown as it stands: HTML is not interpreted, use Markdown.`;
    case 'unresolved':
      return `There is no reference “[${target}]: https://…” in this text for the link to lead to.`;
    case 'picture':
      return pictureFault(target, contents);
    case 'link':
      return linkFault(target, sections, contents);
  }
}

function pictureFault(source: string, { files }: PackContents): string | undefined {
  const path = picturePath(source);
  if (path === undefined)
    return `The picture “${source}” is not shown: pictures are SVG, PNG, JPEG, GIF or WebP under files/.`;
  if (files.has(path)) return undefined;
  return `It shows a picture “${path}”, which is not in the pack${didYouMean(path, files)}`;
}

function linkFault(
  href: string,
  sections: Sections,
  { questions }: PackContents,
): string | undefined {
  const target = linkTarget(href);
  if (target.kind === 'none') return `The link “${href}” is not followed. ${target.reason}`;
  if (target.kind === 'question' && !questions.has(target.id))
    return `It points to a question “${target.id}”, which is not in the pack${didYouMean(target.id, questions)}`;
  if (target.kind === 'section' && !sections.find(target.section)) {
    return `There is no section “#${target.section}” in this text${didYouMean(target.section, sections.ids)}`;
  }
  return undefined;
}

function find(
  target: string,
  lines: readonly string[],
  from: { readonly line: number; readonly column: number },
): { readonly line: number; readonly column: number } | undefined {
  for (let line = from.line; line < lines.length; line++) {
    const column = lines[line]?.indexOf(target, line === from.line ? from.column : 0) ?? -1;
    if (column >= 0) return { line, column };
  }
  return undefined;
}
