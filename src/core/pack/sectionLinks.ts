/** Links to sections of other questions, which can be told to lead nowhere only once those have been read. */
import { headingsOf, sectionFinder } from '../headings.js';
import type { Heading } from '../headings.js';
import { parseMarkdown } from '../markdownParser.js';
import { didYouMean } from './nearestWord.js';
import type { Fault } from './pack.js';

/** A section of a question, as a link names it. */
export interface SectionOfQuestion {
  readonly question: string;
  readonly section: string;
}

/** A fault that is one only where a question lacks a section. */
export interface PossibleFault extends Fault {
  readonly unless?: SectionOfQuestion;
}

export interface Sections {
  readonly ids: readonly string[];
  readonly find: (fragment: string) => Heading | undefined;
}

export function sectionsOf(headings: readonly Heading[]): Sections {
  return { ids: headings.map(({ id }) => id), find: sectionFinder(headings) };
}

/**
 * The faults that are some, in their order.
 *
 * @param bodyOf the Markdown of a question that is in the pack; undefined when it cannot be read, which is told elsewhere
 */
export async function settleSections(
  faults: readonly PossibleFault[],
  bodyOf: (question: string) => Promise<string | undefined>,
): Promise<readonly Fault[]> {
  const known = new Map<string, Sections | undefined>();
  const settled: Fault[] = [];
  for (const { unless, ...fault } of faults) {
    if (!unless) {
      settled.push(fault);
      continue;
    }
    const { question, section } = unless;
    if (!known.has(question)) {
      const body = await bodyOf(question);
      known.set(
        question,
        body === undefined ? undefined : sectionsOf(headingsOf(parseMarkdown(body))),
      );
    }
    const sections = known.get(question);
    if (!sections || sections.find(section)) continue;
    const end = didYouMean(section, sections.ids);
    settled.push({ ...fault, message: `There is no section “#${section}” in “${question}”${end}` });
  }
  return settled;
}
