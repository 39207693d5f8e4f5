/** Reads the solutions of an exercise: Markdown with one fence of Python. */
import { parseBlocks } from '../markdownParser.js';
import { approachSchema } from './exerciseSchemas.js';
import { fencesOf } from './fences.js';
import { decodeHead, splitFrontMatter } from './frontMatter.js';
import type { Approach } from './exercise.js';
import type { Place } from './pack.js';

/** Tells a fault of a file of the exercise, by its path in the exercise's folder. */
export type TellPart = (part: string, message: string, place?: Place) => void;

/** Markdown of the author's, and where in which file it begins. */
export interface LocatedText {
  /** The path in the exercise's folder. */
  readonly part: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
  /** The lines of that file, where the text stands in its YAML. */
  readonly quotedIn?: readonly string[];
}

interface ReadApproach {
  readonly approach: Approach;
  readonly texts: readonly LocatedText[];
}

/** @param files by their names in the folder `solutions`. In the author's order; those that cannot be read are told. */
export function readApproaches(
  files: readonly (readonly [name: string, text: string])[],
  tell: TellPart,
): readonly ReadApproach[] {
  if (files.length === 0)
    tell('exercise.md', 'It has no solution: solutions are files solutions/*.md.');
  const read = files.flatMap(([name, text]) => readApproach(name, text, tell) ?? []);
  return read.sort((a, b) => a.order - b.order);
}

function readApproach(
  name: string,
  text: string,
  tellPart: TellPart,
): (ReadApproach & { readonly order: number }) | undefined {
  const part = `solutions/${name}`;
  const tell = (message: string, place?: Place): void => {
    tellPart(part, message, place);
  };
  const split = splitFrontMatter(text);
  if (!split) {
    tell(
      'A solution begins with its front matter: a line “---”, “title:”, “time:”, “memory:” and “when:”, and a line “---”.',
    );
    return undefined;
  }
  const decoded = decodeHead(split.head, approachSchema);
  for (const { message, ...place } of decoded.faults) tell(message, place);
  const { body, bodyLine } = split;
  const { fences, faults } = fencesOf(parseBlocks(body), text.split('\n'), bodyLine);
  for (const { message, ...place } of faults) tell(message, place);
  const [fence, second] = fences.filter(({ language }) => language === 'python');
  if (second) tell('A solution has one fence “python”: its code.', second.placeOf());
  if (!fence) tell('A solution has its code in a fence “python”.', { line: bodyLine });
  if (fence?.text.trim() === '') tell('This solution holds no code.', fence.placeOf());
  if (!decoded.value || !fence) return undefined;
  const { order, ...rest } = decoded.value;
  const lines = body.split('\n');
  const first = fence.line - bodyLine;
  // The fence itself has two lines more than its code.
  const last = first + fence.text.split('\n').length + 1;
  const around = [...lines.slice(0, first), ...lines.slice(last)].join('\n').trim();
  const quoted = (['time', 'memory', 'when'] as const).map((key) => ({
    part,
    line: decoded.placeOf([key]).line,
    text: rest[key],
    quotedIn: text.split('\n'),
  }));
  const texts = [{ part, line: bodyLine, text: body }, ...quoted];
  return {
    order,
    approach: { id: name.replace(/\.md$/, ''), ...rest, code: fence.text, text: around },
    texts,
  };
}
