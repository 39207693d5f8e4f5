/** The Python Environments extension (ms-python.vscode-python-envs), through the API that it exports. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../../app/disposable.js';
import { withPatience } from '../../../app/interpreters/foreignSelection.js';
import type { ForeignSelection } from '../../../app/interpreters/foreignSelection.js';

interface PythonEnvironmentsApi {
  getEnvironment?(
    scope: vscode.Uri | undefined,
  ): Promise<
    { readonly execInfo?: { readonly run?: { readonly executable?: string } } } | undefined
  >;
  readonly onDidChangeEnvironment?: vscode.Event<unknown>;
}

export function pythonEnvironmentsExtension(): ForeignSelection {
  const changed = new vscode.EventEmitter<void>();
  const store = new DisposableStore();
  store.add(changed);
  let following = false;

  const api = async (): Promise<PythonEnvironmentsApi | undefined> => {
    const extension = vscode.extensions.getExtension<PythonEnvironmentsApi | undefined>(
      'ms-python.vscode-python-envs',
    );
    if (!extension) return undefined;
    const exported = await withPatience(extension.activate());
    if (exported?.onDidChangeEnvironment && !following) {
      following = true;
      store.add(
        exported.onDidChangeEnvironment(() => {
          changed.fire();
        }),
      );
    }
    return exported;
  };

  return {
    origin: 'Python Environments extension',
    selected: async (folder) => {
      const exported = await api();
      if (!exported?.getEnvironment) return undefined;
      const scope = folder === undefined ? undefined : vscode.Uri.file(folder);
      const environment = await withPatience(exported.getEnvironment(scope));
      return environment?.execInfo?.run?.executable;
    },
    onDidChange: (listener) => changed.event(listener),
    dispose: () => {
      store.dispose();
    },
  };
}
