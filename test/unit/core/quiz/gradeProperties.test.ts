import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  ChoiceItem,
  DefectItem,
  OrderItem,
  QuizItem,
  TextItem,
} from '../../../../src/core/pack/pack.js';
import type { Answer } from '../../../../src/core/quiz/answer.js';
import { pieces, rightPlaces } from '../../../../src/core/quiz/arrangement.js';
import { grade } from '../../../../src/core/quiz/grade.js';
import { fromShown, toShown } from '../../../../src/core/quiz/session.js';
import { permutation } from '../../../../src/core/quiz/shuffle.js';
import { code, defect, multiple, order, output, single, text } from './items.js';

const option = fc.record({ text: fc.string(), correct: fc.boolean(), why: fc.string() });
const anySingle = fc
  .tuple(fc.array(option, { minLength: 2, maxLength: 9 }), fc.nat())
  .map(([options, right]): ChoiceItem => ({
    ...(single as ChoiceItem),
    options: options.map((each, at) => ({ ...each, correct: at === right % options.length })),
  }));
const anyMultiple = fc
  .array(option, { minLength: 2, maxLength: 9 })
  .filter((options) => options.some(({ correct }) => correct))
  .map((options): ChoiceItem => ({ ...(multiple as ChoiceItem), options }));
const anyOutput = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .map((answer): QuizItem => ({ ...output, answer }) as QuizItem);
const anyText = fc
  .record({
    accept: fc.array(
      fc.oneof(
        fc.string(),
        fc.string().map((inner) => `/${inner}/`),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    forgive: fc.subarray(['case', 'blanks'] as const),
  })
  .map((parts): TextItem => ({ ...text, ...parts }));
const line = fc
  .tuple(fc.nat(3), fc.constantFrom('return 1', 'pass', 'if x:', 'x = 1', 'else:'))
  .map(([depth, words]) => '    '.repeat(depth) + words);
const anyOrder = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    distractors: fc.array(line, { maxLength: 3 }),
  })
  .map((parts): OrderItem => ({ ...order, ...parts }));
const anyCode = fc
  .array(fc.string(), { minLength: 1, maxLength: 6 })
  .map((checks): QuizItem => ({ ...code, checks }));
const anyDefect = fc
  .tuple(fc.array(option, { minLength: 2, maxLength: 9 }), fc.nat())
  .map(([options, right]): DefectItem => ({
    ...defect,
    repairs: options.map((each, at) => ({ ...each, correct: at === right % options.length })),
  }));
const anyItem = fc.oneof(anySingle, anyMultiple, anyOutput, anyText, anyOrder, anyCode, anyDefect);

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('choice' as const),
    options: fc.uniqueArray(fc.nat(12), { maxLength: 9 }),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.string({ unit: 'binary', maxLength: 300 }),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    lines: fc.uniqueArray(fc.record({ line: fc.nat(12), indent: fc.nat(12) }), {
      selector: (each) => each.line,
    }),
  }),
  fc.record({ kind: fc.constant('code' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('defect' as const), line: fc.nat(12), repair: fc.nat(12) }),
  fc.constant<Answer>({ kind: 'skipped' }),
);
const anyChecks = fc.oneof(
  fc.array(fc.record({ passed: fc.boolean(), message: fc.string() }), { maxLength: 9 }),
  fc.record({ unchecked: fc.string() }),
);

/** The answers that the author holds for right, each of them. */
function rightAnswers(item: QuizItem): readonly Answer[] {
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const options = item.options.flatMap(({ correct }, at) => (correct ? [at] : []));
      return [
        { kind: 'choice', options },
        { kind: 'choice', options: options.toReversed() },
      ];
    }
    case 'output':
      return [item.answer, `${item.answer}  \r\n\n`].map((given) => ({
        kind: 'text',
        text: given,
      }));
    case 'text':
      return item.accept
        .filter((form) => form.trim() !== '' && !/^\/.+\/$/s.test(form))
        .map((form) => ({ kind: 'text', text: ` ${form}\t` }));
    case 'order':
      return [{ kind: 'lines', lines: rightPlaces(item) }];
    case 'code':
      return [{ kind: 'code', text: item.solution }];
    case 'defect': {
      const repair = item.repairs.findIndex(({ correct }) => correct);
      return item.faulty.map((line) => ({ kind: 'defect', line, repair }));
    }
  }
}

function choices(item: QuizItem): number {
  if (item.kind === 'order') return pieces(item).length;
  if (item.kind === 'defect') return item.repairs.length;
  return 'options' in item ? item.options.length : 0;
}

describe('grading any item', () => {
  it('never throws, and gives a score from 0 to 1', () => {
    fc.assert(
      fc.property(anyItem, anyAnswer, anyChecks, (item, answer, checks) => {
        const { score } = grade(item, answer, checks);
        assert.ok(score >= 0 && score <= 1, String(score));
      }),
      { numRuns: 3000 },
    );
  });

  it('always passes a right answer, of every kind', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const passed =
          item.kind === 'code' ? item.checks.map(() => ({ passed: true, message: '' })) : [];
        for (const answer of rightAnswers(item))
          assert.equal(grade(item, answer, passed).score, 1, JSON.stringify(answer));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives nothing for a skipped item, and does not grade what could not be checked', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        assert.equal(grade(item, { kind: 'skipped' }).score, 0);
      }),
    );
    const unchecked = grade(code, { kind: 'code', text: '' }, { unchecked: 'No Python.' });
    assert.equal(unchecked.unchecked, 'No Python.');
  });

  it('does not depend on the order in which options and lines are shown', () => {
    const shown = fc.oneof(anySingle, anyMultiple, anyOrder, anyDefect);
    fc.assert(
      fc.property(shown, anyAnswer, fc.integer(), fc.integer(), (item, answer, one, other) => {
        const size = choices(item);
        const own = fromShown(
          answer,
          Array.from({ length: size }, (_, at) => at),
        );
        const scores = [one, other].map((seed) => {
          const places = permutation(size, seed, item.id);
          return grade(item, fromShown(toShown(own, places), places)).score;
        });
        assert.deepEqual(scores, [grade(item, own).score, grade(item, own).score]);
      }),
      { numRuns: 2000 },
    );
  });

  it('passes the right options wherever they are shown', () => {
    fc.assert(
      fc.property(fc.oneof(anySingle, anyMultiple), fc.integer(), (item, seed) => {
        const places = permutation(item.options.length, seed, item.id);
        const clicked = places.flatMap((own, at) => (item.options[own]?.correct ? [at] : []));
        assert.equal(grade(item, fromShown({ kind: 'choice', options: clicked }, places)).score, 1);
      }),
    );
  });
});
