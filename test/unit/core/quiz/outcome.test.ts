import assert from 'node:assert/strict';
import {
  answerEvents,
  countedEntries,
  endEvents,
  quizSessionId,
  totalScore,
} from '../../../../src/core/quiz/outcome.js';
import * as machine from '../../../../src/core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../../../src/core/quiz/session.js';
import { all, single } from './items.js';

function taken(
  mode: QuizSession['mode'],
  ...scores: readonly (number | 'unchecked' | 'skipped')[]
): QuizSession {
  const session = machine.startSession({
    ...{ id: 'check', title: 'Check', mode, seed: 7, shuffleItems: false, now: 1000 },
    items: all.slice(0, scores.length).map((item) => ({ quiz: 'check', item })),
  });
  const entries = session.entries.map((entry, at): SessionEntry => {
    const score = scores[at] ?? 0;
    const isNumber = typeof score === 'number';
    return {
      ...entry,
      given: score === 'skipped' ? { kind: 'skipped' } : { kind: 'text', text: 'x' },
      grade: {
        ...{ score: isNumber ? score : 0, note: '', checks: [] },
        ...(score === 'unchecked' ? { unchecked: 'No Python.' } : {}),
      },
    };
  });
  return { ...session, entries };
}

describe('what a quiz comes to', () => {
  it('has points to two digits, over the items that could be checked', () => {
    const session = taken('practice', 1, 1 / 3, 1 / 3, 'unchecked', 'skipped');
    assert.equal(totalScore(session), 1.67);
    assert.equal(countedEntries(session).length, 4);
    const [end, ...more] = endEvents('s', session);
    assert.deepEqual(more, [], 'while practising each answer was told as it was given');
    assert.deepEqual(end, {
      id: 's/finished',
      event: { kind: 'quizFinished', quiz: 'check', score: 1.67 / 4, items: 4 },
    });
  });

  it('is no result when nothing could be checked', () => {
    assert.deepEqual(endEvents('s', taken('practice', 'unchecked')), []);
    assert.deepEqual(endEvents('s', taken('practice')), []);
  });

  it('tells the answers of an exam at its end, but no skip and nothing that could not be checked', () => {
    const session = taken('exam', 1, 'skipped', 'unchecked', 0.5);
    const events = endEvents('s', session);
    assert.deepEqual(
      events.map(({ event }) => ('item' in event ? [event.item, event.score] : event.kind)),
      [['single', 1], ['text', 0.5], 'quizFinished'],
    );
    assert.equal(new Set(events.map(({ id }) => id)).size, 3, 'each under an id of its own');
  });

  it('tells an answer once under one id, and again when the item is another by now', () => {
    const [entry] = taken('practice', 1).entries;
    assert.ok(entry);
    const id = (one: SessionEntry): string | undefined => answerEvents('s', one)[0]?.id;
    assert.equal(id(entry), id({ ...entry, flagged: true }));
    assert.notEqual(id(entry), id({ ...entry, fingerprint: 'other' }));
    assert.notEqual(id(entry), id({ ...entry, quiz: 'other' }));
    assert.deepEqual(answerEvents('s', { ...entry, confidence: 'guess' })[0]?.event, {
      ...{ kind: 'answered', quiz: 'check', item: 'single', question: single.question },
      ...{ score: 1, confidence: 'guess' },
    });
    const { given, ...open } = entry;
    assert.ok(given);
    assert.deepEqual(answerEvents('s', open), []);
    assert.notEqual(quizSessionId('a', '1'), quizSessionId('b', '1'));
    assert.match(quizSessionId('a', '1'), /^1-/);
  });
});
