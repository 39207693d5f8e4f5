import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { newPart } from '../../../../../src/app/authoring/newParts.js';
import { parsePackInfo } from '../../../../../src/core/pack/parsePack.js';
import { parseQuiz } from '../../../../../src/core/pack/parseQuiz.js';
import { jsonSchemas } from '../../../../../src/hosts/node/packs/jsonSchemas.js';
import { packYaml } from './writtenPack.js';

const content = 'content/expert-python';
const read = (file: string): string => readFileSync(`${content}/${file}`, 'utf8');
const quizzes = readdirSync(`${content}/quizzes`).map((name) => read(`quizzes/${name}`));
const snippet = { name: 'x', code: '', files: [], expected: [], requires: [], python: '>=3.10' };
const quiz =
  [...newPart('quiz', { title: 'Quiz', topic: 't', question: 'sound' }).files.values()][0] ?? '';

/** One change each that both must refuse. */
const wrongPacks = [
  packYaml.replace('title: Trial', 'titel: Trial'),
  packYaml.replace('title: Trial\n', ''),
  packYaml.replace(/topics:[^]*/, 'topics: none\n'),
  packYaml.replace(/topics:[^]*/, 'topics: []\n'),
  packYaml.replace('title: Topic', 'title: Topic, hue: red'),
  `${packYaml}address: http://example.org\n`,
  `${packYaml}paths: { id: a }\n`,
  `${packYaml}aliases: { question: { a: t } }\n`,
  `${packYaml}format: new\n`,
];
const wrongQuizzes = [
  quiz.replace('title: Quiz', 'titel: Quiz'),
  quiz.replace('kind: single', 'kind: simple'),
  quiz.replace('    prompt: What does it print?\n', ''),
  quiz.replace('correct: true', 'correct: perhaps'),
  quiz.replace('kind: output', 'kind: output\n    options: []'),
  quiz.replace('id: printed', 'id: printed\n    level: hard'),
  'title: Quiz\nitems: []\n',
];

describe('the JSON schemas for the YAML extension', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const pack = ajv.compile(jsonSchemas.pack as object);
  const quizzed = ajv.compile(jsonSchemas.quiz as object);
  const agrees = (validate: ValidateFunction, text: string, faults: number): void => {
    const isRight = validate(parse(text));
    assert.equal(
      isRight,
      faults === 0,
      `${text.slice(0, 400)}\n${JSON.stringify(validate.errors)}`,
    );
  };
  const faultsOfPack = (text: string): number => parsePackInfo(text).faults.length;
  const faultsOfQuiz = (text: string): number => {
    const { quiz: parsed, faults } = parseQuiz(
      'pack',
      'quizzes/quiz.yaml',
      text,
      () => snippet as never,
    );
    return parsed && faults.length === 0 ? 0 : 1;
  };

  it('take the shipped pack and what New Quiz writes, as our parsers do', () => {
    for (const text of [read('pack.yaml'), packYaml]) {
      assert.equal(faultsOfPack(text), 0);
      agrees(pack, text, 0);
    }
    for (const text of [...quizzes, quiz]) {
      assert.equal(faultsOfQuiz(text), 0, text.slice(0, 100));
      agrees(quizzed, text, 0);
    }
  });

  for (const [at, text] of wrongPacks.entries())
    it(`refuse a pack.yaml that our parser refuses (${at + 1})`, () => {
      assert.ok(faultsOfPack(text) > 0, text);
      agrees(pack, text, 1);
    });

  for (const [at, text] of wrongQuizzes.entries())
    it(`refuse a quiz that our parser refuses (${at + 1})`, () => {
      assert.ok(faultsOfQuiz(text) > 0, text);
      agrees(quizzed, text, 1);
    });

  it('say what a key is for, and which words a value may be', () => {
    const said = JSON.stringify(jsonSchemas);
    for (const words of [
      'The license of its texts',
      '"core","advanced","expert"',
      'Whether it is right',
    ])
      assert.ok(said.includes(words), words);
  });
});
