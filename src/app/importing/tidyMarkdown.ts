/** Makes Markdown of elsewhere such as a pack may have: its links, pictures and HTML are not those of another place. */
import { linkTarget } from '../../core/linkTarget.js';
import type { Losses } from './bank.js';
import { outsideCode } from './outsideCode.js';

const picture = /!\[([^[\]\n]*)\]\(([^()\s]+)(?:[ \t][^()\n]*)?\)/g;
const link = /\[([^[\]\n]*)\]\(([^()\s]+)(?:[ \t][^()\n]*)?\)/g;
/** The end of a link whose label holds code. */
const linkEnd = /\]\(([^()\s]+)(?:[ \t][^()\n]*)?\)/g;
const reference = /\[([^[\]\n]+)\]\[[^[\]\n]*\]/g;
const tag = /<(\/?)([a-zA-Z][\w-]*)(?:\s[^<>]*)?\/?>/g;
const comment = /<!--[^>]*-->/g;

/** @param where names the text in what is lost */
export function tidyMarkdown(text: string, where: string, losses: Losses): string {
  return tidyProse(text, where, losses).split('\n').map(plainFence).join('\n').trim();
}

/** A fence says its language, and nothing that is meant for another program. */
function plainFence(line: string): string {
  const [, mark, info = ''] = /^([ \t>]*(?:`{3,}(?!`)|~{3,}(?!~)))(.*)$/.exec(line) ?? [];
  if (mark === undefined || info.includes('`')) return line;
  return mark + (info.trim().split(/[\s{,]/)[0] ?? '');
}

/** As `tidyMarkdown`, but leaves the fences as they are. */
export function tidyProse(text: string, where: string, losses: Losses): string {
  return outsideCode(text.replaceAll('\r\n', '\n'), (part) =>
    part
      .replace(comment, '')
      .replace(picture, (_, alt: string, source: string) => {
        losses.add(where, `The picture ${source}.`);
        return alt;
      })
      .replace(link, (whole, label: string, target: string) => {
        if (linkTarget(target).kind === 'web') return whole;
        losses.add(where, `The link to ${target}.`);
        return label;
      })
      .replace(linkEnd, (whole, target: string) => {
        if (linkTarget(target).kind === 'web') return whole;
        losses.add(where, `The link to ${target}.`);
        return ']';
      })
      .replace(reference, (_, label: string) => label)
      .replace(tag, (_, end: string, name: string) => plainTag(end, name.toLowerCase())),
  );
}

function plainTag(end: string, name: string): string {
  switch (name) {
    case 'sup':
      return end === '' ? '^' : '';
    case 'sub':
      return end === '' ? '\\_' : '';
    case 'br':
    case 'p':
    case 'div':
      return '\n';
    case 'b':
    case 'strong':
      return '**';
    case 'i':
    case 'em':
      return '*';
    case 'code':
    case 'kbd':
      return '`';
    default:
      return '';
  }
}
