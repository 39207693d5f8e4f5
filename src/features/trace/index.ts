/** Steps through programs: each is recorded as it runs, and replayed forward and back. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { pickSnippet } from '../../hosts/vscode/pickSnippet.js';
import type { Services } from '../../hosts/vscode/services.js';
import { fileProgram, snippetProgram } from './program.js';
import type { Program, ProgramServices } from './program.js';
import type { TraceServices } from './tracePanel.js';

export function register(
  services: ProgramServices & TraceServices & { readonly scratch: Services['scratch'] },
): Disposable {
  const { catalog, log } = services;
  const store = new DisposableStore();
  const record = async (program: Program): Promise<void> => {
    const { TracePanel } = await import('./tracePanel.js');
    await store.add(new TracePanel(services, program)).record();
  };
  store.add(
    registerCommand(log, 'interviewLab.stepThrough', async (question, name) => {
      const chosen = await pickSnippet(await catalog.get(), textOf(question), textOf(name));
      if (chosen) await record(snippetProgram(services, { id: chosen.questionId }, chosen.snippet));
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.stepThroughFile', async (target) => {
      const uri =
        target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
      if (uri?.scheme !== 'file')
        throw new Error(
          vscode.l10n.t('There is no Python file to step through. Open one from the disk first.'),
        );
      await record(fileProgram(services, uri));
    }),
  );
  return store;
}

function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}
