import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Scratch } from '../../app/scratch/scratch.js';
import { topLens } from '../../hosts/vscode/ui/codeLens.js';

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
    const { uri } = document;
    const run = topLens('play', vscode.l10n.t('Run'), 'interviewLab.runScratch', uri);
    const debug = topLens('debug-alt', vscode.l10n.t('Debug'), 'interviewLab.debugScratch', uri);
    const steps = topLens(
      'debug-step-into',
      vscode.l10n.t('Step Through'),
      'interviewLab.stepThroughFile',
      uri,
    );
    const question = topLens(
      'book',
      vscode.l10n.t('Go to Question'),
      'interviewLab.openQuestion',
      file.questionId,
    );
    if (file.original === undefined) return [run, debug, steps, question];
    return [
      run,
      debug,
      steps,
      topLens('diff', vscode.l10n.t('Compare with Original'), 'interviewLab.compareScratch', uri),
      topLens('discard', vscode.l10n.t('Reset to Original'), 'interviewLab.resetScratch', uri),
      question,
    ];
  }
}
