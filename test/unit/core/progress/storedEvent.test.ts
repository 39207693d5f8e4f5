import assert from 'node:assert/strict';
import { decodeEntry } from '../../../../src/core/progress/storedEntry.js';
import { decodeEvent, isCard, itemOf } from '../../../../src/core/progress/storedEvent.js';

const long = 'x'.repeat(1000);
const end = 4_102_444_800_000;
const answered = { kind: 'answered', quiz: 'q', item: 'i', question: 'gil', score: 1 };
const point = { point: 'Says why.', rating: 2 };
const asked = { question: 'gil', seconds: 60, points: [point] };
const begun = { kind: 'sessionBegun', session: 's', of: 'quiz', name: 'q', start: {} };

describe('an event that was stored', () => {
  it('is read in each of its kinds, up to its bounds', () => {
    for (const event of [
      ...['opened', 'read', 'unread'].map((kind) => ({ kind, question: 'gil' })),
      answered,
      { ...answered, score: 0 },
      ...['guess', 'think', 'certain'].map((confidence) => ({ ...answered, confidence })),
      { kind: 'predicted', question: 'gil', snippet: 'steps', right: false },
      { kind: 'quizFinished', quiz: 'q', score: 0.5, items: 1e9 },
      ...[1, 2, 3, 4].map((rating) => ({ kind: 'rated', card: 'item/q/i', rating })),
      { kind: 'undone', entry: long },
      { kind: 'buried', card: 'question/gil', until: end - 1 },
      { kind: 'buried', card: 'question/gil', until: 0 },
      { kind: 'suspended', card: 'question/mine/gil', suspended: true },
      { kind: 'bookmarked', question: 'gil', bookmarked: false },
      { kind: 'noted', question: 'gil', empty: true },
      { kind: 'interviewed', length: 0, questions: [asked, { ...asked, points: [] }] },
      ...['quiz', 'review', 'interview', 'exercise'].map((of) => ({ ...begun, of })),
      { kind: 'sessionChanged', session: 's', change: { any: ['thing', 1, null] } },
    ])
      assert.deepEqual(decodeEvent(event), event, JSON.stringify(event).slice(0, 200));
  });

  it('is none when anything of it cannot be', () => {
    for (const event of [
      ...[
        null,
        'read',
        7,
        [],
        {},
        { kind: 7 },
        { kind: 'read' },
        { kind: 'toString', question: 'gil' },
      ],
      { kind: 'read', question: 7 },
      { kind: 'read', question: `${long}x` },
      { ...answered, score: 1.01 },
      { ...answered, score: -0.01 },
      { ...answered, score: '1' },
      { ...answered, item: undefined },
      { ...answered, confidence: 'sure' },
      { ...answered, confidence: null },
      { kind: 'predicted', question: 'gil', snippet: 'steps', right: 1 },
      { kind: 'quizFinished', quiz: 'q', score: 1, items: 1e9 + 1 },
      { kind: 'quizFinished', quiz: 'q', score: 1, items: -1 },
      ...[0, 5, 2.5, '3'].map((rating) => ({ kind: 'rated', card: 'item/q/i', rating })),
      ...[
        'gil',
        'item/q',
        'question/',
        'question/a/b/c',
        'item/a/b/c/d',
        'xquestion/gil',
        'item//i',
      ].map((card) => ({ kind: 'rated', card, rating: 3 })),
      { kind: 'rated', card: `question/${long}`, rating: 3 },
      { kind: 'undone', entry: `${long}x` },
      { kind: 'buried', card: 'question/gil', until: end },
      { kind: 'buried', card: 'question/gil', until: -1 },
      { kind: 'suspended', card: 'question/gil', suspended: 'yes' },
      { kind: 'interviewed', length: 1, questions: asked },
      { kind: 'interviewed', length: 1, questions: [asked, null] },
      {
        kind: 'interviewed',
        length: 1,
        questions: [{ ...asked, points: [{ ...point, rating: 3 }] }],
      },
      {
        kind: 'interviewed',
        length: 1,
        questions: [{ ...asked, points: [{ ...point, point: 1 }] }],
      },
      { ...begun, of: 'exam' },
      { ...begun, start: 'x' },
      { ...begun, start: null },
    ])
      assert.equal(decodeEvent(event), undefined, JSON.stringify(event).slice(0, 200));
  });

  it('names a card by its question, or by its quiz and item', () => {
    for (const card of ['question/gil', 'question/mine/gil', 'item/q/i', 'item/mine/q/i'])
      assert.ok(isCard(card), card);
    assert.deepEqual(itemOf('item/mine/q/i'), { quiz: 'mine/q', item: 'i' });
    assert.equal(itemOf('question/item/i'), undefined);
    assert.deepEqual(itemOf('item/\u2028/\n'), { quiz: '\u2028', item: '\n' });
  });
});

describe('an entry that was stored', () => {
  const entry = { v: 3, id: 'a', clock: 1, time: 1, zone: 0, device: 'd', event: answered };

  it('is read up to the bounds of its clock, time and zone', () => {
    for (const good of [
      { ...entry, clock: 0, time: 0 },
      { ...entry, clock: 2 * end - 1, time: end - 1 },
      { ...entry, zone: 1440 },
      { ...entry, zone: -1440 },
      { ...entry, id: long, device: long },
      { v: 2, id: 'a', time: 1, device: 'd', event: answered },
      { v: 1, id: 'a', time: 1, event: answered },
    ])
      assert.equal(typeof decodeEntry(good), 'object', JSON.stringify(good).slice(0, 200));
    const first = decodeEntry({ v: 1, id: 'a', time: 7, event: answered });
    assert.deepEqual(first, { id: 'a', clock: 7, time: 7, device: 'unknown', event: answered });
  });

  it('is damaged beyond them, and when it has too much or too little', () => {
    for (const bad of [
      ...[null, 7, 'a', {}],
      { ...entry, v: 0 },
      { ...entry, v: 2.5 },
      { ...entry, v: '3' },
      { ...entry, id: '' },
      { ...entry, id: `${long}x` },
      { ...entry, device: '' },
      { ...entry, device: 7 },
      { ...entry, clock: -1 },
      { ...entry, clock: 2 * end },
      { ...entry, clock: '1' },
      { ...entry, time: end },
      { ...entry, zone: 1441 },
      { ...entry, zone: -1441 },
      { ...entry, zone: 0.5 },
      { ...entry, zone: '0' },
      { ...entry, more: 1 },
      { v: 2, id: 'a', time: 1, zone: 0, device: 'd', event: answered },
      { v: 2, id: 'a', clock: 1, time: 1, device: 'd', event: answered },
      { v: 3, id: 'a', time: 1, device: 'd', event: answered },
    ])
      assert.equal(decodeEntry(bad), 'damaged', JSON.stringify(bad).slice(0, 200));
    assert.equal(decodeEntry({ v: 4 }), 'later');
    assert.equal(decodeEntry({ ...entry, event: { kind: 'dreamt' } }), 'later');
    assert.equal(decodeEntry({ ...entry, event: { kind: 7 } }), 'damaged');
    assert.equal(decodeEntry({ ...entry, event: null }), 'damaged');
    assert.equal(
      typeof decodeEntry({ ...entry, sum: 'x' }, 1),
      'object',
      'one more may stand beside',
    );
  });
});
