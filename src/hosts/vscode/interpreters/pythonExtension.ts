/** The Python extension (ms-python.python), through the API that it exports. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../../app/disposable.js';
import { withPatience } from '../../../app/interpreters/foreignSelection.js';
import type { ForeignSelection } from '../../../app/interpreters/foreignSelection.js';

interface PythonApi {
  readonly ready?: Promise<void>;
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(environment: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri: vscode.Uri | undefined } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath?: vscode.Event<unknown>;
  };
}

export function pythonExtension(): ForeignSelection {
  const changed = new vscode.EventEmitter<void>();
  const store = new DisposableStore();
  store.add(changed);
  let following = false;

  const api = async (): Promise<PythonApi | undefined> => {
    const extension = vscode.extensions.getExtension<PythonApi>('ms-python.python');
    if (!extension) return undefined;
    const exported = await withPatience(extension.activate());
    if (exported?.environments?.onDidChangeActiveEnvironmentPath && !following) {
      following = true;
      store.add(
        exported.environments.onDidChangeActiveEnvironmentPath(() => {
          changed.fire();
        }),
      );
    }
    return exported;
  };

  return {
    origin: 'Python extension',
    selected: async (folder) => {
      const environments = (await api())?.environments;
      if (!environments) return undefined;
      const resource = folder === undefined ? undefined : vscode.Uri.file(folder);
      const resolve = async (): Promise<string | undefined> => {
        const active = environments.getActiveEnvironmentPath(resource);
        return (await environments.resolveEnvironment(active))?.executable.uri?.fsPath;
      };
      return withPatience(resolve());
    },
    onDidChange: (listener) => changed.event(listener),
    dispose: () => {
      store.dispose();
    },
  };
}
