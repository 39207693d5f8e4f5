import assert from 'node:assert/strict';
import { proposalsAt } from '../../../../../src/app/authoring/help/completion.js';
import { definitionOf } from '../../../../../src/app/authoring/help/definition.js';
import { faultsIn } from '../../../../../src/app/authoring/help/liveCheck.js';
import { shownAt } from '../../../../../src/app/authoring/help/hover.js';
import type { AuthoredPack } from '../../../../../src/app/authoring/help/authoredPack.js';
import { fileSpots } from '../../../../../src/core/pack/spots/fileSpots.js';
import { spotAt } from '../../../../../src/core/pack/spots/spot.js';
import type { Spot } from '../../../../../src/core/pack/spots/spot.js';
import { inPack, placed, team } from './writtenPacks.js';

const head = '---\ntitle: New\ntopic: basics\n---\n';
const file = 'questions/new.md';

async function proposed(marked: string, at: string = file): Promise<readonly string[]> {
  const { text, line, column } = placed(marked);
  const found = await inPack(team, { [at]: text }, (pack) =>
    proposalsAt(pack, at, text, line, column),
  );
  return found?.proposals.map(({ insert }) => insert) ?? [];
}

describe('what is proposed to an author', () => {
  for (const [marked, expected] of [
    ['---\ntopic: |\n---\n', ['basics', 'deep']],
    ['---\nlevel: |\n---\n', ['core', 'advanced', 'expert']],
    ['---\ntags: [t|\n---\n', ['threads']],
    ['---\nrelated: [|]\n---\n', ['gil', 'names']],
    [`${head}See [it](question:|\n`, ['gil', 'names', 'new']],
    [`${head}See [it](|)\n`, ['question:gil', 'question:names', 'question:new']],
    [`${head}See [it](gil.md#|)\n`, ['how-it-works']],
    [`${head}![it](|)\n`, ['files/lock.svg']],
    [`${head}\`\`\`python {name=one}\n\`\`\`\n\n\`\`\`output {of=|\n`, ['one']],
    [`${head}\`\`\`output {of=|\n\n\`\`\`python {name=one}\n\`\`\`\n`, ['one']],
    [`${head}\`\`\`output {of=one |}\n\`\`\`\n`, ['python=', 'stream=', 'unordered']],
    [`${head}\`\`\`output {of=one stream=|}\n\`\`\`\n`, ['stdout', 'stderr']],
  ] as const)
    it(`is what may stand there: ${JSON.stringify(marked.slice(-40))}`, async () => {
      assert.deepEqual(await proposed(marked), expected);
    });

  it('is the keys that are not there yet', async () => {
    const keys = await proposed('---\ntitle: A\nle|\ntopic: basics\n---\n');
    assert.ok(keys.includes('level: ') && keys.includes('prerequisites: '));
    assert.ok(!keys.includes('title: ') && !keys.includes('topic: '));
  });

  it('is the snippets of the question that a quiz names, and the keys of the kind of item', async () => {
    const quiz = 'quizzes/new.yaml';
    const item = 'items:\n  - id: a\n    question: gil\n';
    assert.deepEqual(await proposed(`${item}    kind: output\n    snippet: gil/|\n`, quiz), [
      'count',
    ]);
    assert.deepEqual(await proposed(`${item}    kind: |\n`, quiz), [
      'single',
      'multiple',
      'output',
      'text',
      'order',
      'code',
      'defect',
    ]);
    const keys = await proposed(`${item}    kind: order\n    li|\n`, quiz);
    assert.ok(keys.includes('lines: ') && !keys.includes('options: '));
  });

  it('is the pair of fences of a program where a line is begun, and nothing within a sentence', async () => {
    assert.ok((await proposed(`${head}\nsn|\n`))[0]?.startsWith('```python {name='));
    assert.deepEqual(await proposed(`${head}\nA sentence sn|\n`), []);
  });

  it('counts what is typed and not saved', async () => {
    const yaml = team['pack.yaml'].replace('id: deep', 'id: deeper');
    const { text, line, column } = placed('---\ntopic: |\n---\n');
    const found = await inPack(team, { 'pack.yaml': yaml, [file]: text }, (pack) =>
      proposalsAt(pack, file, text, line, column),
    );
    assert.deepEqual(
      found?.proposals.map(({ label }) => label),
      ['basics', 'deeper'],
    );
  });
});

/** Does something with what stands at the place of a question that is being written. */
async function at<T>(
  marked: string,
  work: (pack: AuthoredPack, spot: Spot, word: string) => Promise<T>,
): Promise<T> {
  const { text, line, column } = placed(marked);
  const spot = spotAt(fileSpots(file, text), line, column);
  assert.ok(spot);
  const word = (text.split('\n')[line] ?? '').slice(...spot.columns);
  return inPack(team, { [file]: text }, (pack) => work(pack, spot, word));
}

describe('what an author is shown of a place', () => {
  for (const [marked, expected] of [
    [
      `${head}[it](question:g|il)`,
      { title: 'What is the GIL?', text: 'A lock of the *interpreter*, held by one thread.' },
    ],
    ['---\ntopic: bas|ics\n---\n', { title: 'Basics', text: 'The first things.' }],
    ['---\ntags: [thr|eads]\n---\n', { title: 'threads', text: 'What is the GIL?' }],
    [
      '---\nle|vel: core\n---\n',
      { title: 'level', text: 'For whom it is: core, advanced (where nothing is said) or expert.' },
    ],
    [
      `${head}[it](gil.md#how-it|-works)`,
      { title: 'How it works', text: 'See [this](#how-it-works) and ![it](files/lock.svg).' },
    ],
    [`${head}![it](files/lo|ck.svg)`, { title: 'files/lock.svg', picture: 'files/lock.svg' }],
    [`${head}[it](question:ni|l)`, undefined],
  ] as const)
    it(`is what it leads to: ${marked.slice(-24)}`, async () => {
      assert.deepEqual(await at(marked, shownAt), expected);
    });
});

describe('the definition of what a pack’s text names', () => {
  for (const [marked, where, word] of [
    [`${head}[it](question:g|il)`, 'questions/gil.md', ''],
    [`${head}[it](gil.md#how-it|-works)`, 'questions/gil.md', 'How it works'],
    [`${head}[it](gil.md#How-It-Wo|rks)`, 'questions/gil.md', 'How it works'],
    ['---\ntopic: de|ep\n---\n', 'pack.yaml', 'deep'],
    [`${head}![it](files/lo|ck.svg)`, 'files/lock.svg', ''],
    [`${head}[it](question:ni|l)`, undefined, undefined],
  ] as const)
    it(`is found: ${marked.slice(-24)}`, async () => {
      const found = await at(marked, async (pack, spot) => {
        assert.ok('named' in spot);
        const place = await definitionOf(pack, spot.named);
        const text = place && (await pack.text(place.file));
        return {
          file: place?.file,
          word: text?.split('\n')[place?.line ?? 0]?.slice(...(place?.columns ?? [])),
        };
      });
      assert.deepEqual(found, { file: where, word });
    });

  it('is one of all the places that name it', async () => {
    const found = await inPack(team, { [file]: `${head}[it](question:gil)` }, (pack) =>
      pack.mentions({ kind: 'question', id: 'gil', file: '' }),
    );
    const files = found.map((mention) => mention.file);
    assert.deepEqual(
      [...new Set(files)],
      ['exercises/fizz/exercise.md', 'pack.yaml', 'questions/names.md', file, 'quizzes/first.yaml'],
    );
    assert.equal(files.length, 10);
  });
});

describe('a file of a pack that is being written', () => {
  for (const [name, text, mark, told] of [
    [file, '---\ntitle: A\ntopic: depe\n---\nText.\n', 'depe', /did you mean “deep”/],
    [
      file,
      `${head}[it](gil.md#how-it-work)\n`,
      'gil.md#how-it-work',
      /did you mean “how-it-works”/,
    ],
    [
      'quizzes/first.yaml',
      'title: F\nitems:\n  - { id: a, question: gli, kind: text, prompt: P, accept: [x] }\n',
      'gli',
      /did you mean “gil”/,
    ],
    [
      'pack.yaml',
      `${team['pack.yaml']}aliases: { questions: { lock: gli } }\n`,
      'gli',
      /did you mean “gil”/,
    ],
    [
      'exercises/fizz/exercise.md',
      '---\ntitle: F\ntopic: deep\nminutes: 5\nrelated: [gli]\n---\nText.\n',
      'gli',
      /did you mean “gil”/,
    ],
  ] as const)
    it(`is told of its one problem, at its place: ${mark} in ${name}`, async () => {
      const [fault, ...others] = await inPack(team, { [name]: text }, (pack) =>
        faultsIn(pack, name),
      );
      assert.deepEqual(others, []);
      assert.match(fault?.message ?? '', told);
      assert.equal(text.split('\n')[fault?.line ?? 0]?.slice(...(fault?.columns ?? [0, 0])), mark);
    });

  it('of the pack as it stands has no problem', async () => {
    const found = await inPack(team, {}, async (pack) =>
      Promise.all([...pack.files].map((each) => faultsIn(pack, each))),
    );
    assert.deepEqual(found.flat(), []);
  });
});
