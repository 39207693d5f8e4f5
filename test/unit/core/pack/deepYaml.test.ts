/** YAML that nests very deep: one clear problem at its place, found before the library follows it. */
import assert from 'node:assert/strict';
import { LineCounter } from 'yaml';
import { parseExercise } from '../../../../src/core/pack/parseExercise.js';
import { parsePackInfo } from '../../../../src/core/pack/parsePack.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';
import { parseYaml, TooDeep } from '../../../../src/core/pack/parseYaml.js';
import { quizSchema } from '../../../../src/core/pack/quizSchema.js';
import { yamlSpots } from '../../../../src/core/pack/spots/yamlSpots.js';
import { decodeYaml } from '../../../../src/core/pack/yamlText.js';
import * as v from 'valibot';

/** Levels; the library comes to the end of its stack at about 3,000. */
const levels = 30_000;
const deep = {
  lists: (depth: number) => '['.repeat(depth),
  'closed lists': (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`,
  maps: (depth: number) => '{a: '.repeat(depth),
  'pairs of lists': (depth: number) => '[a: '.repeat(depth),
  'lists of lines': (depth: number) => `\n${'- '.repeat(depth)}a`,
  'keys that are asked for': (depth: number) => `\n${'? '.repeat(depth)}a`,
  'lists over lines': (depth: number) => `\n${' [\n'.repeat(depth)}`,
  'tagged lists': (depth: number) => '!a [ '.repeat(depth),
  'named lists': (depth: number) => '&a ['.repeat(depth),
} as const;

function levelsRead(text: string): unknown {
  try {
    return parseYaml(text, new LineCounter()).errors.map(({ code }) => code);
  } catch (error) {
    return error instanceof TooDeep ? 'too deep' : String(error);
  }
}

describe('YAML that nests very deep', () => {
  for (const [what, text] of Object.entries(deep))
    it(`is told of once, where it becomes too deep: ${what}`, () => {
      const yaml = `title: T\nitems: ${text(levels)}\n`;
      const exercise = { 'exercise.md': `---\n${yaml}---\nText.\n` };
      for (const [faults, firstLine] of [
        [parseQuiz('p', 'quizzes/a.yaml', yaml, () => undefined).faults, 0],
        [parsePackInfo(yaml).faults, 0],
        [parseQuestion('p', 'questions/a.md', `---\n${yaml}---\nText.\n`).faults, 1],
        [parseExercise('p', 'a', new Map(Object.entries(exercise))).faults, 1],
      ] as const) {
        const told = faults.filter(({ message }) => message === 'This nests too deep.');
        assert.equal(told.length, 1, JSON.stringify(faults));
        assert.ok((told[0]?.line ?? 0) >= firstLine + 1, 'at the line of what nests');
        assert.ok((told[0]?.line ?? levels) <= firstLine + 40, 'where it becomes too deep');
      }
    });

  it('is read to twenty levels, and told of from there', () => {
    const value = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const told = (depth: number): readonly string[] =>
      decodeYaml(`a: ${value(depth)}`, v.any()).faults.map(({ message }) => message);
    assert.deepEqual(told(20), []);
    assert.deepEqual(told(21), ['This nests too deep.']);
    assert.deepEqual(told(22), ['This nests too deep.']);
    assert.deepEqual(told(200), ['This nests too deep.']);
  });

  it('does not end what helps an author', () => {
    const text = `title: T\nitems: ${'['.repeat(levels)}`;
    assert.deepEqual(yamlSpots(text, quizSchema, 'quizzes/a.yaml', text.split('\n'), 0), []);
  });

  it('is as wide as it likes', () => {
    const wide = `a: [${'[], '.repeat(5000)}]\nb:\n${'- [a]\n'.repeat(5000)}`;
    assert.deepEqual(levelsRead(wide), []);
    assert.deepEqual(levelsRead('a: 1\n---\nb: 2\n'), ['MULTIPLE_DOCS']);
  });
});
