/** The real interpreters of this machine, found as the extension finds them. */
import type { Interpreter } from '../../../src/core/python/interpreter.js';
import { managedCandidates, pathCandidates } from '../../../src/platform/python/discovery.js';
import { thisMachine } from '../../../src/platform/python/machine.js';
import { PythonProbe } from '../../../src/platform/python/probe.js';

let found: Promise<Interpreter> | undefined;

/** Some Python that is new enough; fails with a sentence when the machine has none. */
export function somePython(): Promise<Interpreter> {
  found ??= find();
  return found;
}

async function find(): Promise<Interpreter> {
  const probe = new PythonProbe();
  const machine = thisMachine();
  for (const candidate of [...pathCandidates(machine), ...managedCandidates(machine)]) {
    const answer = await probe.ask(candidate);
    const minor = answer.ok ? Number(answer.interpreter.version.split('.')[1]) : 0;
    if (answer.ok && minor >= 10) return answer.interpreter;
  }
  throw new Error('These tests need a Python 3.10 or newer on the PATH.');
}
