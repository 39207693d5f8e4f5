import assert from 'node:assert/strict';
import { idIn, known, qualified, topicKey } from '../../../../src/core/pack/packId.js';

describe('an id across packs', () => {
  it('is short for what ships, and carries its pack for all others', () => {
    assert.equal(known('expert-python/gil'), 'gil');
    assert.equal(known('gil'), 'gil');
    assert.equal(known('mine/gil'), 'mine/gil');
    assert.equal(known('mine/expert-python/gil'), 'mine/expert-python/gil');
    assert.equal(known('expert-python-2/gil'), 'expert-python-2/gil');
    assert.equal(idIn('expert-python', 'gil'), 'gil');
    assert.equal(idIn('mine', 'gil'), 'mine/gil');
  });

  it('always carries its pack where it is stored', () => {
    assert.equal(qualified('gil'), 'expert-python/gil');
    assert.equal(qualified('expert-python/gil'), 'expert-python/gil');
    assert.equal(qualified('mine/gil'), 'mine/gil');
    assert.equal(topicKey('mine', 'memory'), 'mine/memory');
  });
});
