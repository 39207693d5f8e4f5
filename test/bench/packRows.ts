/** A pack of 10,000 questions: loaded, indexed and searched. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Catalog } from '../../src/core/catalog.js';
import { FolderPack } from '../../src/app/content/folderPack.js';
import { openPackFolder } from '../../src/hosts/node/packs/packFolder.js';
import { medianRow, timesOf } from './statistics.js';
import type { Rows } from './statistics.js';

const questions = 10_000;
const topics = 20;
const words =
  'module import generator coroutine descriptor metaclass closure iterator context manager thread process queue buffer protocol typing overload dataclass exception traceback bytecode interpreter garbage reference cycle attribute lookup decorator wrapper argument keyword default namespace package loader finder spec cache compile frame stack heap object slot mapping sequence hash equality ordering slice index pattern match guard capture literal union optional variance inference annotation schema validation serialize logging handler'.split(
    ' ',
  );

export async function packRows(folder: string): Promise<Rows> {
  await writePack(folder);
  let catalog = new Catalog([]);
  const ready = await timesOf(5, async () => {
    const { pack, faults } = await FolderPack.read(folder, openPackFolder);
    if (!pack || pack.questions.length !== questions)
      throw new Error(`The generated pack is not as meant: ${faults[0]?.message ?? 'too short'}`);
    catalog = new Catalog([pack]);
  });
  const index = await timesOf(1, () => catalog.search('module'));
  const search = await timesOf(queries.length, (run) => catalog.search(queries[run] ?? ''));
  return {
    'pack10k.ready': medianRow('ms', ready),
    'pack10k.index': medianRow('ms', index),
    'pack10k.search': medianRow('ms', search),
  };
}

/** Three users at the keyboard: each key is a search of its own. */
const queries = ['gener coro', 'metaclas', 'thread'].flatMap((typed) =>
  Array.from({ length: typed.length }, (_, key) => typed.slice(0, key + 1)).filter(
    (query) => !query.endsWith(' '),
  ),
);

async function writePack(folder: string): Promise<void> {
  await mkdir(join(folder, 'questions'), { recursive: true });
  const topicLines = Array.from(
    { length: topics },
    (_, index) => `  - id: topic-${index}\n    title: Topic ${index}\n    description: Generated.`,
  );
  const head = 'id: generated\ntitle: Generated\ndescription: For the bench.\nversion: 1.0.0';
  const info = `${head}\nlicense: MIT\ntopics:\n${topicLines.join('\n')}\n`;
  await writeFile(join(folder, 'pack.yaml'), info);
  const random = randomNumbers(42);
  for (let number = 0; number < questions; number++) {
    const file = join(folder, 'questions', `question-${number}.md`);
    await writeFile(file, questionText(number, random));
  }
}

function questionText(number: number, random: () => number): string {
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const sentence = (): string => `The ${Array.from({ length: 14 }, word).join(' ')} v${number}.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ');
  return `---
title: How does the ${word()} ${word()} number ${number} work?
topic: topic-${number % topics}
order: ${number}
level: advanced
tags: [${word()}, tag-${number % 100}]
python: ">=3.10"
sources:
  - https://docs.python.org/3/
---
${paragraph()}

## How it works
${paragraph()}

\`\`\`python {name=first}
print(${number})
\`\`\`

\`\`\`output
${number}
\`\`\`

${paragraph()}
`;
}

/** The same numbers in each run (Lehmer's generator), so that runs can be compared. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
