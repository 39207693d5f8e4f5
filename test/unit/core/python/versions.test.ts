import assert from 'node:assert/strict';
import {
  compareVersions,
  isVersionRange,
  pythonSatisfies,
  satisfies,
} from '../../../../src/core/python/versions.js';

describe('Version ranges', () => {
  it('hold as PEP 440 says', () => {
    assert.ok(satisfies('>=3.9', '3.12.1'));
    assert.ok(satisfies('>=3.9,<3.13', '3.12.9'));
    assert.ok(satisfies('~=2.1', '2.9'));
    assert.ok(!satisfies('~=2.1', '3.0'));
    assert.ok(satisfies('==3.12.*', '3.12.4'));
    assert.ok(!satisfies('!=3.12.*', '3.12.4'));
    assert.ok(!satisfies('>=3.10', '3.9.18'));
    assert.ok(satisfies('', '1.0'));
  });

  it('count pre-releases', () => {
    assert.ok(satisfies('>=2', '2.1b1'));
    assert.ok(!satisfies('>=2', '2.0b1'));
  });

  it('take a pre-release of a Python for what it already is', () => {
    assert.ok(!pythonSatisfies('>=3.14', 'unknown'), 'what is no version is in no range');
    assert.ok(pythonSatisfies('>=3.14', '3.14.0rc2'));
    assert.ok(!pythonSatisfies('<3.14', '3.14.0rc2'));
    assert.ok(pythonSatisfies('==3.14.*', '3.14.0b1'));
    assert.ok(!pythonSatisfies('>=3.14.0rc3', '3.14.0rc2'));
    assert.ok(!pythonSatisfies('>=3.14.0.dev3', '3.14.0.dev2'));
  });

  it('are told from other text', () => {
    assert.ok(isVersionRange('>=3.9, <4'));
    assert.ok(!isVersionRange('3.9 or newer'));
    assert.ok(!isVersionRange('>3.x'));
  });

  it('sort by number', () => {
    const sorted = ['3.9.18', '3.14.0', '3.10.1', '3.14.0rc1', 'nonsense'].sort(compareVersions);
    assert.deepEqual(sorted, ['nonsense', '3.9.18', '3.10.1', '3.14.0rc1', '3.14.0']);
    const near = ['3.15.0', '3.15.0rc10', '3.15.0rc2', '3.15.0b1', '3.15.0a7'];
    assert.deepEqual([...near].sort(compareVersions), near.toReversed());
    assert.equal(compareVersions('3.12', '3.12.0'), 0);
    assert.equal(compareVersions('other', 'nonsense'), 0);
    assert.ok(compareVersions('3.12', 'nonsense') > 0 && compareVersions('nonsense', '3.12') < 0);
  });

  it('are none when they are longer than any that is meant', () => {
    const long = (length: number): string => `>=3.${'1'.repeat(length - 4)}`;
    assert.ok(isVersionRange(long(200)) && !isVersionRange(long(201)));
    assert.ok(!satisfies(`${' '.repeat(200)}>=1`, '2'));
    assert.ok(!satisfies('>=1', `2${'0'.repeat(200)}`));
    assert.ok(satisfies('  ', 'any'), 'no range takes all');
  });
});
