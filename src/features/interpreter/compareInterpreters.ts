/** Runs a snippet on every Python that has what it needs, and shows in VS Code's own way what differs. */
import * as vscode from 'vscode';
import { comparedRuns, oneOfEach } from '../../app/running/comparedRuns.js';
import type { ComparedRuns } from '../../app/running/comparedRuns.js';
import type { RunResult } from '../../app/running/pythonServices.js';
import { outputGroups, withoutAddresses } from '../../core/outputGroups.js';
import type { OutputGroup } from '../../core/outputGroups.js';
import type { Snippet } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import { interpreterLabel } from '../../hosts/vscode/interpreters/interpreterLabel.js';
import { missingMessage } from '../../hosts/vscode/messages/needMessages.js';
import type { SnippetChoice } from '../../hosts/vscode/pickSnippet.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications, withProgress } from '../../hosts/vscode/ui/notifications.js';
import type { OutputDocuments } from './outputDocuments.js';

export type ComparisonServices = Pick<
  Services,
  'catalog' | 'interpreters' | 'log' | 'runner' | 'scratch'
>;

export async function compareInterpreters(
  services: ComparisonServices,
  documents: OutputDocuments,
  { questionId, snippet }: SnippetChoice,
): Promise<void> {
  const title = vscode.l10n.t('Comparing interpreters: {0}', plainText(snippet.name));
  const compared = await withProgress(title, async (report, cancelled) => {
    const interpreters = oneOfEach(await services.interpreters.all(), snippet);
    const stopped = new AbortController();
    cancelled.onCancellationRequested(() => {
      stopped.abort();
    });
    const words = { name: interpreterLabel, ending };
    const question = { id: questionId };
    return comparedRuns(services, question, snippet, interpreters, words, report, stopped.signal);
  });
  if (compared) await show(snippet, compared, documents);
}

async function show(
  snippet: Snippet,
  { printed, left, changed }: ComparedRuns,
  documents: OutputDocuments,
): Promise<void> {
  const leftOut = left.map(({ python, unmet }) =>
    vscode.l10n.t('Not run with {0}: {1}', python, unmet.map(missingMessage).join(' ')),
  );
  const groups = outputGroups(printed);
  const [first, ...others] = groups;
  if (!first) {
    const nothing = vscode.l10n.t('No Python here has what this snippet needs.');
    void notifications.warn([nothing, ...leftOut].join(' '));
    return;
  }
  const uris = groups.map((group) =>
    documents.open(nameOf(group), others.length > 0 ? withoutAddresses(group.text) : group.text),
  );
  const [uri, ...otherUris] = uris;
  const name = changed ? vscode.l10n.t('{0} (yours)', snippet.name) : snippet.name;
  if (uri && otherUris.length === 0) {
    const same =
      first.pythons.length === 1
        ? vscode.l10n.t('Only {0} could run it: there is nothing to compare.', nameOf(first))
        : vscode.l10n.t('All {0} Pythons print the same.', first.pythons.length);
    const open = vscode.l10n.t('Show Output');
    const clicked = await notifications.info([same, ...leftOut].join(' '), open);
    if (clicked === open) await vscode.commands.executeCommand('vscode.open', uri);
    return;
  }
  const [other] = others;
  if (other && others.length === 1)
    await vscode.commands.executeCommand(
      'vscode.diff',
      uri,
      otherUris[0],
      plainText(`${name}: ${nameOf(first)} ↔ ${nameOf(other)}`),
    );
  else
    await vscode.commands.executeCommand(
      'vscode.changes',
      plainText(vscode.l10n.t('{0}: outputs compared', name)),
      otherUris.map((each) => [each, uri, each]),
    );
  if (leftOut.length > 0) void notifications.info(leftOut.join(' '));
}

/** Such as “Python 3.12.1, Python 3.13.0 (as the author says)”. */
function nameOf({ pythons, asExpected }: OutputGroup): string {
  const all = pythons.join(', ');
  if (asExpected === undefined) return all;
  return asExpected
    ? vscode.l10n.t('{0} (as the author says)', all)
    : vscode.l10n.t('{0} (not as the author says)', all);
}

function ending({ ended, code, signal, error }: RunResult, { exit }: Snippet): string {
  if (ended === 'failedToStart') return error ?? vscode.l10n.t('It could not be started.');
  if (ended !== 'itself') return vscode.l10n.t('(ended: its time was up)');
  if ((code ?? signal) === exit) return '';
  return signal === null
    ? vscode.l10n.t('(exit code {0})', String(code))
    : vscode.l10n.t('(ended by {0})', signal);
}
