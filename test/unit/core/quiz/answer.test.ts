import assert from 'node:assert/strict';
import * as v from 'valibot';
import { answerSchema } from '../../../../src/core/quiz/answer.js';
import type { Answer } from '../../../../src/core/quiz/answer.js';
import { assertFits } from '../../../../src/core/quiz/answerFits.js';
import { all, multiple, single } from './items.js';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const placed = (count: number, indent = 0): { line: number; indent: number }[] =>
  upTo(count).map((line) => ({ line, indent }));

describe('an answer that arrives', () => {
  it('is taken up to the bounds of its kind', () => {
    for (const answer of [
      { kind: 'choice', options: [] },
      { kind: 'choice', options: [0, 200] },
      { kind: 'choice', options: upTo(20) },
      { kind: 'text', text: 'x'.repeat(4000) },
      { kind: 'lines', lines: placed(100, 12) },
      { kind: 'code', text: 'x'.repeat(20_000) },
      { kind: 'defect', line: 1, repair: 0 },
      { kind: 'defect', line: 1000, repair: 200 },
      { kind: 'skipped' },
    ])
      assert.ok(v.is(answerSchema, answer), JSON.stringify(answer).slice(0, 200));
  });

  it('is refused beyond them', () => {
    for (const answer of [
      { kind: 'choice', options: [201] },
      { kind: 'choice', options: [-1] },
      { kind: 'choice', options: [0.5] },
      { kind: 'choice', options: [1, 1] },
      { kind: 'choice', options: upTo(21) },
      { kind: 'choice', options: [1], code: 'x' },
      { kind: 'text', text: 'x'.repeat(4001) },
      { kind: 'lines', lines: placed(101) },
      { kind: 'lines', lines: placed(1, 13) },
      { kind: 'lines', lines: placed(1, -1) },
      { kind: 'lines', lines: [...placed(1), ...placed(1, 1)] },
      { kind: 'code', text: 'x'.repeat(20_001) },
      { kind: 'defect', line: 0, repair: 0 },
      { kind: 'defect', line: 1001, repair: 0 },
      { kind: 'defect', line: 1, repair: -1 },
      { kind: 'skipped', text: '' },
      { kind: 'other' },
      null,
    ])
      assert.ok(!v.is(answerSchema, answer), JSON.stringify(answer).slice(0, 200));
  });

  it('fits items of its own kind, and a skip fits all', () => {
    const own: Readonly<Record<string, Answer>> = {
      single: { kind: 'choice', options: [1] },
      multiple: { kind: 'choice', options: [0, 1] },
      output: { kind: 'text', text: '' },
      text: { kind: 'text', text: '' },
      order: { kind: 'lines', lines: [] },
      code: { kind: 'code', text: '' },
      defect: { kind: 'defect', line: 1, repair: 0 },
    };
    for (const item of all) {
      assertFits(item, { kind: 'skipped' });
      for (const answer of Object.values(own)) {
        if (answer.kind === own[item.kind]?.kind) assertFits(item, own[item.kind] ?? answer);
        else
          assert.throws(
            () => {
              assertFits(item, answer);
            },
            /does not fit the item/,
            item.kind,
          );
      }
    }
    const none: Answer = { kind: 'choice', options: [] };
    for (const item of [single, multiple])
      assert.throws(() => {
        assertFits(item, none);
      }, /Choose an option first/);
    assert.throws(() => {
      assertFits(single, { kind: 'choice', options: [0, 1] });
    }, /Only one option/);
  });
});
