/** Quizzes, notebooks and texts of elsewhere, which are imported. */
import fc from 'fast-check';
import type { Case } from './case.js';
import { words } from './words.js';

const quoted = JSON.stringify;
const xml = (inner: string): string => `<?xml version="1.0"?>\n<quiz>${inner}</quiz>`;
const question = (type: string, inner: string): string =>
  `<question type="${type}"><name><text>Q</text></name>${inner}</question>`;

const byName: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a.toml': fc.oneof(
    words,
    words.map(
      (word) =>
        `[[questions]]\ntype = "ShortAnswer"\nprompt.prompt = ${quoted(word)}\nanswer.answer = ${quoted(word)}\n`,
    ),
    words.map(
      (word) =>
        `[[questions]]\ntype = "MultipleChoice"\nprompt.prompt = "P"\nprompt.distractors = [${quoted(word)}]\nanswer.answer = ${quoted(`${word}!`)}\n`,
    ),
    words.map(
      (word) =>
        `[[questions]]\ntype = "Tracing"\nprompt.program = ${quoted(word)}\nanswer.doesCompile = true\nanswer.stdout = ${quoted(word)}\n`,
    ),
    words.map((word) => `a = ${'['.repeat(5000)}\n${word}`),
    words.map((word) => `${word} = 1\n[[questions]]\ntype = ${quoted(word)}\n`),
  ),
  'a.gift': fc.oneof(
    words,
    words.map((word) => `::${word}:: ${word} {=${word} ~b#${word}}\n\n`),
    words.map((word) => `Q {=a -> ${word} =b -> c}\n\nQ2 {#${word}}\n\nQ3 {T#${word}}\n`),
    words.map((word) => `$CATEGORY: ${word}/../..\n\n[html]<p>${word}</p> {=a ~b}\n`),
  ),
  'a.xml': fc.oneof(
    words,
    words.map((word) => xml(word)),
    words.map((word) =>
      xml(
        question(
          'shortanswer',
          `<questiontext format="html"><text><![CDATA[${word}]]></text></questiontext><answer fraction="100"><text>${word}</text></answer>`,
        ),
      ),
    ),
    words.map((word) =>
      xml(
        question(
          'coderunner',
          `<coderunnertype>python3</coderunnertype><answer>${word}</answer><testcases><testcase><testcode><text><![CDATA[${word}]]></text></testcode><expected><text>${word}</text></expected></testcase></testcases>`,
        ),
      ),
    ),
    words.map((word) =>
      xml(
        question(
          'numerical',
          `<answer fraction="1e999"><text>${word}</text><tolerance>-1e999</tolerance></answer>`,
        ),
      ),
    ),
    words.map((word) =>
      xml(
        question(
          'matching',
          `<subquestion><text>${word}</text><answer><text>${word}</text></answer></subquestion>`.repeat(
            30,
          ),
        ),
      ),
    ),
    words.map(
      (word) =>
        `<!DOCTYPE quiz [<!ENTITY a "${word}"><!ENTITY b SYSTEM "file:///etc/passwd">]><quiz>&a;&b;${question('essay', '<questiontext><text>&b;</text></questiontext>')}</quiz>`,
    ),
    words.map((word) => xml(question(word, `<${word}>`))),
  ),
  'a.ipynb': fc.oneof(
    words,
    fc.tuple(words, fc.anything({ maxDepth: 4 })).map(([word, value]) => {
      const cell = {
        cell_type: 'code',
        source: [word],
        outputs: [{ output_type: 'stream', text: value }],
      };
      return quoted(
        {
          nbformat: 4,
          metadata: value,
          cells: [cell, { cell_type: 'markdown', source: word }, value],
        },
        plain,
      );
    }),
    words.map((word) =>
      quoted({
        cells: [
          { cell_type: 'markdown', source: `# ${word}\n\n![a](attachment:${word})` },
          { cell_type: 'raw', source: word },
        ],
      }),
    ),
    words.map((word) => `{"cells":${'['.repeat(20_000)}${quoted(word)}`),
    words.map((word) =>
      quoted({
        cells: [
          {
            cell_type: 'code',
            source: '%%bash\nrm -rf ~\n!ls',
            outputs: [{ output_type: 'error', traceback: [word], ename: word, evalue: word }],
          },
        ],
      }),
    ),
  ),
  'a.md': fc.oneof(
    words,
    words.map((word) => `# ${word}\n\n${word}\n\n\`\`\`python ${word}\nx\n\`\`\`\n`),
    words.map((word) => `---\n${word}: [\n---\n# A\n[${word}](${word}) <${word}>\n`),
  ),
};

/** Names of files that the system would allow. */
const names = fc.constantFrom(
  '',
  '$(trash)',
  '[a](command:b)',
  '..',
  'con',
  'a'.repeat(200),
  '\u202e',
  '__proto__',
);

export const imports: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...Object.keys(byName)), names)
  .chain(([name, before]) =>
    (byName[name] ?? words).map((whole) => ({
      kind: 'import' as const,
      name: before + name,
      text: whole,
    })),
  );

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value;
}
