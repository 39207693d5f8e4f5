/** HTML, as learning platforms keep what teachers write, as Markdown. */
import { Parser } from 'htmlparser2';
import type { Losses } from './bank.js';
import { linkTarget } from '../../core/linkTarget.js';
import { escapeMarkdown } from './outsideCode.js';

const blocks = new Set(['p', 'div', 'ul', 'ol', 'table', 'tr', 'blockquote', 'section', 'article']);
const silent = new Set(['script', 'style', 'head', 'title']);

/** @param where names the text in what is lost */
export function htmlToMarkdown(html: string, where: string, losses: Losses): string {
  let out = '';
  let pre = 0;
  let code = 0;
  let hidden = 0;
  const lists: { ordered: boolean; count: number }[] = [];
  const links: (string | undefined)[] = [];
  const block = (): void => {
    if (out !== '' && !out.endsWith('\n\n')) out = `${out.trimEnd()}\n\n`;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (silent.has(name)) hidden += 1;
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
        if (hidden > 0) return;
        if (pre > 0) out += text;
        else if (code > 0) out += text.replaceAll('`', "'");
        else out += flowing(escapeMarkdown(text), out);
      },
      onclosetag: (name) => {
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
  return out
    .replaceAll('****', '')
    .replace(/(?<!`)``(?!`)/g, '')
    .trim();
}

/** A text whose blanks count as one, and none where one or a new line is already. */
function flowing(text: string, before: string): string {
  const words = text.replace(/\s+/g, ' ');
  return before === '' || /\s$/.test(before) ? words.trimStart() : words;
}
