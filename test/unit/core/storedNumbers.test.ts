/** Sessions and their changes as a journal or an export could hold them: no number that none could be. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { reviewChangeSchema, reviewSessionSchema } from '../../../src/app/review/reviewSession.js';
import { exerciseChangeSchema, exerciseSessionSchema } from '../../../src/core/exercise/session.js';
import { interviewChangeSchema } from '../../../src/core/interview/sessionChange.js';
import { interviewSchema } from '../../../src/core/interview/sessionSchema.js';
import { changeSchema } from '../../../src/core/quiz/sessionChange.js';
import { sessionSchema } from '../../../src/core/quiz/sessionSchema.js';

const time = 1_767_322_800_000;
const entry = {
  ...{ quiz: 'q', item: 'a', question: 'gil', fingerprint: 'f', flagged: false },
  ...{ given: { kind: 'text', text: 'x' }, grade: { score: 1, note: '', checks: [] } },
  answeredAt: time,
};
const turn = { notes: '', editedAt: 1, spent: 1, told: false, marks: [] };
const script = { question: 'gil', title: 'T', opening: { answer: '', points: [] }, followUps: [] };
const past = [{ card: 'question/gil', revealed: true, entry: 'e', rating: 3 }];

/** A valid value for each schema. */
const stored: readonly (readonly [string, v.GenericSchema, object])[] = [
  [
    'a quiz',
    sessionSchema,
    {
      ...{ version: 1, id: 'q', title: 'Q', mode: 'exam', seed: 1, entries: [entry], at: 0 },
      ...{ finished: true, startedAt: time, finishedAt: time, spent: 1, resumedAt: time },
      ...{ limit: 1, notes: [] },
    },
  ],
  ['an answer', changeSchema, { kind: 'answered', entry }],
  ['a quiz’s clock', changeSchema, { kind: 'clock', spent: 1, resumedAt: time }],
  ['a quiz’s end', changeSchema, { kind: 'finished', finishedAt: time }],
  [
    'an interview',
    interviewSchema,
    {
      ...{ version: 1, id: 'i', limit: 1, share: 1, questions: [{ script, turns: [turn] }] },
      ...{ at: 0, turn: 0, paused: false, runningSince: time, startedAt: time, finishedAt: time },
    },
  ],
  [
    'a turn',
    interviewChangeSchema,
    { kind: 'turn', at: 0, turn: 0, value: { editedAt: time, spent: 1 } },
  ],
  ['an interview’s place', interviewChangeSchema, { kind: 'went', at: 0, turn: 0 }],
  [
    'an interview’s clock',
    interviewChangeSchema,
    { kind: 'clock', paused: false, runningSince: time },
  ],
  [
    'a review',
    reviewSessionSchema,
    {
      ...{ version: 1, day: 20_000, seed: 1, step: 1, order: [], soonUntil: time, past },
      tally: [0, 1, 0, 0],
    },
  ],
  [
    'a rating',
    reviewChangeSchema,
    { step: 1, soonUntil: time, tally: [0, 1, 0, 0], past: { kept: 0, added: past } },
  ],
  ['an exercise', exerciseSessionSchema, { hints: 1, looked: false, checks: 1, passed: false }],
  ['a hint', exerciseChangeSchema, { kind: 'hinted', hints: 1 }],
];

/** The paths of all numbers in a value. */
function numbersIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, [...path, key]));
}

function replaced(value: unknown, path: readonly string[], number: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return number;
  const entries = Object.entries(value as object).map(([own, each]) => [
    own,
    own === key ? replaced(each, rest, number) : (each as unknown),
  ]);
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

describe('numbers of what was stored', () => {
  for (const [name, schema, valid] of stored)
    it(`are bounded in ${name}`, () => {
      assert.ok(v.is(schema, valid), JSON.stringify(v.safeParse(schema, valid).issues?.[0]));
      for (const path of numbersIn(valid)) {
        // JSON has neither NaN nor Infinity, but 1e999 is read as one.
        const wrong = [Number('1e999'), -Infinity, NaN, 1e300, 1.5e300, -1e300];
        for (const number of path.at(-1) === 'seed' ? wrong : [...wrong, -1])
          assert.ok(
            !v.is(schema, replaced(valid, path, number)),
            `${path.join('.')} may be ${String(number)}`,
          );
      }
    });
});
