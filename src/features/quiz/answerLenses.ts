import * as vscode from 'vscode';
import type { CommandId } from '../../hosts/vscode/contributions.js';
import type { Disposable } from '../../app/disposable.js';
import { codeFolder } from './answerFiles.js';

/** What can be done with the file in which an item is answered, above its first line. */
export function registerAnswerLenses(quizFolder: string): Disposable {
  const pattern = new vscode.RelativePattern(
    vscode.Uri.file(quizFolder),
    `**/${codeFolder}/**/*.py`,
  );
  const lens = (command: CommandId, title: string): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { command, title });
  const provideCodeLenses = (): vscode.CodeLens[] => [
    lens('interviewLab.tryAnswer', vscode.l10n.t('$(play) Run')),
    lens('interviewLab.checkAnswer', vscode.l10n.t('$(check) Check Answer')),
  ];
  return vscode.languages.registerCodeLensProvider(
    { scheme: 'file', pattern },
    { provideCodeLenses },
  );
}
