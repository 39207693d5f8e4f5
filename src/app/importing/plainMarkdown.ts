/** Markdown with plain fences: programs in Python become snippets, and what follows one as text its expected output. */
import { Losses } from './bank.js';
import type { Bank } from './bank.js';
import { fenced } from './fenced.js';
import { tidyProse } from './tidyMarkdown.js';
import { parseBlocks } from '../../core/markdownParser.js';
import type { Token } from '../../core/markdownParser.js';

const python = /^(?:python3?|py)$/i;
const printed = /^(?:|text|txt|plain|plaintext|output|console|out|none)$/i;

export function readPlainMarkdown(fallback: string, text: string): Bank {
  const losses = new Losses();
  const whole = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const front = /^---\n([^]*?)\n---(?:\n|$)/.exec(whole);
  const source = front ? whole.slice(front[0].length) : whole;
  const title =
    /^title:(.+)$/m
      .exec(front?.[1] ?? '')?.[1]
      ?.trim()
      .replace(/^["']|["']$/g, '') ??
    /^#[ \t]+(\S.*)$/m.exec(source)?.[1]?.trim() ??
    fallback;
  if (front) losses.add(title, 'Its front matter, but for the title.');
  const body = named(source, title, losses);
  const tidied = tidyProse(body, title, losses);
  return {
    title,
    quizzes: [],
    questions: [
      {
        title,
        body: tidied
          .replace(/^#[ \t]+\S.*$/m, '')
          .replace(/^#(?=\s)/gm, '##')
          .trim(),
      },
    ],
    losses: losses.all,
  };
}

/** Gives each program a name, and what it prints to it. */
function named(text: string, where: string, losses: Losses): string {
  const lines = text.split('\n');
  const fences = parseBlocks(text).filter(({ type, level }) => type === 'fence' && level === 0);
  const out: string[] = [];
  let from = 0;
  let count = 0;
  let last: { readonly name: string; readonly end: number } | undefined;
  for (const fence of fences) {
    const [start, end] = fence.map ?? [0, 0];
    out.push(...lines.slice(from, start));
    from = end;
    const { info, content } = partsOf(fence);
    const follows = last !== undefined && lines.slice(last.end, start).join('').trim().length < 40;
    if (python.test(info) && /^>>> /m.test(content)) {
      losses.add(where, 'A dialog with the interpreter (>>>) is shown, but does not run.');
      out.push(fenced('python', content));
      last = undefined;
    } else if (python.test(info)) {
      const name = `example-${String(++count)}`;
      out.push(fenced(`python {name=${name}}`, content));
      last = { name, end };
    } else if (printed.test(info) && follows && last) {
      out.push(fenced(`output {of=${last.name}}`, content));
      last = undefined;
    } else {
      if (info !== '' && !printed.test(info))
        losses.add(where, `Its code in ${info} is shown, but does not run.`);
      out.push(fenced(info, content));
      last = undefined;
    }
  }
  out.push(...lines.slice(from));
  return out.join('\n');
}

function partsOf({ info, content }: Token): { readonly info: string; readonly content: string } {
  return { info: info.trim().split(/[\s,{]/)[0] ?? '', content };
}
