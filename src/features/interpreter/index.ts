/** The interpreter in the status bar, while something is in front that it would run, and the ways to change it and to compare it. */
import * as vscode from 'vscode';
import { Untrusted } from '../../app/running/gate.js';
import { plainText } from '../../core/plainText.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { activeQuestion } from '../../hosts/vscode/questionEditors.js';
import type { CommandId } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { interpreterLabel } from '../../hosts/vscode/interpreters/interpreterLabel.js';
import { pickSnippet } from '../../hosts/vscode/pickSnippet.js';
import type { ComparisonServices } from './compareInterpreters.js';
import { OutputDocuments } from './outputDocuments.js';
import { scratchFolder } from '../../app/scratch/scratch.js';
import type { Services } from '../../hosts/vscode/services.js';
import { StatusBarItem } from '../../hosts/vscode/ui/statusBarItem.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';

const selectCommand = 'interviewLab.selectInterpreter' satisfies CommandId;

export function register(services: ComparisonServices & Pick<Services, 'storageUri'>): Disposable {
  const store = new DisposableStore();
  const documents = store.add(new OutputDocuments());
  const selected = new ContextKey('interviewLab.did.select');
  store.add(
    registerCommand(services.log, selectCommand, async () => {
      if (await services.interpreters.select()) selected.set(true);
    }),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.compareInterpreters', async (question, name) => {
      const chosen = await pickSnippet(await services.catalog.get(), question, name);
      if (!chosen) return;
      const { compareInterpreters } = await import('./compareInterpreters.js');
      await compareInterpreters(services, documents, chosen);
    }),
  );
  store.add(new InterpreterStatus(services));
  return store;
}

class InterpreterStatus extends DisposableStore {
  private readonly item = this.add(
    new StatusBarItem(
      'interviewLab.interpreter',
      vscode.l10n.t('Python of the Interview Lab'),
      selectCommand,
    ),
  );
  private readonly scratchRoot: string;
  /** Counts the requests, so that a late answer does not replace a newer one. */
  private asked = 0;

  constructor(private readonly services: Pick<Services, 'interpreters' | 'log' | 'storageUri'>) {
    super();
    this.scratchRoot = `${vscode.Uri.joinPath(services.storageUri, scratchFolder).path}/`;
    const show = (): void => {
      this.showOrHide();
    };
    this.add(vscode.window.onDidChangeActiveTextEditor(show));
    this.add(vscode.window.tabGroups.onDidChangeTabs(show));
    this.add(vscode.window.tabGroups.onDidChangeTabGroups(show));
    this.add(services.interpreters.onDidChange(show));
    show();
  }

  private showOrHide(): void {
    if (this.isWanted()) void this.show();
    else {
      this.asked += 1;
      this.item.hide();
    }
  }

  private isWanted(): boolean {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (activeQuestion() !== undefined) return true;
    const uri =
      input instanceof vscode.TabInputText
        ? input.uri
        : input instanceof vscode.TabInputTextDiff
          ? input.modified
          : undefined;
    return uri?.scheme === 'file' && uri.path.startsWith(this.scratchRoot);
  }

  private async show(): Promise<void> {
    const asked = ++this.asked;
    try {
      const interpreter = await this.services.interpreters.current();
      if (asked !== this.asked || this.isDisposed) return;
      if (interpreter) {
        const text = interpreterLabel(interpreter);
        this.item.show({
          text,
          tooltip: vscode.l10n.t(
            'Snippets run with {0} ({1})',
            plainText(interpreter.executable),
            plainText(interpreter.origin),
          ),
          spoken: vscode.l10n.t('{0}, select interpreter', plainText(text)),
        });
      } else
        this.item.show({
          icon: 'warning',
          text: vscode.l10n.t('No Python'),
          tooltip: vscode.l10n.t('No Python was found. Click to select one.'),
          spoken: vscode.l10n.t('No Python, select interpreter'),
          isWarning: true,
        });
    } catch (error) {
      if (error instanceof Untrusted) this.showRestricted(asked, error.message);
      else this.services.log.error('The interpreter could not be told', error);
    }
  }

  private showRestricted(asked: number, reason: string): void {
    if (asked !== this.asked || this.isDisposed) return;
    const text = vscode.l10n.t('No Python');
    this.item.show({ icon: 'shield', text, tooltip: reason, spoken: reason });
  }
}
