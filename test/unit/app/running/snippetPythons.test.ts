import assert from 'node:assert/strict';
import type { Snippet } from '../../../../src/core/pack/pack.js';
import type { Interpreter } from '../../../../src/core/python/interpreter.js';
import type { InterpreterService } from '../../../../src/app/running/pythonServices.js';
import { SnippetPythons } from '../../../../src/app/running/snippetPythons.js';
import { Emitter } from '../../../../src/app/event.js';

function python(version: string, ...packages: string[]): Interpreter {
  return {
    executable: `/${version}/${packages.join('-')}/python`,
    version,
    implementation: 'cpython',
    freeThreaded: false,
    prefix: `/${version}`,
    distributions: Object.fromEntries(packages.map((name) => [name, '1.0'])),
    origin: 'test',
  };
}

function snippet(needs: { python?: string; requires?: readonly string[] }): Snippet {
  return {
    ...{ name: 'one', code: '', line: 0, files: [], expected: [] },
    ...{ stdin: '', timeout: 10, exit: 0, python: '', requires: [], ...needs },
  };
}

const question = { id: 'q' };

describe('Which Python runs a snippet', () => {
  let all: readonly Interpreter[];
  let lab: Interpreter | undefined;
  let pythons: SnippetPythons;

  beforeEach(() => {
    all = [python('3.11.7'), python('3.13.0'), python('3.12.1', 'attrs')];
    lab = undefined;
    const interpreters: InterpreterService = {
      current: () => Promise.resolve(all[0]),
      all: () => Promise.resolve(all),
      lab: () => Promise.resolve(lab),
      onDidChange: new Emitter().event,
      select: () => Promise.resolve(undefined),
    };
    pythons = new SnippetPythons(interpreters, () => Promise.resolve(false));
  });

  const used = async (one: Snippet): Promise<[string | undefined, boolean, number]> => {
    const answer = await pythons.of(question, one);
    return [answer?.interpreter.executable, answer?.instead ?? false, answer?.unmet.length ?? -1];
  };

  it('is the one in use where that has everything, whatever else there is', async () => {
    lab = python('3.13.0', 'attrs');
    assert.deepEqual(await used(snippet({})), [all[0]?.executable, false, 0]);
  });

  it('is none when there is no Python', async () => {
    all = [];
    assert.equal(await pythons.of(question, snippet({})), undefined);
  });

  it('is the lab environment’s where that has what the other lacks', async () => {
    const wants = snippet({ requires: ['attrs'] });
    assert.deepEqual(await used(wants), [all[0]?.executable, false, 1]);
    lab = python('3.11.7', 'attrs');
    assert.deepEqual(await used(wants), [lab.executable, true, 0]);
    lab = python('3.11.7', 'pydantic');
    assert.deepEqual(await used(wants), [all[0]?.executable, false, 1]);
  });

  it('is the one that was chosen for this snippet, and only for this one', async () => {
    const newer = snippet({ python: '>=3.12' });
    const { other } = await pythons.offers(newer);
    assert.ok(other);
    assert.equal(other.version, '3.13.0');
    let told = 0;
    pythons.onDidChoose(() => (told += 1));
    pythons.choose(question, newer, other);
    assert.equal(told, 1);
    assert.deepEqual(await used(newer), [other.executable, true, 0]);
    assert.deepEqual(await used({ ...newer, name: 'two' }), [all[0]?.executable, false, 1]);
  });

  it('is offered with one click where there is one, or can be made', async () => {
    const offered = async (one: Snippet): Promise<(string | undefined)[]> => {
      const { other, labBase } = await pythons.offers(one);
      return [other?.version, labBase?.version];
    };
    assert.deepEqual(await offered(snippet({ requires: ['attrs'] })), ['3.12.1', '3.11.7']);
    const newer = snippet({ requires: ['pydantic'], python: '>=3.13' });
    assert.deepEqual(await offered(newer), [undefined, '3.13.0']);
    assert.deepEqual(await offered(snippet({ python: '>=3.99' })), [undefined, undefined]);
    const both = snippet({ requires: ['pydantic'], python: '>=3.99' });
    assert.deepEqual(await offered(both), [undefined, undefined]);
  });
});
