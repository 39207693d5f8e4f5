import assert from 'node:assert/strict';
import { didYouMean, nearestWord } from '../../../../src/core/pack/nearestWord.js';

const keys = ['title', 'level', 'tags', 'python', 'related', 'sources'];

describe('the word that was probably meant', () => {
  it('is a letter away, or two exchanged ones, whatever the case', () => {
    for (const typed of ['levle', 'leve', 'levels', 'lebel', 'LEVEL', 'elvel'])
      assert.equal(nearestWord(typed, keys), 'level', typed);
    assert.equal(nearestWord('tag', keys), 'tags');
    assert.equal(nearestWord('pyhton', keys), 'python');
    assert.equal(nearestWord('', ['a']), 'a');
  });

  it('is at most one letter in three away', () => {
    assert.equal(nearestWord('pxthxn', keys), 'python', 'two of six');
    assert.equal(nearestWord('pxtxxn', keys), undefined);
    assert.equal(nearestWord('xa', ['ay']), undefined, 'no exchange: only one letter is the same');
    assert.equal(nearestWord('txxe', keys), undefined);
    assert.equal(nearestWord('ta', keys), undefined);
    assert.equal(nearestWord('difficulty', keys), undefined);
  });

  it('is the nearest of several, and the first of those that are as near', () => {
    assert.equal(nearestWord('resurces', ['sources', 'resources']), 'resources');
    assert.equal(nearestWord('cat', ['bat', 'rat']), 'bat');
  });

  it('is not looked for in what no author writes', () => {
    const long = 'a'.repeat(40);
    assert.equal(nearestWord(long, [`${long.slice(1)}b`]), `${long.slice(1)}b`);
    assert.equal(nearestWord(`${long}a`, [long]), undefined);
    assert.equal(nearestWord(long, [`${long}a`]), undefined);
    const others = Array.from({ length: 999 }, (_, at) => `word-${at}-of-many`);
    assert.equal(nearestWord('levle', [...others, 'level']), 'level');
    assert.equal(nearestWord('levle', [...others, 'other', 'level']), undefined);
  });

  it('ends the sentence that says what is not there', () => {
    assert.equal(
      `There is no key “levle”${didYouMean('levle', keys)}`,
      'There is no key “levle”; did you mean “level”?',
    );
    assert.equal(didYouMean('difficulty', keys), '.');
  });
});
