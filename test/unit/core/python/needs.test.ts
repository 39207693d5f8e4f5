import assert from 'node:assert/strict';
import { areOnlyPackages, unmetNeeds } from '../../../../src/core/python/needs.js';
import type { UnmetNeed } from '../../../../src/core/python/needs.js';
import {
  normalizeName,
  parseRequirement,
  requirementText,
} from '../../../../src/core/python/requirement.js';

const interpreter = {
  version: '3.11.7',
  implementation: 'cpython',
  distributions: { pydantic: '1.10.2', 'typing-extensions': '4.15.0' },
};

function unmet(python: string, ...requires: string[]): readonly UnmetNeed[] {
  return unmetNeeds({ python, requires }, interpreter);
}

/** What is missing: the need as it is written, and what is there instead. */
function missing(python: string, ...requires: string[]): (string | undefined)[][] {
  return unmet(python, ...requires).map((one) => [one.need, 'found' in one ? one.found : '?']);
}

describe('Requirements', () => {
  it('are read as PEP 508 writes them', () => {
    assert.deepEqual(
      parseRequirement('Pydantic[email, dotenv] >=2, <3 ; python_version < "3.13"'),
      {
        name: 'Pydantic',
        key: 'pydantic',
        extras: ['email', 'dotenv'],
        range: '>=2, <3',
        marker: 'python_version < "3.13"',
      },
    );
    assert.equal(parseRequirement('attrs')?.range, '');
    assert.equal(parseRequirement('attrs (>=20)')?.range, '>=20');
  });

  it('are told from other text', () => {
    for (const text of ['', '>=2', 'attrs @ https://example.org/a.whl', 'attrs newest', 'a b']) {
      assert.equal(parseRequirement(text), undefined, text);
    }
  });

  it('are compared by the normalized name', () => {
    assert.equal(normalizeName('Typing_.-Extensions'), 'typing-extensions');
    assert.deepEqual(missing('', 'typing.Extensions>=4'), []);
  });
});

describe('Unmet needs', () => {
  it('are none when all is there', () => {
    assert.deepEqual(missing('>=3.10', 'pydantic>=1'), []);
  });

  it('say which Python is needed and which is there', () => {
    assert.deepEqual(unmet('>=3.12'), [{ kind: 'python', need: '>=3.12', found: '3.11.7' }]);
  });

  it('say what is not installed and what is too old', () => {
    assert.deepEqual(missing('', 'attrs', 'pydantic[email] >=2'), [
      ['attrs', undefined],
      ['pydantic[email] >=2', '1.10.2'],
    ]);
  });

  it('are taken for mendable by an installation when only packages are missing', () => {
    assert.ok(areOnlyPackages(unmet('', 'attrs')));
    assert.ok(!areOnlyPackages(unmet('>=3.12', 'attrs')));
    assert.ok(!areOnlyPackages(unmet('', 'attrs', '>>nonsense')));
    assert.ok(!areOnlyPackages(unmet('')));
  });

  it('name packages as an installer takes them', () => {
    const [need] = unmet('', 'pydantic[email, dotenv] >=2, <3 ; python_version > "3"');
    assert.ok(need?.kind === 'package');
    assert.equal(requirementText(need.requirement), 'pydantic[email,dotenv]>=2,<3');
  });

  it('leave out what is meant for other Pythons', () => {
    assert.deepEqual(missing('', 'tomli; python_version < "3.11"'), []);
    assert.deepEqual(missing('', 'tomli; python_version < "3.12"').length, 1);
    assert.deepEqual(missing('', 'cffi; implementation_name == "pypy"'), []);
    assert.deepEqual(
      missing('', 'x; python_version < "3" or implementation_name == "cpython"').length,
      1,
    );
  });

  it('say that a requirement cannot be checked', () => {
    assert.deepEqual(unmet('', '>>nonsense'), [{ kind: 'unreadable', need: '>>nonsense' }]);
  });
});
