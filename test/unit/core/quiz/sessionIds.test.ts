import assert from 'node:assert/strict';
import {
  aboutId,
  isWhole,
  missedId,
  mixedId,
  quizOf,
} from '../../../../src/core/quiz/sessionIds.js';

describe('the id under which a quiz is kept', () => {
  it('tells which quiz it belongs to, also while only what was missed is asked', () => {
    assert.equal(quizOf('gil'), 'gil');
    assert.equal(quizOf(missedId('gil')), 'gil');
    assert.equal(quizOf('mine/gil'), 'mine/gil');
    assert.equal(quizOf(mixedId), undefined);
    assert.equal(quizOf(missedId(mixedId)), undefined);
    assert.equal(quizOf(aboutId('gil')), undefined);
  });

  it('tells whether its result can be compared with the one before', () => {
    for (const whole of ['gil', 'mine/gil', mixedId, 'about-gil']) assert.ok(isWhole(whole), whole);
    for (const part of [missedId('gil'), missedId(mixedId), aboutId('gil')])
      assert.ok(!isWhole(part), part);
  });

  it('is another for each way in which a quiz is taken', () => {
    const ids = ['gil', mixedId, missedId('gil'), missedId('mro'), aboutId('gil'), aboutId('mro')];
    assert.equal(new Set(ids).size, ids.length);
  });
});
