/**
 * Text of others (packs, links, file names, errors of the system) for the places in which VS Code interprets text:
 * notifications make links of `[label](command:…)`, labels make icons of `$(name)`.
 */

/** UTF-16 code units that a text of others may take up. */
export const longestText = 200;

/** UTF-16 code units of a whole message: a sentence of ours with what others gave. */
export const longestMessage = 600;

/** Codes for colors and the cursor, as programs write them to a terminal. */
const terminalCodes = /\p{Cc}\[[\d;?]*[ -/]*[@-~]/gu;

/** What is not seen, or turns the direction of what follows; joiners stay, since emoji and Persian are made with them. */
const unseen =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Between a label and its address, whose colon, or whatever letter, Markdown takes by an entity or escaped, too. */
const linkMiddle = /\](?=\([\s<]*(?:&|[a-z][a-z\d+.-]*(?:\\?:|&)))/gi;

const iconStart = /\$(?=\([\w~-]+\))/g;

/**
 * One line that reads as the text does and that VS Code does not act on: a blank parts what would become a link or an
 * icon. Harmless also when pieces are put together, provided that the whole passes here. Its work grows with `limit`.
 *
 * @param limit UTF-16 code units; what is longer is cut between two graphemes and ends in `…`
 */
export function plainText(text: string, limit = longestText): string {
  const bound = limit * 20;
  const line = text
    .slice(0, bound)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\u0085]/g, ' ')
    .replace(terminalCodes, '')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(linkMiddle, '] ')
    .replace(iconStart, '$ ');
  return line.length > limit || text.length > bound ? cut(line, limit) : line;
}

/** Lines of which each is a text of its own, as in a tooltip. */
export function plainLines(lines: readonly string[]): string {
  return lines.map((line) => plainText(line)).join('\n');
}

function cut(text: string, limit: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length >= limit) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
