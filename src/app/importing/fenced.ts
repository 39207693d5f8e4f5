import { trimEnd } from '../../core/trim.js';

/** A fence of Markdown that holds a text, whatever backquotes are in it. */
export function fenced(info: string, text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const mark = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${mark}${info}\n${trimEnd(text, '\n')}\n${mark}`;
}
