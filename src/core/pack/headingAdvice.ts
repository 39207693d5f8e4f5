/** Headings that were probably meant to be those from which the mock interview takes its points. */
import { takenSections } from '../interview/modelAnswer.js';
import type { Token } from '../markdownParser.js';
import { nearestWord } from './nearestWord.js';
import type { LocatedFault } from './yamlText.js';

const names = takenSections.map(({ name }) => name);

/** @param tokens of a question's body, as `parseBlocks` gives them; lines are the body's */
export function headingAdvice(tokens: readonly Token[]): readonly LocatedFault[] {
  return tokens.flatMap(({ type, map }, index) => {
    if (type !== 'heading_open') return [];
    const text = tokens[index + 1]?.content ?? '';
    if (takenSections.some(({ pattern }) => pattern.test(text))) return [];
    const meant = nearestWord(text, names);
    if (meant === undefined) return [];
    const message = `The mock interview takes nothing from a section “${text}”; did you mean “${meant}”?`;
    return [{ line: map?.[0] ?? 0, message }];
  });
}
