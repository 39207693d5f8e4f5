/** The pack of the learner's own cards, where it lies and what stands in it. */
import * as vscode from 'vscode';
import { cardsFolder } from '../../app/cards/cardsFolder.js';
import { OwnCards } from '../../app/cards/ownCards.js';
import type { Services } from '../../hosts/vscode/services.js';

type FileServices = Pick<Services, 'files' | 'storageUri'>;

export function ownCards(services: FileServices): OwnCards {
  const texts = (...below: string[]): ReturnType<FileServices['files']['texts']> =>
    services.files.texts(vscode.Uri.joinPath(services.storageUri, cardsFolder, ...below).fsPath);
  return new OwnCards(
    { pack: texts(), questions: texts('questions'), quizzes: texts('quizzes') },
    {
      title: vscode.l10n.t('My Cards'),
      description: vscode.l10n.t('Cards of your own: change them as you like.'),
      prints: vscode.l10n.t('What does this print?'),
      damaged: (file) =>
        vscode.l10n.t('{0} of your cards cannot be read. Mend it, then try again.', file),
    },
  );
}

/** @param id of the card's question, within the pack */
export function cardUri({ storageUri }: FileServices, id: string): vscode.Uri {
  return vscode.Uri.joinPath(storageUri, cardsFolder, 'questions', `${id}.md`);
}
