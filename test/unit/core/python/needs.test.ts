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
  distributions: { pydantic: '1.10.2', 'typing-extensions': '4.15.0', odd: 'git-main' },
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
    assert.equal(parseRequirement('attrs ( >=20 )')?.range, '>=20');
  });

  it('are told from other text', () => {
    for (const text of [
      ...['', '>=2', 'attrs @ https://example.org/a.whl', 'attrs newest', 'a b', 'a-', 'a._'],
      ...[
        'a[b',
        'a[b >=2',
        'a (>=2',
        'a >=2)',
        'a x>=2)',
        'a; python_version < "3" x',
        'a; python_version',
        'a; b and python_version < "3"',
      ],
      'a'.repeat(1001),
    ])
      assert.equal(parseRequirement(text), undefined, text);
    for (const text of [
      'a'.repeat(1000),
      '1a',
      'A.b_c-d',
      'a;',
      'a; "3.9"<python_version',
      'a ; "linux" not in sys_platform',
    ])
      assert.notEqual(parseRequirement(text), undefined, text);
    assert.deepEqual(parseRequirement('a[ b ,, c ](>=2)'), {
      ...{ name: 'a', key: 'a', extras: ['b', 'c'], range: '>=2', marker: '' },
    });
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

  it('are told of a package whose version is none that can be compared', () => {
    assert.deepEqual(missing('', 'odd>=1'), [['odd>=1', 'git-main']]);
    assert.deepEqual(missing('', 'odd'), [], 'any version will do');
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
    const [plain] = unmet('', 'attrs >= 20');
    assert.ok(plain?.kind === 'package');
    assert.equal(requirementText(plain.requirement), 'attrs>=20');
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

  it('are by every clause of a marker, and by one side of “or”', () => {
    const applies = (marker: string): boolean => missing('', `x; ${marker}`).length === 1;
    for (const marker of [
      'implementation_name != "pypy"',
      "implementation_name=='cpython'",
      'python_full_version >= "3.11.7"',
      '(python_version >= "3.11") and (python_version < "3.12")',
      'python_version < "3" or python_version ~= "3.11"',
      'sys_platform == "win32"',
      'python_version > "3" and "linux" in sys_platform',
    ])
      assert.ok(applies(marker), marker);
    for (const marker of [
      'implementation_name != "cpython"',
      'python_full_version > "3.11.7"',
      'python_version >= "3.11" and python_version >= "3.12"',
      'python_version  <  "3.11"  and  python_version > "3"',
      'python_version < "3" or python_version > "3.12"',
      '(python_version < "3.11")',
      'python_version<"3.11"',
    ])
      assert.ok(!applies(marker), marker);
  });

  it('say which part of the system the built-in Python does not have', () => {
    const needs = { python: '', requires: [] };
    const part = (code: string, executable = 'built-in', file = ''): string | undefined =>
      unmetNeeds(
        { ...needs, code, files: [{ path: 'other.py', text: file }] },
        { ...interpreter, executable },
      )[0]?.need;
    for (const [code, missingPart] of [
      ['Thread(target=f).start()', 'threads'],
      ['await asyncio.to_thread(f)', 'threads'],
      ['from concurrent import interpreters', 'threads'],
      ['import subprocess', 'processes'],
      ['os.execvp("ls", [])', 'processes'],
      ['os.kill(os.getpid(), 9)', 'processes'],
      ['import socket', 'sockets'],
      ['from http.server import HTTPServer', 'sockets'],
      ['import ctypes', 'libraries'],
    ] as const) {
      assert.equal(part(code), missingPart, code);
      assert.equal(part('', 'built-in', code), missingPart, 'in a file beside it');
      assert.equal(part(code, '/usr/bin/python3'), undefined, 'another Python has it all');
    }
    for (const code of ['MyThread', 'import sockets', 'os.path.exists("a")', 'import asyncio'])
      assert.equal(part(code), undefined, code);
  });

  it('say that a requirement cannot be checked', () => {
    assert.deepEqual(unmet('', '>>nonsense'), [{ kind: 'unreadable', need: '>>nonsense' }]);
  });
});
