/** A learner's note on a question: an ordinary Markdown text under the question's title. */
import { idPattern } from './pack/idPattern.js';
import { isDeviceName } from './pack/safePath.js';

/** What a new note begins with. */
export function newNote(title: string): string {
  return `# ${title}\n\n`;
}

/** What the learner wrote: the note without its first heading. Empty when there is nothing else. */
export function noteBody(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^\s*#[ \t][^\n]*(?:\n|$)/, '')
    .trim();
}

/**
 * The name of a question's note: its id, with two hyphens behind that of the pack, since no id has two; kept apart from
 * names that a system reserves, such as `con`.
 */
export function noteFileName(questionId: string): string {
  const parts = questionId.split('/');
  if (parts.length > 2 || !parts.every((part) => idPattern.test(part)))
    throw new Error(`“${questionId}” is no question’s id, so it can have no note.`);
  const name = `${parts.join('--')}.md`;
  return isDeviceName(name) ? `_${name}` : name;
}

/** The question whose note has this name; undefined for other files. */
export function questionOfNote(fileName: string): string | undefined {
  const id = /^_?([^_.]+)\.md$/.exec(fileName)?.[1]?.replace('--', '/');
  const isId = id !== undefined && id.split('/').every((part) => idPattern.test(part));
  return isId && noteFileName(id) === fileName ? id : undefined;
}

/** The line of a note that a query is found in, for a list of hits; the first line when none has its words. */
export function noteExcerpt(body: string, query = ''): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hit = lines.find((line) => words.some((word) => line.toLowerCase().includes(word)));
  const line = (hit ?? lines[0] ?? '').replace(/^[\s#>*-]+/, '').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
