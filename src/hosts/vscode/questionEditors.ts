/** Questions as editors of VS Code: their addresses, how they are opened, and which one is in front. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { known, qualified } from '../../core/pack/packId.js';
import { plainText } from '../../core/plainText.js';
import { editors } from './contributions.js';
import type { Disposable } from '../../app/disposable.js';

/**
 * VS Code forgets an editor that a preview replaced, and *Go Back* with it, unless the address is one of the few
 * schemes that it knows. So questions are opened as `vscode-userdata:/interviewlab/<pack>/<question>`, where no file
 * is, and nothing is read; `interviewlab:/<pack>/<question>` is the address for others, and opens the same.
 */
const addresses = {
  'vscode-userdata': /^\/interviewlab\/([^/]+\/[^/]+)$/,
  interviewlab: /^\/([^/]+\/[^/]+)$/,
};

/** The address of a question. */
export function questionUri(catalog: Catalog, questionId: string): vscode.Uri {
  const id = catalog.question(questionId)?.id ?? questionId;
  return vscode.Uri.from({ scheme: 'vscode-userdata', path: `/interviewlab/${qualified(id)}` });
}

/** The id of the question that an address stands for; undefined for any other address. */
export function questionAt({ scheme, path }: vscode.Uri): string | undefined {
  for (const [ours, pattern] of Object.entries(addresses)) {
    const id = scheme === ours ? pattern.exec(path)?.[1] : undefined;
    if (id !== undefined) return known(id);
  }
  return undefined;
}

/** Opens a question in the preview tab, or where it is open already. */
export async function openQuestion(
  catalog: Catalog,
  questionId: string,
  column?: vscode.ViewColumn,
): Promise<void> {
  if (!catalog.question(questionId)) {
    throw new Error(
      vscode.l10n.t(
        'There is no question “{0}” in the loaded packs. Look for it with “Search”.',
        plainText(questionId),
      ),
    );
  }
  const uri = questionUri(catalog, questionId);
  await vscode.commands.executeCommand('vscode.open', uri, column ?? readingColumn(uri));
}

/** Where the question is open, else where another is shown: code beside it is not covered. */
function readingColumn(uri: vscode.Uri): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const groups = [activeTabGroup, ...all.filter((group) => group !== activeTabGroup)];
  const isThis = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString();
  const isQuestion = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputCustom && input.viewType === editors.question;
  const group =
    groups.find(({ tabs }) => tabs.some(isThis)) ??
    groups.find(({ activeTab }) => activeTab !== undefined && isQuestion(activeTab));
  return group?.viewColumn ?? vscode.ViewColumn.Active;
}

/** The question in the editor that is in front. */
export function activeQuestion(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== editors.question)
    return undefined;
  return questionAt(input.uri);
}

/** Hears of each question that comes to the front. */
export function onDidActivateQuestion(listener: (questionId: string) => void): Disposable {
  let last: string | undefined;
  const look = (): void => {
    const id = activeQuestion();
    if (id !== last && id !== undefined) listener(id);
    last = id;
  };
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  );
}
