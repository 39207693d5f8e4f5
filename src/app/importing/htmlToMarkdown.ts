/** HTML, as learning platforms keep what teachers write, as Markdown. */
import { Parser } from 'htmlparser2';
import type { Losses } from './bank.js';
import { linkTarget } from '../../core/linkTarget.js';
import { escapeMarkdown } from './outsideCode.js';

const blocks = new Set(['p', 'div', 'ul', 'ol', 'table', 'tr', 'blockquote', 'section', 'article']);
const silent = new Set(['script', 'style', 'head', 'title']);

/** Elements within elements that are read: for each the parser moves all that are open. */
const deepest = 1000;

/** UTF-16 code units of what is written last that are looked at again, and so many at once that are put aside. */
const lookedAt = 256;
const putAside = 4096;

/** @param where names the text in what is lost */
export function htmlToMarkdown(html: string, where: string, losses: Losses): string {
  const done: string[] = [];
  let out = '';
  let depth = 0;
  let pre = 0;
  let code = 0;
  let hidden = 0;
  const lists: { ordered: boolean; count: number }[] = [];
  const links: (string | undefined)[] = [];
  /** Else each look at the end would go through all. */
  const settle = (): void => {
    if (out.length <= putAside) return;
    done.push(out.slice(0, -lookedAt));
    out = out.slice(-lookedAt);
  };
  const block = (): void => {
    if (out !== '' && !out.endsWith('\n\n')) out = `${out.trimEnd()}\n\n`;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        settle();
        depth += 1;
        if (depth > deepest) {
          losses.add(
            where,
            `All from where more than ${String(deepest)} elements lie in one another.`,
          );
          parser.pause();
        } else if (silent.has(name)) hidden += 1;
        else if (name === 'pre') {
          block();
          pre += 1;
          out += '```\n';
        } else if (name === 'code' || name === 'kbd' || name === 'tt') {
          if (pre === 0 && code++ === 0) out += '`';
        } else if (name === 'br') out += '\n';
        else if (name === 'strong' || name === 'b') out += '**';
        else if (name === 'em' || name === 'i') out += '*';
        else if (name === 'sup') out += '^';
        else if (name === 'sub') out += '\\_';
        else if (/^h[1-6]$/.test(name)) {
          block();
          out += '## ';
        } else if (name === 'ul' || name === 'ol') {
          block();
          lists.push({ ordered: name === 'ol', count: 0 });
        } else if (name === 'li') {
          const list = lists.at(-1);
          if (out !== '' && !out.endsWith('\n')) out += '\n';
          out += list?.ordered === true ? `${String(++list.count)}. ` : '- ';
        } else if (name === 'a') {
          const target = attributes['href'] ?? '';
          const isWeb = linkTarget(target).kind === 'web';
          if (target !== '' && !isWeb) losses.add(where, `The link to ${target}.`);
          links.push(isWeb ? target : undefined);
          if (isWeb) out += '[';
        } else if (name === 'img') {
          losses.add(where, `The picture ${attributes['src']?.slice(0, 80) ?? ''}.`);
          out += escapeMarkdown(attributes['alt'] ?? '');
        } else if (blocks.has(name)) block();
      },
      ontext: (text) => {
        settle();
        if (hidden > 0) return;
        if (pre > 0) out += text;
        else if (code > 0) out += text.replaceAll('`', "'");
        else out += flowing(escapeMarkdown(text), out);
      },
      onclosetag: (name) => {
        depth -= 1;
        if (silent.has(name)) hidden -= 1;
        else if (name === 'pre') {
          pre -= 1;
          out = `${out.replace(/\n$/, '')}\n\`\`\`\n\n`;
        } else if (name === 'code' || name === 'kbd' || name === 'tt') {
          if (pre === 0 && --code === 0) out += '`';
        } else if (name === 'strong' || name === 'b') out += '**';
        else if (name === 'em' || name === 'i') out += '*';
        else if (name === 'a') {
          const target = links.pop();
          if (target !== undefined) out += `](${target})`;
        } else if (name === 'ul' || name === 'ol') {
          lists.pop();
          block();
        } else if (/^h[1-6]$/.test(name) || blocks.has(name)) block();
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return [...done, out]
    .join('')
    .replaceAll('****', '')
    .replace(/(?<!`)``(?!`)/g, '')
    .trim();
}

/** A text whose blanks count as one, and none where one or a new line is already. */
function flowing(text: string, before: string): string {
  const words = text.replace(/\s+/g, ' ');
  return before === '' || /\s$/.test(before) ? words.trimStart() : words;
}
