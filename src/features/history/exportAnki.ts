import * as vscode from 'vscode';
import { ankiFile, itemNote, questionNote } from '../../core/anki.js';
import type { AnkiNote } from '../../core/anki.js';
import { counted } from '../../core/figures.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import type { HistoryServices } from './historyServices.js';
import { saveFile } from './saveFile.js';

/** Saves every question and quiz item of the loaded packs as notes for Anki. */
export async function exportAnki(
  services: Pick<HistoryServices, 'catalog' | 'machine'>,
): Promise<void> {
  const catalog = await services.catalog.get();
  let count = 0;
  const saved = await saveFile(
    services.machine,
    'python-interview-lab.txt',
    { title: vscode.l10n.t('Export Cards to Anki'), filters: { Text: ['txt', 'tsv'] } },
    async () => {
      const notes: AnkiNote[] = [];
      for (const { id } of catalog.questions) notes.push(questionNote(await catalog.load(id)));
      for (const { id } of catalog.quizzes) {
        const quiz = await catalog.loadQuiz(id);
        for (const item of quiz.items)
          notes.push(itemNote(quiz, item, catalog.question(item.question)?.topic));
      }
      count = notes.length;
      return new TextEncoder().encode(ankiFile(notes));
    },
  );
  if (saved === undefined) return;
  void notifications.info(
    counted(
      count,
      vscode.l10n.t(
        '{0} card was saved to {1}. In Anki, choose “File”, then “Import”.',
        count,
        saved,
      ),
      vscode.l10n.t(
        '{0} cards were saved to {1}. In Anki, choose “File”, then “Import”.',
        count,
        saved,
      ),
    ),
  );
}
