import assert from 'node:assert/strict';
import { fileSpots } from '../../../../../src/core/pack/spots/fileSpots.js';
import { spotAt } from '../../../../../src/core/pack/spots/spot.js';
import type { Spot } from '../../../../../src/core/pack/spots/spot.js';
import { slotAt } from '../../../../../src/core/pack/spots/caret.js';

/** A text with `|` at the place that is asked about. */
function placed(marked: string): {
  readonly text: string;
  readonly line: number;
  readonly column: number;
} {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** What a spot is, in short: `names question gil`, `key`, `value`. */
function told(spot: Spot | undefined): string | undefined {
  if (!spot) return undefined;
  if ('named' in spot) {
    const { kind, id, file } = spot.named;
    return [spot.role, kind, id, ...(file === '' ? [] : [`of ${file}`])].join(' ');
  }
  return spot.role;
}

const question = 'questions/a.md';
const exercise = 'exercises/x/exercise.md';
const quiz = 'quizzes/q.yaml';
const head = '---\ntitle: A\ntopic: t\n---\n';

describe('what stands at a place of a pack’s file', () => {
  for (const [file, marked, word, what] of [
    [question, '---\ntitle: A\nto|pic: t\n---\n', 'topic', 'key'],
    [question, '---\ntitle: A\ntopic: basi|cs\n---\n', 'basics', 'names topic basics'],
    [question, '---\r\ntopic: "bas|ics"\n---\n', 'basics', 'names topic basics'],
    [
      question,
      '---\nrelated: [gil, im|port-system]\n---\n',
      'import-system',
      'names question import-system',
    ],
    [question, '---\nprerequisites:\n  - g|il\n---\n', 'gil', 'names question gil'],
    [question, '---\ntags: [a, b|c]\n---\n', 'bc', 'names tag bc'],
    [question, '---\nlevel: co|re\n---\n', 'core', 'value'],
    [question, `${head}See [it](question:g|il).\n`, 'gil', 'names question gil'],
    [question, `${head}\`(gil.md\` See [it](g|il.md#how-it-works).\n`, 'gil', 'names question gil'],
    [
      question,
      `${head}See [it](gil.md#how|-it-works).\n`,
      'how-it-works',
      'names section how-it-works of questions/gil.md',
    ],
    [
      question,
      `${head}See [it](#pit|falls).\n\n## Pitfalls\n`,
      'pitfalls',
      `names section pitfalls of ${question}`,
    ],
    [question, `${head}\n> ## Pit|falls\n`, 'Pitfalls', `defines section pitfalls of ${question}`],
    [question, `${head}![x](files/a|.svg)\n`, 'files/a.svg', 'names picture files/a.svg'],
    [question, `${head}[x](https://a|.b)\n`, 'https://a.b', 'target'],
    [
      question,
      `${head}\`\`\`python {name=o|ne}\n\`\`\`\n`,
      'one',
      `defines snippet one of ${question}`,
    ],
    [
      question,
      `${head}\`\`\`output {of="o|ne"}\n\`\`\`\n`,
      'one',
      `names snippet one of ${question}`,
    ],
    [question, `${head}\`\`\`output {of=one stre|am=stderr}\n\`\`\`\n`, 'stream', 'attribute'],
    [question, `${head}\`\`\`output {of=one stream=std|err}\n\`\`\`\n`, 'stderr', 'attributeValue'],
    [exercise, '---\nminutes: 5\nrelated: [g|il]\n---\nText.\n', 'gil', 'names question gil'],
    [
      exercise,
      '---\nhints:\n  - See [it](question:g|il).\n---\nText.\n',
      'gil',
      'names question gil',
    ],
    [
      'exercises/x/solutions/a.md',
      '---\nwhen: as [said](question:g|il)\n---\n',
      'gil',
      'names question gil',
    ],
    [quiz, 'items:\n  - question: g|il\n    kind: text\n', 'gil', 'names question gil'],
    [
      quiz,
      'items:\n  - kind: output\n    snippet: gil/c|ount\n',
      'count',
      'names snippet count of questions/gil.md',
    ],
    [quiz, 'items:\n  - kind: output\n    snippet: g|il/count\n', 'gil', 'names question gil'],
    [
      quiz,
      'items:\n  - kind: single\n    options:\n      - { text: "[x](question:g|il)" }\n',
      'gil',
      'names question gil',
    ],
    ['pack.yaml', 'topics:\n  - { id: b|asics, title: T }\n', 'basics', 'defines topic basics'],
    ['pack.yaml', 'paths:\n  - id: p\n    questions: [a, g|il]\n', 'gil', 'names question gil'],
    ['pack.yaml', 'aliases:\n  questions: { old: g|il }\n', 'gil', 'names question gil'],
    ['README.md', '[x](question:g|il)', undefined, undefined],
  ] as const)
    it(`is told in ${file}: ${JSON.stringify(marked.slice(-50))}`, () => {
      const { text, line, column } = placed(marked);
      const spot = spotAt(fileSpots(file, text), line, column);
      assert.equal(told(spot), what);
      assert.equal(spot && text.split('\n')[line]?.slice(...spot.columns), word);
    });

  it('is nothing in YAML that nests without end', () => {
    assert.deepEqual(fileSpots('pack.yaml', '['.repeat(2000)), []);
  });

  it('is sought no further where the links of a text are not found as they are written', () => {
    const links = '[x](question:ä) '.repeat(500);
    assert.equal(fileSpots(question, `${head}${links}[x](question:gil)`).length, 4);
  });
});

describe('what could be written at the caret', () => {
  for (const [file, marked, what, typed] of [
    [question, '---\ntitle: A\nlev|\ntopic: t\n---\n', 'key', 'lev'],
    [question, '---\n|\n---\n', 'key', ''],
    [question, '---\ntitle: A\nle|vel: core\n---\n', 'key', 'le'],
    [question, '---\ntitle: A\nlevel: |\ntopic: t\n---\n', 'value', ''],
    [question, '---\ntopic: |\n---\n', 'names topic', ''],
    [question, '---\nrelated: [gil, |\ntopic: t\n---\n', 'names question', ''],
    [question, '---\nrelated:\n  - im|\ntopic: t\n---\n', 'names question', 'im'],
    [question, `${head}See [it](question:|\n`, 'names question', ''],
    [question, `${head}See [it](question:im| and more (so).\n`, 'names question', 'im'],
    [question, `${head}See [it](|)\n`, 'target', ''],
    [question, `${head}See [it](gil.md#|)\n`, 'names section', ''],
    [question, `${head}![it](files/|\n`, 'target', 'files/'],
    [question, `${head}\`\`\`python {|\nx\n\`\`\`\n`, 'attribute', ''],
    [question, `${head}\`\`\`python {name=a ti|}\nx\n\`\`\`\n`, 'attribute', 'ti'],
    [question, `${head}\`\`\`output {of=|\n\`\`\`\n`, 'names snippet', ''],
    [question, `${head}\`\`\`output {of=a stream=|}\n\`\`\`\n`, 'attributeValue', ''],
    [question, `${head}\`\`\`python {name=a python="|\n\`\`\`\n`, 'attributeValue', ''],
    [quiz, 'title: Q\nitems:\n  - |\n', 'key', ''],
    [quiz, 'title: Q\nitems:\n  - id: a\n    ki|\n    question: b\n', 'key', 'ki'],
    [quiz, 'title: Q\nitems:\n  - id: a\n    kind: |\n', 'value', ''],
    [
      quiz,
      'title: Q\nitems:\n  - id: a\n    kind: single\n    question: g|\n',
      'names question',
      'g',
    ],
    [quiz, 'items:\n  - kind: output\n    snippet: gil/|\n', 'names snippet', ''],
    [quiz, 'items:\n  - kind: text\n    prompt: See [it](question:|\n', 'names question', ''],
  ] as const)
    it(`is told in ${file}: ${JSON.stringify(marked.slice(-50))}`, () => {
      const { text, line, column } = placed(marked);
      const slot = slotAt(file, text, line, column);
      assert.ok(slot?.spot, 'nothing is known of this place');
      const said = told(slot.spot)?.split(' ').slice(0, 2).join(' ');
      assert.deepEqual([said, slot.typed], [what, typed]);
    });

  it('takes the place of the whole word, and says what follows it', () => {
    const { text, line, column } = placed(`${head}See [it](question:gi|xx).\n`);
    const slot = slotAt(question, text, line, column);
    assert.ok(slot?.spot);
    assert.equal(text.split('\n')[line]?.slice(...slot.columns), 'gixx');
    assert.equal(slot.after, ').');
  });
});
