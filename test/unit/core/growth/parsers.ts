/** Everything in the core that reads text from outside, each as a function of one text. */
import { readBank } from '../../../../src/app/importing/importFormats.js';
import { packOfBank } from '../../../../src/app/importing/packOfBank.js';
import { diffLines } from '../../../../src/core/outputDiff.js';
import { compareOutput } from '../../../../src/core/outputComparison.js';
import { matchesPattern, outputLines } from '../../../../src/core/outputPattern.js';
import { scriptOf } from '../../../../src/core/interview/modelAnswer.js';
import { plainText, sentencesOf, statementsOf } from '../../../../src/core/interview/sentences.js';
import { linkTarget, picturePath } from '../../../../src/core/linkTarget.js';
import { renderDocument } from '../../../../src/core/markdown.js';
import { noteBody, noteExcerpt } from '../../../../src/core/note.js';
import { installFault } from '../../../../src/core/python/installFault.js';
import { unmetNeeds } from '../../../../src/core/python/needs.js';
import { parseRequirement } from '../../../../src/core/python/requirement.js';
import { compareVersions, pythonSatisfies } from '../../../../src/core/python/versions.js';
import { checkText } from '../../../../src/core/pack/checkText.js';
import { parseFenceInfo } from '../../../../src/core/pack/fenceInfo.js';
import { splitFrontMatter } from '../../../../src/core/pack/frontMatter.js';
import { nearestWord } from '../../../../src/core/pack/nearestWord.js';
import { parsePackInfo } from '../../../../src/core/pack/parsePack.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';
import { splitRequirements } from '../../../../src/core/pack/requirements.js';
import { isSafePath } from '../../../../src/core/pack/safePath.js';
import { shownText, Terminal } from '../../../../src/core/terminal/terminal.js';
import { moduleFileName } from '../../../../src/core/python/moduleNames.js';
import { TracebackText } from '../../../../src/core/python/tracebackText.js';
import { plainText as plainNotice } from '../../../../src/core/plainText.js';
import { decodeJournal } from '../../../../src/core/progress/decodeJournal.js';
import { decodeExport } from '../../../../src/core/progress/exportFile.js';
import { isLearnerPath, nameHere } from '../../../../src/core/progress/learnerPath.js';
import { isTypedAs } from '../../../../src/core/quiz/typedText.js';
import { parseQuery, queryText } from '../../../../src/core/searchQuery.js';
import { sourceTitle } from '../../../../src/core/sourceTitle.js';
import { systemFault } from '../../../../src/core/systemFault.js';
import { Recording } from '../../../../src/core/trace/recording.js';
import type { TextItem } from '../../../../src/core/pack/pack.js';
import { acceptsText, patternFaults } from '../../../../src/core/quiz/acceptedText.js';
import { QuestionSearch, searchText } from '../../../../src/core/search.js';
import { text as textItem } from '../quiz/items.js';

const interpreter = { version: '3.13.1', distributions: { a: '1' }, implementation: 'cpython' };
const contents = { questions: new Set(['a']), files: new Set(['files/a.svg']) };
const head = '---\ntitle: A\ntopic: t\n';
/** A text over and over with other numbers in it, so that no two are the same. */
const numbered = (text: string, size = 1): string =>
  Array.from({ length: Math.max(1, Math.ceil(size / text.length)) }, (_, n) =>
    text.replace('#', String(n)),
  ).join('');
const tryInfo = (info: string): unknown => {
  try {
    return parseFenceInfo(info);
  } catch (error) {
    return error;
  }
};
const accepting = (accept: readonly string[]): TextItem => ({ ...textItem, accept });
const lines = (text: string): readonly string[] => text.split('\n');

/** What builds a whole document, or compares, is slow for its size, and takes only some of the fragments each time. */
const imported = (name: string, text: string): Promise<unknown> =>
  readBank({ name, text })
    .then((bank) => packOfBank('p', bank, name))
    .catch(String);

export const slowParsers: Readonly<Record<string, (text: string) => unknown>> = {
  'Markdown as HTML': renderDocument,
  'a check of Markdown': (text) => checkText(text, contents),
  'a question': (text) => parseQuestion('p', 'questions/a.md', `${head}---\n${text}`),
  'a question’s front matter': (text) =>
    parseQuestion('p', 'questions/a.md', `---\ntitle: ${text}\n---\n`),
  'keys of a front matter': (text) =>
    parseQuestion('p', 'questions/a.md', `---\n${numbered('k#: a\n', text.length)}---\n`),
  'snippets of a question': (text) =>
    parseQuestion(
      'p',
      'questions/a.md',
      `${head}---\n${numbered('```python {name=b#}\n```\n', text.length)}`,
    ),
  'a quiz': (text) =>
    parseQuiz('p', 'quizzes/a.yaml', `title: A\nitems:\n${text}`, () => undefined),
  'a pack': (text) => parsePackInfo(`id: a\ntitle: A\ntopics: [${text}`),
  'an interview’s script': (text) => scriptOf({ id: 'a', title: 'A', body: text }),
  'an interview’s follow-ups': (text) =>
    scriptOf({ id: 'a', title: 'A', body: `## Follow-up questions\n**A?** ${text}` }),
  statements: (text) => statementsOf(text, 5),
  'inline Markdown as text': plainText,
  search: (text) => QuestionSearch.build([{ id: 'a', title: text, tags: text, text }]),
  'output and a pattern': (text) => matchesPattern(`${text}...${text.slice(1)}b...`, text + text),
  'output with a long piece': (text) => matchesPattern(`...${text}b${text}...`, text.repeat(3)),
  'output in any order': (text) =>
    compareOutput(
      [{ stream: 'stdout', text: text.replaceAll('\n', '...\n'), unordered: true }],
      { stdout: text, stderr: '' },
      '3.13',
    ),
  'a terminal': (text) => {
    const terminal = new Terminal();
    for (let at = 0; at < text.length; at += 1000)
      terminal.write('stdout', text.slice(at, at + 1000));
    return terminal.text();
  },
  'a traceback in pieces': (text) => {
    const traceback = new TracebackText('/run', '/shown');
    for (const piece of `File "${text}`) traceback.take(piece);
    return traceback.release();
  },
  'lines of a journal': (text) => decodeJournal(`{"v":3,${text}\n${text}`),
  'an export': (text) =>
    decodeExport(`{"format":"python-interview-lab/progress","events": [\n${text}`, () =>
      Promise.resolve(),
    ).catch(String),
  'the events of an export': (text) =>
    decodeExport(
      `{"format":"python-interview-lab/progress","version":1\n"events": [\n${text}\n],\n"later": []}`,
      () => Promise.resolve(),
    ).catch(String),
  'a quiz of GIFT': (text) => imported('a.gift', `Q {=${text} ~b}\n\n${text}`),
  'a quiz of Moodle': (text) =>
    imported(
      'a.xml',
      `<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><answer fraction="100"><text>a</text></answer></question>${text}</quiz>`,
    ),
  'a quiz of mdbook': (text) => imported('a.toml', `[[questions]]\ntype = "Tracing"\n${text}`),
  'a notebook': (text) =>
    imported(
      'a.ipynb',
      JSON.stringify({
        cells: ['markdown', 'code', 'code'].map((kind) => ({ cell_type: kind, source: text })),
      }),
    ),
  'Markdown of elsewhere': (text) => imported('a.md', text),
  'a long line of a terminal': (text) => shownText(`${'x'.repeat(text.length)}\r${text}`),
  'a comparison': (text) => diffLines(lines(text), lines(`b${text}...`)),
};

export const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  'a recording': (text) => new Recording(`${text}\n{"k":"line","n":1,${text}`),
  'what is searched for': (text) => queryText(parseQuery(`level:${text} tag:a`)),
  'text for a notification': (text) => [plainNotice(text), plainNotice(text, text.length)],
  'the address of a source': (text) => sourceTitle(`https://docs.python.org/3/${text}#${text}`),
  'a learner’s path': (text) => [isLearnerPath(`scratch/${text}`), nameHere(text, true)],
  'the name of a snippet': (text) => moduleFileName(text, `import ${text}\nfrom ${text}`),
  'what the system says': (text) => systemFault(new Error(`${text} ENOENT: ${text}`)),
  'a typed answer': (text) => isTypedAs('x', text),
  sentences: sentencesOf,
  'words to search': searchText,
  'a link': linkTarget,
  'a link to a question': (text) => linkTarget(`question:${text}`),
  'a picture': (text) => picturePath(`files/${text}.svg`),
  'a path': isSafePath,
  'an info string': (text) => tryInfo(`python${text}`),
  'attributes of a fence': (text) => tryInfo(`python {a="${text}`),
  'requirements of a snippet': splitRequirements,
  'the end of a front matter': (text) => splitFrontMatter(`---\n${text}`),
  'a word near another': (text) => nearestWord(text, [text, 'title']),
  'a note': (text) => noteExcerpt(noteBody(text), 'a'),
  'an installer’s output': installFault,
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
};
