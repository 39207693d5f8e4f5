import type { Trust } from '../../app/ports.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Log } from './log.js';
import type { Services } from './services.js';
import { EditorLaunches } from './editorLaunches.js';
import { UserInterpreters } from './interpreters/userInterpreters.js';
import { LabEnvironment } from '../node/labEnvironment/labEnvironment.js';
import { thisMachine } from '../node/interpreters/machine.js';
import { Processes } from '../node/processes/processes.js';
import { PythonRunner } from '../node/processes/runner.js';
import { SnippetPythons } from '../../app/running/snippetPythons.js';
import { startFaultMessage } from './messages/startFaultMessage.js';

type PythonServices = Pick<Services, 'interpreters' | 'runner' | 'launches' | 'pythons'>;

/**
 * All that runs Python. Nothing of it starts a process that is not asked for, nor one without trust.
 *
 * @param storage absolute path of the extension's storage.
 */
export function openPython(
  trust: Trust,
  storage: string,
  log: Log,
): PythonServices & { readonly disposable: Disposable } {
  const disposable = new DisposableStore();
  const processes = new Processes(trust);
  const runner = disposable.add(new PythonRunner(processes, startFaultMessage));
  const lab = new LabEnvironment({ storage, machine: thisMachine(), runner, log });
  const interpreters = disposable.add(new UserInterpreters(processes, log, lab));
  return {
    disposable,
    runner,
    interpreters,
    launches: new EditorLaunches(trust),
    pythons: new SnippetPythons(interpreters, lab),
  };
}
