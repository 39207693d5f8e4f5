import assert from 'node:assert/strict';
import { chosenPythons } from '../../../../src/app/proving/choosePythons.js';
import { programSnippet } from '../../../../src/app/proving/programSnippet.js';
import type { Proof } from '../../../../src/app/proving/proofs.js';
import type { ProvingPython } from '../../../../src/app/proving/provingPython.js';

const python = (version: string, kind: 'native' | 'wasm' = 'native'): ProvingPython => ({
  name: `Python ${version} ${kind}`,
  version,
  kind,
  unfit: () => undefined,
  run: () => Promise.reject(new Error('Nothing is run here.')),
  runEach: () => Promise.reject(new Error('Nothing is run here.')),
  check: () => Promise.reject(new Error('Nothing is run here.')),
  measure: () => Promise.reject(new Error('Nothing is run here.')),
});
const all = [python('3.10.1'), python('3.12.1'), python('3.14.2', 'wasm'), python('3.15.0')];
const days = Array.from({ length: 60 }, (_, at) => `2026-01-${String(at)}`);

const proof = (rule: Proof['rule']): Proof => ({
  name: 'gil/race',
  rule,
  at: { file: 'questions/gil.md', line: 0 },
  snippet: programSnippet('', '>=3.10'),
  prove: () => Promise.resolve(undefined),
});

describe('The Pythons of a day', () => {
  const chosen = (rule: Proof['rule']): readonly (readonly string[])[] =>
    days.map((day) => chosenPythons(proof(rule), all, day).map(({ version }) => version));

  it('are the newest and another one, and each comes in time', () => {
    const seen = chosen('snippet');
    for (const versions of seen) {
      assert.equal(versions.length, 2);
      assert.ok(versions.includes('3.15.0'));
    }
    assert.deepEqual([...new Set(seen.flat())].sort(), ['3.10.1', '3.12.1', '3.14.2', '3.15.0']);
  });

  it('are one for an exercise, which may be each that has processes', () => {
    const seen = chosen('exercise');
    assert.ok(seen.every((versions) => versions.length === 1));
    assert.deepEqual([...new Set(seen.flat())].sort(), ['3.10.1', '3.12.1', '3.15.0']);
  });
});
