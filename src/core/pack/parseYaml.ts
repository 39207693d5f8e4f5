/** The YAML of packs as the library's document: the one place at which text becomes YAML. */
import { Composer, Lexer, Parser, YAMLParseError } from 'yaml';
import type { CST, Document, LineCounter } from 'yaml';
import { deepest, nestsTooDeep } from './yamlTree.js';

/** What is open beside the collections: the document, and a scalar in the innermost one. */
const openBesides = 2;

export class TooDeep extends Error {
  /** @param offset UTF-16 code units before what lies too deep */
  constructor(readonly offset: number) {
    super(nestsTooDeep);
  }
}

/**
 * Faults are in the document, and every scalar is a text.
 * @throws TooDeep before the library, which calls itself for each level, comes to the end of the stack: the process
 *   would end, if that happened while an expression is compiled
 */
export function parseYaml(text: string, lineCounter: LineCounter): Document.Parsed {
  // Unique keys are YamlTree's to find: the library compares each with each.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, schema: 'failsafe' });
  const [first, second] = composer.compose(tokensOf(text, lineCounter), true, text.length);
  if (!first) throw new Error('Each text has a document.');
  if (second) {
    const [from, to] = second.range;
    const message = 'There is more than one document.';
    first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', message));
  }
  return first;
}

function* tokensOf(text: string, lineCounter: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest + openBesides) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}
