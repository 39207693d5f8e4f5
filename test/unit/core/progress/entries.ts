/** Entries as a learner's years may bring them, for property tests. */
import fc from 'fast-check';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';

const id = fc.oneof(
  fc.constantFrom('gil', 'bytecode', 'import-system', 'back\\slash', 'ta\tb', '"quoted"'),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((text) => !text.includes('/')),
);
const share = fc.oneof(
  fc.constantFrom(0, 0.5, 1, 1 / 3),
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
);
const card = fc.oneof(
  id.map((question) => `question/${question}` as const),
  id.map((exercise) => `exercise/${exercise}` as const),
  fc.tuple(id, id).map(([quiz, item]) => `item/${quiz}/${item}` as const),
);
const confidence = fc.option(fc.constantFrom('guess', 'think', 'certain'), { nil: undefined });

export const anyEvent: fc.Arbitrary<LearningEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('opened', 'read', 'unread'), question: id }),
  fc
    .record({ kind: fc.constant('answered'), quiz: id, item: id, question: id, score: share })
    .chain((answered) =>
      confidence.map((sure) => (sure === undefined ? answered : { ...answered, confidence: sure })),
    ),
  fc.record({ kind: fc.constant('quizFinished'), quiz: id, score: share, items: fc.nat(60) }),
  fc.record(
    {
      kind: fc.constant('attempted'),
      exercise: id,
      passed: fc.boolean(),
      looked: fc.boolean(),
      hints: fc.nat(9),
      failed: fc.nat(99),
      minutes: fc.nat(999),
    },
    { requiredKeys: ['kind', 'exercise', 'passed', 'looked', 'hints', 'failed'] },
  ),
  fc.record({ kind: fc.constant('rated'), card, rating: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ kind: fc.constant('buried'), card, until: fc.nat() }),
  fc.record({ kind: fc.constant('suspended'), card, suspended: fc.boolean() }),
  fc.record({ kind: fc.constant('bookmarked'), question: id, bookmarked: fc.boolean() }),
  fc.record({ kind: fc.constant('noted'), question: id, empty: fc.boolean() }),
  fc.record({
    kind: fc.constant('interviewed'),
    length: fc.nat(7200),
    questions: fc.array(
      fc.record({
        question: id,
        seconds: fc.nat(600),
        points: fc.array(fc.record({ point: fc.string(), rating: fc.constantFrom(0, 1, 2) }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    ),
  }),
);

/** Few moments and machines, so that many entries fall together. */
const stamp = fc.record({
  clock: fc.oneof(fc.nat(20), fc.constantFrom(1_760_000_000_000, 0.5)),
  time: fc.oneof(fc.nat(20), fc.constantFrom(1_760_000_000_000, 4_102_444_799_999)),
  zone: fc.option(fc.constantFrom(0, 540, -480, 345), { nil: undefined }),
  device: fc.constantFrom('here', 'there', 'Zuſe „3“'),
});

/** A history: ids are unique, and some entries undo others. */
export function anyHistory(maxLength = 40): fc.Arbitrary<JournalEntry[]> {
  return fc
    .array(fc.tuple(stamp, anyEvent, fc.option(fc.nat(maxLength), { freq: 6 })), { maxLength })
    .map((list) =>
      list.map(([{ clock, time, zone, device }, event, undoes], index): JournalEntry => {
        const undone: LearningEvent = { kind: 'undone', entry: `entry-${String(undoes)}` };
        return {
          id: `entry-${String(index)}`,
          clock,
          time,
          ...(zone === undefined ? {} : { zone }),
          device,
          event: undoes === null ? structuredClone(event) : undone,
        };
      }),
    );
}
