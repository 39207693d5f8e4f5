/** What VS Code asks of a language, for the files of packs. Nothing is loaded before it asks. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../../app/disposable.js';
import type { Disposable } from '../../../app/disposable.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';

const patterns = [
  'pack.yaml',
  'questions/*.md',
  'quizzes/*.{yaml,yml}',
  'exercises/*/exercise.md',
  'exercises/*/solutions/*.md',
];
const files = patterns.map((pattern) => ({ scheme: 'file', pattern: `**/${pattern}` }));

export function registerHelp(catalog: Pick<PackCatalog, 'folderOf'>): Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerCompletionItemProvider(
      files,
      {
        provideCompletionItems: async (document, position) =>
          (await import('./completionItems.js')).completionItems(catalog, document, position),
      },
      ...['(', ':', '#', '/', '{', '=', '[', ' ', '`'],
    ),
  );
  store.add(
    vscode.languages.registerHoverProvider(files, {
      provideHover: async (document, position) =>
        (await import('./hovers.js')).hoverAt(catalog, document, position),
    }),
  );
  store.add(
    vscode.languages.registerDefinitionProvider(files, {
      provideDefinition: async (document, position) =>
        (await import('./places.js')).definitionAt(catalog, document, position),
    }),
  );
  store.add(
    vscode.languages.registerReferenceProvider(files, {
      provideReferences: async (document, position, { includeDeclaration }) =>
        (await import('./places.js')).referencesAt(catalog, document, position, includeDeclaration),
    }),
  );
  store.add(
    vscode.languages.registerDocumentSymbolProvider(files, {
      provideDocumentSymbols: async (document) =>
        (await import('./places.js')).symbolsOf(catalog, document),
    }),
  );
  store.add(
    vscode.languages.registerRenameProvider(files, {
      prepareRename: async (document, position) =>
        (await import('./renames.js')).prepareRename(catalog, document, position),
      provideRenameEdits: async (document, position, name) =>
        (await import('./renames.js')).renameEdits(catalog, document, position, name),
    }),
  );
  store.add(
    vscode.workspace.onWillRenameFiles((event) => {
      for (const { oldUri, newUri } of event.files) {
        if (!catalog.folderOf(oldUri.fsPath)) continue;
        const edits = import('./renames.js').then(({ editsForMove }) =>
          editsForMove(catalog, oldUri, newUri),
        );
        event.waitUntil(edits);
      }
    }),
  );
  store.add(
    vscode.workspace.onDidRenameFiles(async ({ files: moved }) => {
      if (!moved.some(({ newUri }) => catalog.folderOf(newUri.fsPath))) return;
      await (await import('./renames.js')).saveRenamed(moved);
    }),
  );
  store.add(
    vscode.languages.registerCodeActionsProvider(
      files,
      {
        provideCodeActions: async (document, _range, { diagnostics }) =>
          (await import('./quickFixes.js')).quickFixes(catalog, document, diagnostics),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  return store;
}
