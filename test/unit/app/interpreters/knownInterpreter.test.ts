import assert from 'node:assert/strict';
import type { Interpreter } from '../../../../src/core/python/interpreter.js';
import { KnownInterpreter } from '../../../../src/app/interpreters/knownInterpreter.js';
import { withPatience } from '../../../../src/app/interpreters/foreignSelection.js';
import type { Candidate, ProbeAnswer } from '../../../../src/app/interpreters/probe.js';

const python = (executable: string): Interpreter => ({
  executable,
  version: '3.13.1',
  implementation: 'cpython',
  freeThreaded: false,
  prefix: '/',
  distributions: {},
  origin: 'PATH',
});
const gone = (command: string): ProbeAnswer => ({ ok: false, fault: { command, kind: 'missing' } });

describe('the interpreter in use', () => {
  const first = python('/first');
  let found: (Interpreter | undefined)[];
  let answers: Map<string, ProbeAnswer>;
  let asked: Candidate[];
  let changes: number;
  let known: KnownInterpreter;

  beforeEach(() => {
    found = [first];
    answers = new Map([['/first', { ok: true, interpreter: first }]]);
    asked = [];
    changes = 0;
    known = new KnownInterpreter(
      {
        ask: (candidate) => {
          asked.push(candidate);
          return Promise.resolve(answers.get(candidate.command) ?? gone(candidate.command));
        },
      },
      () => Promise.resolve(found.length > 1 ? found.shift() : found[0]),
      () => {
        changes += 1;
      },
    );
  });

  it('is looked for once, and asked each time', async () => {
    found = [first, python('/other')];
    assert.equal(await known.get(), first);
    assert.equal(await known.get(), first);
    assert.deepEqual(asked, [
      { command: '/first', args: [], origin: 'PATH' },
      { command: '/first', args: [], origin: 'PATH' },
    ]);
    assert.equal(changes, 0);
  });

  it('is none where none is found, of which nothing is asked', async () => {
    found = [undefined];
    assert.equal(await known.get(), undefined);
    assert.deepEqual([asked.length, changes], [0, 0]);
  });

  it('has what was installed into it since', async () => {
    await known.get();
    const now = { ...first, distributions: { attrs: '1' } };
    answers.set('/first', { ok: true, interpreter: now });
    assert.equal(await known.get(), now);
    assert.equal(await known.get(), now);
    assert.equal(changes, 1);
  });

  it('stays while it is busy', async () => {
    await known.get();
    answers.set('/first', { ok: false, fault: { command: '/first', kind: 'slow', seconds: 9 } });
    found = [python('/other')];
    assert.equal(await known.get(), first);
    assert.equal(changes, 0);
  });

  it('is looked for anew when it is gone', async () => {
    await known.get();
    answers.delete('/first');
    const other = python('/other');
    answers.set('/other', { ok: true, interpreter: other });
    found = [other];
    assert.equal(await known.get(), other);
    assert.equal(await known.get(), other);
    assert.equal(changes, 1);
  });

  it('is no news when it is found again although it does not answer, and is when nothing is', async () => {
    await known.get();
    answers.delete('/first');
    assert.equal(await known.get(), first);
    assert.equal(changes, 0);
    found = [undefined];
    assert.equal(await known.get(), undefined);
    assert.equal(changes, 1);
  });

  it('is looked for anew when it is forgotten, also by who asked before', async () => {
    const other = python('/other');
    answers.set('/other', { ok: true, interpreter: other });
    const asking = known.get();
    found = [other];
    known.forget();
    assert.equal(await asking, other);
    assert.equal(await known.get(), other);
  });
});

describe('what another extension answers', () => {
  it('is taken, and is nothing where it fails', async () => {
    assert.equal(await withPatience(Promise.resolve('/python')), '/python');
    assert.equal(await withPatience(Promise.reject<string>(new Error('broken'))), undefined);
  });
});
