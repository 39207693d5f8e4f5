import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import type { OrderItem, QuizItem, TextItem } from '../../../../src/core/pack/pack.js';
import { answerSchema } from '../../../../src/core/quiz/answer.js';
import type { Answer } from '../../../../src/core/quiz/answer.js';
import { rightPlaces } from '../../../../src/core/quiz/arrangement.js';
import { grade } from '../../../../src/core/quiz/grade.js';
import { fromShown, toShown } from '../../../../src/core/quiz/session.js';
import { permutation } from '../../../../src/core/quiz/shuffle.js';
import { all, code, defect, multiple, order, output, single, text } from './items.js';

const score = (item: QuizItem, answer: Answer): number => grade(item, answer).score;
const choice = (...options: number[]): Answer => ({ kind: 'choice', options });
const words = (given: string): Answer => ({ kind: 'text', text: given });

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('choice' as const),
    options: fc.uniqueArray(fc.nat(200), { maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.string({ unit: 'binary', maxLength: 300 }),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    lines: fc.uniqueArray(fc.record({ line: fc.nat(200), indent: fc.nat(12) }), {
      maxLength: 30,
      selector: ({ line }) => line,
    }),
  }),
  fc.record({ kind: fc.constant('code' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('defect' as const),
    line: fc.integer({ min: 1, max: 200 }),
    repair: fc.nat(9),
  }),
  fc.constant<Answer>({ kind: 'skipped' }),
);

describe('grading', () => {
  it('gives a single choice all or nothing', () => {
    assert.deepEqual(
      [0, 1, 2].map((place) => score(single, choice(place))),
      [0, 1, 0],
    );
    assert.equal(score(single, choice(0, 1)), 0);
    assert.equal(grade(single, choice(0)).note, '', 'wrong is wrong: there is nothing to count');
  });

  it('gives partial credit for several choices, and says how it came about', () => {
    assert.equal(score(multiple, choice(0, 1)), 1);
    assert.equal(score(multiple, choice(0)), 0.5);
    assert.equal(score(multiple, choice(0, 1, 2)), 0.5);
    assert.equal(score(multiple, choice(0, 1, 2, 3)), 0);
    const note = (...options: number[]): string => grade(multiple, choice(...options)).note;
    assert.equal(note(0, 2), '1 of 2 right options chosen, and 1 wrong option.');
    assert.equal(note(0, 2, 3), '1 of 2 right options chosen, and 2 wrong options.');
    assert.equal(note(1), '1 of 2 right options chosen.');
    assert.equal(note(), '0 of 2 right options chosen.');
    assert.equal(note(0, 1), '', 'nothing to explain where all is right');
    assert.equal(score(multiple, choice(0, 2, 3)), 0, 'no less than nothing');
    assert.equal(score(multiple, choice(0, 0)), 0.5, 'an option counts once');
  });

  it('gives nothing for an answer of another kind', () => {
    for (const item of [single, multiple, output, text, order, code, defect]) {
      const others: readonly Answer[] = [
        { kind: 'choice', options: [1] },
        words('SECRET form'),
        { kind: 'lines', lines: rightPlaces(order) },
        { kind: 'code', text: '' },
        { kind: 'defect', line: 1, repair: 1 },
      ];
      const own = { single: 'choice', multiple: 'choice', output: 'text', order: 'lines' };
      const kind = { ...own, text: 'text', code: 'code', defect: 'defect' }[item.kind];
      const passed = { passed: true, message: '' };
      for (const other of others)
        if (other.kind !== kind)
          assert.equal(grade(item, other, [passed, passed]).score, 0, `${item.kind} ${other.kind}`);
    }
  });

  it('forgives blanks at the end of printed lines, not a missing line', () => {
    assert.equal(score(output, words('SECRET 1  \r\nSECRET 2\n\n')), 1);
    assert.equal(score(output, words('SECRET 1')), 0);
  });

  it('accepts every form of a short answer, and only whole ones', () => {
    for (const form of ['secret FORM', ' Secret pattern ', 'SECRET the pattern'])
      assert.equal(score(text, words(form)), 1, form);
    for (const form of ['', 'SECRET', 'a SECRET pattern', 'SECRETform'])
      assert.equal(score(text, words(form)), 0, form);
    const strict: TextItem = { ...text, forgive: ['blanks'], accept: ['x = 1'] };
    assert.equal(score(strict, words('x=1')), 1);
    assert.equal(score(strict, words('X=1')), 0);
    assert.equal(score(strict, words(' `x = 1` ')), 1, 'in backticks, as Markdown writes a name');
    assert.equal(score(strict, words('`x = 1')), 0);
  });

  it('survives a pattern that is none, and one that would take for ever', () => {
    const hostile: TextItem = { ...text, accept: ['/(/', '/(a+)+b/', 'plain'] };
    const started = Date.now();
    assert.equal(score(hostile, words('a'.repeat(199))), 0);
    assert.ok(Date.now() - started < 1000);
    assert.equal(score(hostile, words('plain')), 1);
  });

  it('wants lines in order and indented, distractors left out', () => {
    const lines = rightPlaces(order);
    assert.equal(score(order, { kind: 'lines', lines }), 1);
    assert.equal(
      score(order, { kind: 'lines', lines: lines.map(({ line }) => ({ line, indent: 0 })) }),
      0,
    );
    assert.equal(score(order, { kind: 'lines', lines: [...lines, { line: 4, indent: 0 }] }), 0);
    const flat: OrderItem = { ...order, lines: ['one', 'two'] };
    assert.equal(
      score(flat, {
        kind: 'lines',
        lines: [
          { line: 0, indent: 3 },
          { line: 1, indent: 0 },
        ],
      }),
      1,
    );
  });

  it('accepts each order that the author accepts, and counts the lines of the nearest', () => {
    const either: OrderItem = { ...order, lines: ['a', 'b', 'c'], orders: [[1, 0, 2]] };
    const placed = (...lines: readonly number[]): Answer => ({
      kind: 'lines',
      lines: lines.map((line) => ({ line, indent: 0 })),
    });
    assert.equal(score(either, placed(0, 1, 2)), 1);
    assert.equal(score(either, placed(1, 0, 2)), 1);
    assert.equal(score(either, placed(1, 2, 0)), 0);
    assert.equal(grade(either, placed(1, 2, 0)).note, '1 of 3 lines are in their place.');
  });

  it('grades a defect by its line, and by its repair where the line is right', () => {
    const chosen = (line: number, repair: number): Answer => ({ kind: 'defect', line, repair });
    assert.equal(score(defect, chosen(1, 1)), 1);
    assert.equal(score(defect, chosen(2, 1)), 1);
    assert.deepEqual(grade(defect, chosen(1, 0)), {
      score: 0.5,
      note: 'The line is right, its repair is not.',
      checks: [],
    });
    assert.deepEqual(grade(defect, chosen(4, 1)), {
      score: 0,
      note: 'The repair is right, the line is not.',
      checks: [],
    });
    assert.equal(grade(defect, chosen(4, 0)).note, '');
    assert.equal(score(defect, chosen(4, 0)), 0);
    assert.equal(score(defect, chosen(1, 9)), 0.5);
  });

  it('grades code by its checks; checks that were not made do not pass', () => {
    const answer: Answer = { kind: 'code', text: '' };
    const passed = { passed: true, message: '' };
    assert.equal(grade(code, answer, [passed, passed]).score, 1);
    assert.equal(grade(code, answer, [passed]).score, 0.5);
    assert.equal(grade(code, answer).score, 0);
    const failed = { passed: false, message: 'f(2) should be 4' };
    assert.deepEqual(grade(code, answer, [passed, failed]), {
      score: 0.5,
      note: '1 of 2 checks passed.',
      checks: [passed, failed],
    });
    assert.equal(grade(code, answer, [passed, passed, passed]).score, 1);
    assert.deepEqual(grade(code, answer, { unchecked: 'No Python.' }), {
      score: 0,
      note: '',
      checks: [],
      unchecked: 'No Python.',
    });
  });

  it('never throws, whatever the answer, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), anyAnswer, (item, answer) => {
        const { score: given } = grade(item, v.parse(answerSchema, answer));
        return given >= 0 && given <= 1;
      }),
    );
  });

  it('always passes the right output and the right text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (given) => {
        assert.ok(output.kind === 'output');
        assert.equal(score({ ...output, answer: given }, words(given)), 1);
        fc.pre(given.trim() !== '' && !/^\/.+\/$/s.test(given));
        assert.equal(score({ ...text, accept: [given] }, words(given)), 1);
      }),
    );
  });

  it('does not depend on the order in which options and lines are shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(multiple, order),
        anyAnswer,
        fc.integer(),
        (item, answer, seed) => {
          const size = item.kind === 'order' ? 5 : 4;
          const places = permutation(size, seed, item.id);
          const own = fromShown(answer, [0, 1, 2, 3, 4].slice(0, size));
          assert.equal(score(item, fromShown(toShown(own, places), places)), score(item, own));
        },
      ),
    );
  });
});
