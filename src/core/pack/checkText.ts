/** Whether what a Markdown text points to is there: links that are followed, pictures of the pack, sections. */
import { headingsOf } from '../headings.js';
import { linkTarget, picturePath } from '../linkTarget.js';
import { parseMarkdown } from '../markdownParser.js';
import { didYouMean } from './nearestWord.js';
import { referencesOf } from './references.js';
import type { Reference } from './references.js';
import { sectionsOf } from './sectionLinks.js';
import type { SectionOfQuestion, Sections } from './sectionLinks.js';
import { WordFinder } from './wordFinder.js';
import type { LocatedFault } from './yamlText.js';

/** What a pack holds: ids of its questions, paths of its files. */
export interface PackContents {
  readonly questions: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

/** What is wrong with a text; some of it only where another question lacks a section. */
export interface TextFault extends LocatedFault {
  readonly unless?: SectionOfQuestion;
}

/** More are not shown. */
const most = 50;

/** The faults of a text, at their places in it. */
export function checkText(text: string, contents: PackContents): readonly TextFault[] {
  const tokens = parseMarkdown(text);
  const sections = sectionsOf(headingsOf(tokens));
  const wrong = referencesOf(tokens).flatMap((reference) => {
    const message = faultOf(reference, sections, contents);
    if (message !== undefined) return [{ reference, message }];
    const unless = sectionElsewhere(reference);
    return unless ? [{ reference, unless, message: '' }] : [];
  });
  const finder = new WordFinder(text.split('\n'));
  return wrong.slice(0, most).map(({ reference, ...fault }) => {
    const { line, target } = reference;
    return { line, ...finder.next(target === '' ? '()' : target, line), ...fault };
  });
}

/**
 * The faults of a text that stands in YAML, at their places in the file: its lines are not the file's.
 *
 * @param lines the file's
 * @param line of the file, at which the text begins
 */
export function checkQuotedText(
  text: string,
  contents: PackContents,
  lines: readonly string[],
  line: number,
): readonly TextFault[] {
  const own = text.split('\n');
  const finder = new WordFinder(lines, line);
  return checkText(text, contents).map(({ line: ownLine, columns, ...fault }) => {
    const word = columns ? (own[ownLine]?.slice(...columns) ?? '') : '';
    return { line, ...(word === '' ? undefined : finder.next(word)), ...fault };
  });
}

function faultOf(
  { kind, target, isWordless }: Reference,
  sections: Sections,
  contents: PackContents,
): string | undefined {
  switch (kind) {
    case 'html':
      return `“${target}” is shown as it stands: HTML is not interpreted, use Markdown.`;
    case 'unresolved':
      return `There is no reference “[${target}]: https://…” in this text for the link to lead to.`;
    case 'picture':
      if (isWordless === true) return 'The picture has no alternative text: ![what it shows](…).';
      return pictureFault(target, contents);
    case 'link':
      if (isWordless === true) return 'The link has no text to choose: [text](…).';
      return linkFault(target, sections, contents);
  }
}

function sectionElsewhere({ kind, target }: Reference): SectionOfQuestion | undefined {
  const to = kind === 'link' ? linkTarget(target) : undefined;
  return to?.kind === 'question' && to.section !== undefined && to.section !== ''
    ? { question: to.id, section: to.section }
    : undefined;
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
