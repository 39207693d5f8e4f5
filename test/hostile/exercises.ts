/** Exercises of which one part is hostile. */
import fc from 'fast-check';
import type { Case } from './case.js';
import { text, words, wrong } from './words.js';

const quoted = JSON.stringify;
const parts = ['exercise.md', 'starter.py', 'checks.py', 'measure.py', 'solutions/plain.md'];
const told = ['exercise.md', 'starter.py', 'checks.py', 'solutions/plain.md'];

const task = fc.oneof(
  ...['title', 'minutes', 'timeout', 'hints', 'requires', 'python', 'level', 'tags', 'order'].map(
    (key) =>
      words.map(
        (word) =>
          `---\n${key === 'title' ? '' : 'title: Bad\n'}topic: basics\n${key === 'minutes' ? '' : 'minutes: 5\n'}${key}: ${word}\n---\nTask.\n`,
      ),
  ),
  words.map(
    (word) =>
      `---\ntitle: Bad\ntopic: basics\nminutes: 5\nhints: [${quoted(word)}]\nrequires: [${quoted(word)}]\n---\nTask.\n`,
  ),
  words.map((word) => `---\ntitle: Bad\ntopic: basics\nminutes: 5\n${word}: 1\n---\nTask.\n`),
  words.map((word) => `---\ntitle: Bad\ntopic: basics\nminutes: 5\n---\n${word}\n`),
);
const program = fc.oneof(
  words,
  words.map((word) => `def test_a():\n    ${quoted(word)}\n`),
  words.map((word) => `def test_${word}():\n    pass\n`),
  words.map((word) => `import os\nos.system(${quoted(word)})\n`),
);
const solution = fc.oneof(
  ...['title', 'order', 'time', 'memory', 'when'].map((key) =>
    words.map((word) => {
      const rest = ['title: A', 'time: O(1)', 'memory: O(1)', 'when: Always.'].filter(
        (line) => !line.startsWith(key),
      );
      return `---\n${[...rest, `${key}: ${word}`].join('\n')}\n---\n\`\`\`python\nx = 1\n\`\`\`\n`;
    }),
  ),
  words.map(
    (word) =>
      `---\ntitle: A\ntime: O(1)\nmemory: O(1)\nwhen: Always.\n---\n\`\`\`python ${word}\nx\n\`\`\`\n${word}\n`,
  ),
  words,
);
const textOf = (part: string): fc.Arbitrary<string> =>
  part === 'exercise.md' ? task : part.endsWith('.md') ? solution : program;

export const exercises: fc.Arbitrary<Case> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...parts, 'wrong/one.py', 'files/data.txt').chain((part) =>
      text(textOf(part)).map((ingredient) => ({
        kind: 'exercise' as const,
        part,
        ingredient,
        isWrong: false,
      })),
    ),
  },
  fc.tuple(fc.constantFrom(...told), wrong).map(([part, ingredient]) => ({
    kind: 'exercise' as const,
    part,
    ingredient,
    // Any text is a program.
    isWrong: !(part.endsWith('.py') && ingredient.kind === 'text' && ingredient.text !== ''),
  })),
  fc
    .tuple(
      fc.constantFrom('files/nul', 'solutions/a/b.md', 'chekcs.py', 'wrong/a.md', 'Files/a'),
      words,
    )
    .map(([part, word]) => ({
      kind: 'exercise' as const,
      part,
      ingredient: { kind: 'text' as const, text: word },
      isWrong: true,
    })),
);
