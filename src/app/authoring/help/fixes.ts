/** How a problem of a pack is mended where one change does it. */
import { nearestWord, proposedWord } from '../../../core/pack/nearestWord.js';
import type { Fault } from '../../../core/pack/pack.js';
import type { TextEdit } from './textEdit.js';

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** @param text of the file in which the problem is; its lines end with `\n` */
export function fixesOf(fault: Fault, text: string): readonly Fix[] {
  const { file, line, columns, message } = fault;
  const source = text.split('\n')[line] ?? '';
  const [from, to] = columns ?? [0, source.length];
  const marked = source.slice(from, to);
  const word = proposedWord(message);
  const written = word === undefined ? undefined : replaced(marked, word, message);
  const fixes: Fix[] = [];
  const replace = (title: string, by: string): void => {
    const edit = { file, from: { line, column: from }, to: { line, column: to }, text: by };
    fixes.push({ title, edits: [edit] });
  };
  if (word !== undefined && written !== undefined && written !== marked)
    replace(`Change to “${word}”`, written);
  if (/\bhttp:/i.test(marked) && message.includes('https://'))
    replace('Change to “https://”', marked.replace(/\bhttp:/i, 'https:'));
  const output = message.endsWith('add of=NAME.') ? ownerAbove(text, line) : undefined;
  if (output !== undefined)
    fixes.push({ title: `Add “of=${output}”`, edits: [insertOf(fault, source, output)] });
  const missing = /^“([a-z]+)”: It is missing\.$/.exec(message)?.[1];
  if (missing !== undefined && /^[a-z]+:/.test(source)) {
    const at = { line, column: 0 };
    fixes.push({
      title: `Add “${missing}:”`,
      edits: [{ file, from: at, to: at, text: `${missing}: \n` }],
    });
  }
  return fixes;
}

/** What is marked, with the proposed word in the place of the one that the message quotes. */
function replaced(marked: string, word: string, message: string): string {
  const quoted = [...message.matchAll(/“([^“”]+)”/g)].map(([, each = '']) =>
    each.replace(/^#/, ''),
  );
  const there = quoted.slice(0, -1).filter((each) => marked.includes(each));
  const wrong = nearestWord(word, there) ?? there.at(-1);
  if (wrong !== undefined) return marked.replace(wrong, () => plainOrQuoted(marked, wrong, word));
  const inner = /^(["']).*\1$/.exec(marked)?.[1];
  if (inner !== undefined) return `${inner}${word}${inner}`;
  return plainOrQuoted(marked, marked, word);
}

/** In YAML a range of versions is quoted: `>` and `=` mean something there. */
function plainOrQuoted(marked: string, wrong: string, word: string): string {
  return marked === wrong && /^[>=<!~]/.test(word) ? `"${word}"` : word;
}

/** The name of the last snippet above a line. */
function ownerAbove(text: string, line: number): string | undefined {
  return text
    .split('\n')
    .slice(0, line)
    .map((each) => /^[\s>]*(?:`{3,}|~{3,})python\s*\{.*\bname="?([\w-]+)/.exec(each)?.[1])
    .findLast((name) => name !== undefined);
}

function insertOf({ file, line }: Fault, source: string, owner: string): TextEdit {
  const at = source.lastIndexOf('}');
  const place = { line, column: at < 0 ? source.trimEnd().length : at };
  return { file, from: place, to: place, text: at < 0 ? ` {of=${owner}}` : ` of=${owner}` };
}
