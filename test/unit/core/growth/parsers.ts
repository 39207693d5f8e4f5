/** Everything in the core that reads text from outside, each as a function of one text. */
import { diffLines } from '../../../../src/core/outputDiff.js';
import { compareOutput } from '../../../../src/core/outputComparison.js';
import { matchesPattern, outputLines } from '../../../../src/core/outputPattern.js';
import { scriptOf } from '../../../../src/core/interview/modelAnswer.js';
import { plainText, sentencesOf, statementsOf } from '../../../../src/core/interview/sentences.js';
import { linkedQuestion, referencesOf, renderDocument } from '../../../../src/core/markdown.js';
import { noteBody, noteExcerpt } from '../../../../src/core/note.js';
import { installFault } from '../../../../src/core/python/installFault.js';
import { unmetNeeds } from '../../../../src/core/python/needs.js';
import { readsInput } from '../../../../src/core/python/readsInput.js';
import { parseRequirement } from '../../../../src/core/python/requirement.js';
import { compareVersions, pythonSatisfies } from '../../../../src/core/python/versions.js';
import type { TextItem } from '../../../../src/core/pack/pack.js';
import { acceptsText, patternFaults } from '../../../../src/core/quiz/acceptedText.js';
import { QuestionSearch, searchText } from '../../../../src/core/search.js';
import { text as textItem } from '../quiz/items.js';

const interpreter = { version: '3.13.1', distributions: { a: '1' }, implementation: 'cpython' };
const accepting = (accept: readonly string[]): TextItem => ({ ...textItem, accept });
const lines = (text: string): readonly string[] => text.split('\n');

/** A parser that builds a whole document is slow for its size, and takes only some of the fragments each time. */
export const slowParsers: Readonly<Record<string, (text: string) => unknown>> = {
  'Markdown as HTML': renderDocument,
  'links and pictures of Markdown': referencesOf,
  'an interview’s script': (text) => scriptOf({ id: 'a', title: 'A', body: text }),
  'an interview’s follow-ups': (text) =>
    scriptOf({ id: 'a', title: 'A', body: `## Follow-up questions\n**A?** ${text}` }),
  statements: (text) => statementsOf(text, 5),
  'inline Markdown as text': plainText,
  search: (text) => QuestionSearch.build([{ id: 'a', title: text, tags: text, text }]),
};

export const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  sentences: sentencesOf,
  'words to search': searchText,
  'a link': linkedQuestion,
  'a note': (text) => noteExcerpt(noteBody(text), 'a'),
  'an installer’s output': installFault,
  'needs of input': readsInput,
  'a requirement': parseRequirement,
  'a requirement with extras': (text) => parseRequirement(`a[${text}`),
  'a requirement with a range': (text) => parseRequirement(`a>=${text}`),
  'a marker': (text) => unmetNeeds({ python: '>=3', requires: [`a; ${text}`, text] }, interpreter),
  'a range of versions': (text) => pythonSatisfies(text, '3.13.1'),
  'a version': (text) => [pythonSatisfies('>=3', text), compareVersions(text, '1')],
  'an answer': (text) => acceptsText(accepting(['/(a|b)*c/', 'x']), text),
  'an accepted answer': (text) => [
    acceptsText(accepting([text]), 'a'),
    patternFaults(accepting([`/${text}/`])),
  ],
  'accepted answers': (text) =>
    patternFaults(accepting(Array<string>(2000).fill(`/${text.slice(0, 100)}/`))),
  'lines of output': outputLines,
  'output and a pattern': (text) => matchesPattern(`${text}...${text.slice(1)}b...`, text + text),
  'output with a long piece': (text) => matchesPattern(`...${text}b${text}...`, text.repeat(3)),
  'output in any order': (text) =>
    compareOutput(
      [{ stream: 'stdout', text: text.replaceAll('\n', '...\n'), unordered: true }],
      { stdout: text, stderr: '' },
      '3.13',
    ),
  'a comparison': (text) => diffLines(lines(text), lines(`b${text}...`)),
};
