import assert from 'node:assert/strict';
import { pythonRangeFault } from '../../../../src/core/pack/pythonRange.js';

describe('a range of Python versions', () => {
  for (const range of [
    '',
    '>=3.10',
    '>=3.10,<3.13',
    '~=3.10',
    '==3.*',
    '==3.12.*',
    '==3.12.7',
    '!=3.11',
    '<3.14a1',
    '>=3.99',
    '>3.9.7,<3.10',
    '===3.12.0',
  ])
    it(`may be “${range}”`, () => {
      assert.equal(pythonRangeFault(range), undefined);
    });

  for (const [range, meant] of [
    ['^3.10', '>=3.10'],
    ['~3.10', '>=3.10'],
    ['3.12', '==3.12.*'],
    ['=3.12', '==3.12.*'],
    ['==3', '==3.*'],
    ['*', undefined],
    ['latest', undefined],
    ['>=3.10 <3.12', undefined],
    ['>=3.10,', undefined],
    ['>=', undefined],
    ['>=4', undefined],
    ['>=3.12,<3.10', undefined],
    ['>=3.10,<3.10', undefined],
    [`>=3.10${' '.repeat(300)}`, undefined],
  ] as const)
    it(`must not be “${range.trim()}”`, () => {
      const fault = pythonRangeFault(range) ?? '';
      assert.notEqual(fault, '');
      if (meant !== undefined) assert.ok(fault.includes(`did you mean “${meant}”?`), fault);
    });
});
