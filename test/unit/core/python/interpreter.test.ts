import assert from 'node:assert/strict';
import { isTooOld } from '../../../../src/core/python/interpreter.js';

describe('an interpreter that is offered', () => {
  it('is marked when no snippet is written for it', () => {
    const marked = (version: string): boolean => isTooOld({ version });
    assert.deepEqual(['2.7.18', '3.8.18', '3.9.18', '3.10.0a7'].map(marked), [
      true,
      true,
      true,
      false,
    ]);
    assert.deepEqual(['3.10.13', '3.14.0rc2', '3.15.0b2'].map(marked), [false, false, false]);
  });
});
