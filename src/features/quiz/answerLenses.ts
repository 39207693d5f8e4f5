import * as vscode from 'vscode';
import type { Disposable } from '../../app/disposable.js';
import { topLens } from '../../hosts/vscode/ui/codeLens.js';
import { codeFolder } from './answerFiles.js';

/** What can be done with the file in which an item is answered, above its first line. */
export function registerAnswerLenses(quizFolder: string): Disposable {
  const pattern = new vscode.RelativePattern(
    vscode.Uri.file(quizFolder),
    `**/${codeFolder}/**/*.py`,
  );
  const provideCodeLenses = (): vscode.CodeLens[] => [
    topLens('play', vscode.l10n.t('Run'), 'interviewLab.tryAnswer'),
    topLens('check', vscode.l10n.t('Check Answer'), 'interviewLab.checkAnswer'),
  ];
  return vscode.languages.registerCodeLensProvider(
    { scheme: 'file', pattern },
    { provideCodeLenses },
  );
}
