/** The real interpreters of this machine, found as the extension finds them. */
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { compareVersions } from '../../../../../src/core/python/versions.js';
import { pathCandidates } from '../../../../../src/app/interpreters/discovery.js';
import { InterpreterSearch } from '../../../../../src/app/interpreters/interpreterSearch.js';
import { thisMachine } from '../../../../../src/hosts/node/interpreters/machine.js';
import { managedCandidates } from '../../../../../src/app/interpreters/managedPythons.js';
import { PythonProbe } from '../../../../../src/hosts/node/interpreters/probe.js';
import { processes } from './trusted.js';

let found: Promise<Interpreter> | undefined;

/** Some Python that is new enough; fails with a sentence when the machine has none. */
export function somePython(): Promise<Interpreter> {
  found ??= find();
  return found;
}

/** Every Python that is new enough. */
export async function everyPython(): Promise<readonly Interpreter[]> {
  const search = new InterpreterSearch(thisMachine(), new PythonProbe(processes));
  const all = await search.all({ chosen: [], folders: [] });
  return all.filter(({ version }) => compareVersions(version, '3.10') >= 0);
}

async function find(): Promise<Interpreter> {
  const probe = new PythonProbe(processes);
  const machine = thisMachine();
  for (const candidate of [...pathCandidates(machine), ...managedCandidates(machine)]) {
    const answer = await probe.ask(candidate);
    if (answer.ok && compareVersions(answer.interpreter.version, '3.10') >= 0)
      return answer.interpreter;
  }
  throw new Error('These tests need a Python 3.10 or newer on the PATH.');
}
