/** Steps through programs: each is recorded as it runs, and replayed forward and back. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { dedent } from '../../core/trace/dedent.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { pickSnippet } from '../../hosts/vscode/pickSnippet.js';
import type { Services } from '../../hosts/vscode/services.js';
import { codeProgram, fileProgram, snippetProgram } from './program.js';
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
      if (chosen?.snippet.trace === false)
        throw new Error(
          vscode.l10n.t(
            'This snippet is not stepped through: its author says that it makes no sense.',
          ),
        );
      if (chosen) await record(snippetProgram(services, { id: chosen.questionId }, chosen.snippet));
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.stepThroughSelection', async (given) => {
      // From a menu comes what was clicked on.
      const stepped = isCode(given)
        ? given
        : { title: vscode.l10n.t('Selection'), code: selectedText() };
      await record(codeProgram(services, stepped));
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

function isCode(given: Partial<SteppedCode> | undefined): given is SteppedCode {
  return typeof given?.code === 'string' && typeof given.title === 'string';
}

/** Whole lines, without the indentation that they share. */
function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  const selection = editor?.selection;
  if (!editor || !selection || selection.isEmpty)
    throw new Error(vscode.l10n.t('Nothing is selected. Select the lines to step through first.'));
  const last = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
  const lines = new vscode.Range(selection.start.line, 0, last, Number.MAX_SAFE_INTEGER);
  return dedent(editor.document.getText(editor.document.validateRange(lines)));
}

function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}
