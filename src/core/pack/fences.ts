/** The fences of a question, as Markdown has them: with backticks or tildes, of any length, in lists and quotes. */
import type { Token } from '../markdownParser.js';
import { FenceInfoError, parseFenceInfo } from './fenceInfo.js';
import type { FenceInfo } from './fenceInfo.js';
import type { Place } from './pack.js';
import type { LocatedFault } from './yamlText.js';

export interface Fence extends FenceInfo {
  readonly text: string;
  /** 0-based line of the file on which the fence opens. */
  readonly line: number;
  /** Where an attribute stands, or the whole info string. */
  placeOf(attribute?: string): Place;
}

/**
 * The fences among the tokens; one whose info string cannot be read is a fault.
 *
 * @param lines the file's
 * @param firstLine the file's line on which the Markdown of the tokens begins
 */
export function fencesOf(
  tokens: readonly Token[],
  lines: readonly string[],
  firstLine: number,
): { readonly fences: readonly Fence[]; readonly faults: readonly LocatedFault[] } {
  const fences: Fence[] = [];
  const faults: LocatedFault[] = [];
  for (const token of tokens) {
    if (token.type !== 'fence') continue;
    const [from, to] = token.map ?? [0, 0];
    const line = firstLine + from;
    const source = lines[line] ?? '';
    const infoStart = source.length - token.info.length;
    try {
      const info = parseFenceInfo(token.info);
      const placeOf = (attribute?: string): Place => {
        const [start, end] = info.places.get(attribute ?? '') ?? [-1, -1];
        return start < 0 ? { line } : { line, columns: [infoStart + start, infoStart + end] };
      };
      fences.push({ ...info, text: token.content, line, placeOf });
    } catch (error) {
      if (!(error instanceof FenceInfoError)) throw error;
      faults.push({
        line,
        columns: [infoStart + error.at, source.length],
        message: error.message,
      });
    }
    // A fence that is closed has a line more than its content and its first.
    const contentLines =
      token.content.split('\n').length - (/(?:^|\n)$/.test(token.content) ? 1 : 0);
    if (to - from < contentLines + 2)
      faults.push({ line, message: `This fence never closes: it needs a line “${token.markup}”.` });
  }
  return { fences, faults };
}
