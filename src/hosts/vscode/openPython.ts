import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Host } from '../../app/host.js';
import type { Log } from '../../app/log.js';
import type { Trust } from '../../app/ports.js';
import { SnippetPythons } from '../../app/running/snippetPythons.js';
import { EditorLaunches } from './editorLaunches.js';
import { UserInterpreters } from './interpreters/userInterpreters.js';
import { startFaultMessage } from './messages/startFaultMessage.js';
import type { Services } from './services.js';

type PythonServices = Pick<Services, 'interpreters' | 'runner' | 'launches' | 'pythons'>;

/**
 * All that runs Python. Nothing of it starts a process that is not asked for, nor one without trust.
 *
 * @param folders absolute paths of the extension and of its storage.
 */
export function openPython(
  host: Host,
  trust: Trust,
  folders: { readonly extension: string; readonly storage: string },
  log: Log,
): PythonServices & { readonly disposable: Disposable } {
  const disposable = new DisposableStore();
  const python = disposable.add(host.openPython({ trust, ...folders, log, startFaultMessage }));
  const { runner, lab } = python;
  const interpreters = disposable.add(new UserInterpreters(host.machine, python, trust, log));
  const pythons = new SnippetPythons(interpreters, async (requirements, base) => {
    const { installWithProgress } = await import('./interpreters/installWithProgress.js');
    return installWithProgress(lab, requirements, base);
  });
  return { disposable, runner, interpreters, launches: new EditorLaunches(trust), pythons };
}
