/** Changes Markdown where it is no code: outside fences and backquotes. */

/** @param change is given the text between two pieces of code */
export function outsideCode(text: string, change: (part: string) => string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let prose: string[] = [];
  const endProse = (): void => {
    if (prose.length > 0) out.push(outsideSpans(prose.join('\n'), change));
    prose = [];
  };
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(?:[-*+>] +)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark === undefined) prose.push(line);
    else {
      endProse();
      out.push(line);
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) === true && /^[\s>`~]*$/.test(line)) fence = undefined;
    }
  }
  endProse();
  return out.join('\n');
}

function outsideSpans(text: string, change: (part: string) => string): string {
  let out = '';
  let from = 0;
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    if (index < from) continue;
    const end = closing(text, ticks, index + ticks.length);
    if (end === undefined) continue;
    out += change(text.slice(from, index)) + text.slice(index, end);
    from = end;
  }
  return out + change(text.slice(from));
}

function closing(text: string, ticks: string, from: number): number | undefined {
  for (let at = text.indexOf(ticks, from); at >= 0; at = text.indexOf(ticks, at + 1)) {
    const isWhole = text[at - 1] !== '`' && text[at + ticks.length] !== '`';
    if (isWhole) return at + ticks.length;
  }
  return undefined;
}

/** A text as Markdown shows it: nothing in it is a mark. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^([ \t]*)([-+#]|\d{1,9}[.)])(?=\s)/gm, (_, blanks: string, mark: string) =>
      /\d/.test(mark) ? `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${blanks}\\${mark}`,
    );
}
