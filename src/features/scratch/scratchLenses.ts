import * as vscode from 'vscode';
import type { CommandId } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Scratch } from '../../app/scratch/scratch.js';

/** What can be done with a scratch file, above its first line. */
export class ScratchLenses extends DisposableStore implements vscode.CodeLensProvider {
  private readonly changed = this.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly scratch: Scratch) {
    super();
    const pattern = new vscode.RelativePattern(vscode.Uri.file(scratch.root), '**/*');
    this.add(vscode.languages.registerCodeLensProvider({ scheme: 'file', pattern }, this));
    this.add(
      scratch.onDidChange(() => {
        this.changed.fire();
      }),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const file = await this.scratch.find(document.uri.fsPath);
    if (!file) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    const lens = (command: CommandId, title: string, argument: unknown): vscode.CodeLens =>
      new vscode.CodeLens(top, { command, title, arguments: [argument] });
    const run = lens('interviewLab.runScratch', vscode.l10n.t('$(play) Run'), document.uri);
    const debug = lens(
      'interviewLab.debugScratch',
      vscode.l10n.t('$(debug-alt) Debug'),
      document.uri,
    );
    const steps = lens(
      'interviewLab.stepThroughFile',
      vscode.l10n.t('$(debug-step-into) Step Through'),
      document.uri,
    );
    const question = lens(
      'interviewLab.openQuestion',
      vscode.l10n.t('$(book) Go to Question'),
      file.questionId,
    );
    if (file.original === undefined) return [run, debug, steps, question];
    return [
      run,
      debug,
      steps,
      lens(
        'interviewLab.compareScratch',
        vscode.l10n.t('$(diff) Compare with Original'),
        document.uri,
      ),
      lens(
        'interviewLab.resetScratch',
        vscode.l10n.t('$(discard) Reset to Original'),
        document.uri,
      ),
      question,
    ];
  }
}
