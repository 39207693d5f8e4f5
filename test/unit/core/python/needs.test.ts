import assert from 'node:assert/strict';
import { unmetNeeds } from '../../../../src/core/python/needs.js';
import { normaliseName, parseRequirement } from '../../../../src/core/python/requirement.js';

const interpreter = {
  version: '3.11.7',
  implementation: 'cpython',
  executable: '/usr/bin/python3',
  distributions: { pydantic: '1.10.2', 'typing-extensions': '4.15.0' },
};

function missing(python: string, ...requires: string[]): string[] {
  return unmetNeeds({ python, requires }, interpreter).map((need) => need.missing);
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

  it('are compared by the normalised name', () => {
    assert.equal(normaliseName('Typing_.-Extensions'), 'typing-extensions');
    assert.deepEqual(missing('', 'typing.Extensions>=4'), []);
  });
});

describe('Unmet needs', () => {
  it('are none when all is there', () => {
    assert.deepEqual(missing('>=3.10', 'pydantic>=1'), []);
  });

  it('say which Python is needed and which is there', () => {
    assert.deepEqual(unmetNeeds({ python: '>=3.12', requires: [] }, interpreter), [
      {
        kind: 'python',
        need: '>=3.12',
        missing: 'Python >=3.12 is needed, and the interpreter is 3.11.7.',
        mend: 'Select an interpreter with Python >=3.12.',
      },
    ]);
  });

  it('say what is not installed and what is too old, and what to type', () => {
    const unmet = unmetNeeds(
      { python: '', requires: ['attrs', 'pydantic[email] >=2'] },
      interpreter,
    );
    assert.deepEqual(
      unmet.map((need) => [need.missing, need.mend]),
      [
        [
          'The package attrs is not installed.',
          'Install it with: /usr/bin/python3 -m pip install "attrs"',
        ],
        [
          'The package pydantic >=2 is needed, and 1.10.2 is installed.',
          'Install it with: /usr/bin/python3 -m pip install "pydantic[email]>=2"',
        ],
      ],
    );
  });

  it('quote an interpreter with blanks in its path', () => {
    const [need] = unmetNeeds(
      { python: '', requires: ['attrs'] },
      { ...interpreter, executable: 'C:\\My Pythons\\python.exe' },
    );
    assert.match(need?.mend ?? '', /"C:\\My Pythons\\python\.exe" -m pip/);
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
    assert.match(missing('', '>>nonsense')[0] ?? '', /“>>nonsense” is not a requirement/);
  });
});
