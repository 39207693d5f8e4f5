/** Where the links and pictures of a Markdown text lead. */
import { linkTarget, picturePath } from '../../linkTarget.js';
import { parseMarkdown } from '../../markdownParser.js';
import type { Token } from '../../markdownParser.js';
import { referencesOf } from '../references.js';
import { WordFinder } from '../wordFinder.js';
import type { Named, Spot } from './spot.js';

/** Each that is not found costs a search to the end of the text. */
const mostMissed = 50;

/**
 * @param text Markdown, or its tokens
 * @param file that it stands in, within the pack
 * @param lines the file's
 * @param firstLine the file's line on which the text begins
 */
export function linkSpots(
  text: string | readonly Token[],
  file: string,
  lines: readonly string[],
  firstLine: number,
): readonly Spot[] {
  const isBody = typeof text !== 'string';
  const finder = new WordFinder(lines, firstLine);
  const spots: Spot[] = [];
  let missed = 0;
  for (const { kind, target, line } of referencesOf(isBody ? text : parseMarkdown(text))) {
    if (kind === 'html' || kind === 'unresolved' || target === '') continue;
    // The lines of a text in YAML are not the file's.
    const place = finder.next(target, isBody ? firstLine + line : firstLine, /[(<:\s]$/);
    if (!place) {
      if (++missed >= mostMissed) break;
      continue;
    }
    spots.push(...spotsOf(place.line, place.columns[0], target, kind === 'picture', file));
  }
  return spots;
}

function spotsOf(
  line: number,
  from: number,
  target: string,
  isPicture: boolean,
  file: string,
): readonly Spot[] {
  const to = from + target.length;
  const names = (
    kind: Named['kind'],
    id: string,
    of: string,
    start: number,
    end: number,
  ): Spot => ({
    line,
    columns: [start, end],
    role: 'names',
    named: { kind, id, file: of },
  });
  const other: Spot = { line, columns: [from, to], role: 'target', isPicture };
  if (isPicture) {
    const path = picturePath(target);
    return path === undefined ? [other] : [names('picture', path, '', to - path.length, to)];
  }
  const link = linkTarget(target);
  const hash = target.indexOf('#');
  if (link.kind === 'section') return [names('section', link.section, file, from + 1, to)];
  if (link.kind !== 'question') return [other];
  const start = from + target.indexOf(link.id, target.startsWith('question:') ? 9 : 0);
  const question = names('question', link.id, '', start, start + link.id.length);
  if (link.section === undefined) return [question];
  const of = `questions/${link.id}.md`;
  return [question, names('section', link.section, of, from + hash + 1, to)];
}
