import { parseBlocks } from '../markdownParser.js';
import { fileIdFault, idOfFile } from './filePlaces.js';
import { fencesOf } from './fences.js';
import { decodeFrontMatter, splitFrontMatter } from './frontMatter.js';
import type { FrontMatter, SplitQuestion } from './frontMatter.js';
import type { Fault, Place, Question, QuestionSummary } from './pack.js';
import { wordsOf } from '../searchText.js';
import { headingAdvice } from './headingAdvice.js';
import { readSnippets, snippetFences } from './snippets.js';
import type { Path } from './yamlTree.js';

interface Parsed {
  readonly faults: readonly Fault[];
  /** Where a value of the front matter stands in the file. */
  readonly placeOf: (path: Path) => Place;
}

export interface ParsedSummary extends Parsed {
  readonly summary?: QuestionSummary;
}

export interface ParsedQuestion extends Parsed {
  readonly question?: Question;
  /** 0-based line of the file on which the Markdown begins. */
  readonly bodyLine: number;
}

interface Head extends Parsed {
  readonly id: string;
  readonly split: SplitQuestion;
  readonly value: FrontMatter;
}

/** Reads what the tree and the search need. `file` is its path within the pack; lines of `text` end with `\n`. */
export function parseSummary(packId: string, file: string, text: string): ParsedSummary {
  const head = readHead(file, text);
  if (!('value' in head)) return head;
  const { fences } = fencesOf(parseBlocks(head.split.body), [], 0);
  const summary = summaryOf(packId, head, [...snippetFences(fences).keys()]);
  return { summary, faults: head.faults, placeOf: head.placeOf };
}

/** Reads a whole question with its snippets, as `parseSummary` reads its summary. */
export function parseQuestion(packId: string, file: string, text: string): ParsedQuestion {
  const head = readHead(file, text);
  if (!('value' in head)) return { ...head, bodyLine: 0 };
  const { split, value, placeOf } = head;
  const { body, bodyLine } = split;
  const tokens = parseBlocks(body);
  const { fences, faults } = fencesOf(tokens, text.split('\n'), bodyLine);
  const { snippets, faults: snippetFaults } = readSnippets(fences, value.python);
  const question: Question = {
    ...summaryOf(
      packId,
      head,
      snippets.map(({ name }) => name),
    ),
    python: value.python,
    related: value.related,
    prerequisites: value.prerequisites,
    sources: value.sources,
    body,
    words: wordsOf(tokens).split(/\s+/).length,
    code: snippets,
  };
  const empty = { line: bodyLine - 1, message: 'The question has no text below its front matter.' };
  const headings = headingAdvice(tokens).map((fault) => ({
    ...fault,
    line: fault.line + bodyLine,
  }));
  const located = [...faults, ...snippetFaults, ...headings, ...(body.trim() === '' ? [empty] : [])]
    .sort((a, b) => a.line - b.line)
    .map((fault) => ({ file, ...fault }));
  return { question, bodyLine, placeOf, faults: [...head.faults, ...located] };
}

function summaryOf(
  packId: string,
  { id, value }: Head,
  snippets: readonly string[],
): QuestionSummary {
  const { title, short, topic, order, level, tags } = value;
  const shorter = short === undefined ? {} : { short };
  return { id, packId, title, ...shorter, topic, order, level, tags, snippets };
}

function readHead(file: string, text: string): Head | Parsed {
  const failed = (message: string): Parsed => ({
    faults: [{ file, line: 0, message }],
    placeOf: () => ({ line: 0 }),
  });
  const split = splitFrontMatter(text);
  if (!split) {
    return failed(
      'A question begins with its front matter: a line “---”, keys such as “title:”, and a line “---”.',
    );
  }
  const nameFault = fileIdFault(file);
  if (nameFault !== undefined) return failed(nameFault);
  const decoded = decodeFrontMatter(split.head);
  const faults = decoded.faults.map((fault) => ({ file, ...fault }));
  if (!decoded.value) return { faults, placeOf: () => ({ line: 0 }) };
  return { id: idOfFile(file), split, value: decoded.value, placeOf: decoded.placeOf, faults };
}
