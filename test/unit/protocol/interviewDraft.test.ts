import assert from 'node:assert/strict';
import type { InterviewModel } from '../../../src/protocol/interview.js';
import { newerNotes } from '../../../src/webview/interview/draft.js';

const model: InterviewModel = {
  screen: 'turn',
  session: 's',
  key: '0/1',
  index: 0,
  count: 1,
  turn: 1,
  turns: 2,
  title: 'Why?',
  about: '',
  notes: 'stored',
  editedAt: 1000,
  paused: false,
  spent: { question: 0, whole: 0 },
  share: 1,
  limit: 1,
  then: 'report',
};
const draft = (more: object) => ({
  session: 's',
  draft: { key: '0/1', text: 'typed', at: 2000, ...more },
});

describe('notes that the page kept across a reload', () => {
  it('win over those that are stored only when they are newer and to the same question', () => {
    assert.equal(newerNotes(model, draft({})), 'typed');
    assert.equal(newerNotes(model, draft({ at: 900 })), undefined);
    assert.equal(newerNotes(model, draft({ key: '0/0' })), undefined);
    assert.equal(newerNotes(model, { ...draft({}), session: 'other' }), undefined);
    assert.equal(newerNotes(model, draft({ text: 'stored' })), undefined);
    for (const damaged of [undefined, null, 5, { session: 's' }, draft({ at: 'x' })])
      assert.equal(newerNotes(model, damaged), undefined);
  });
});
