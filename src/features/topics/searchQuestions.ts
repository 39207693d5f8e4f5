import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { noteExcerpt } from '../../core/note.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { createPick, shownRow } from '../../hosts/vscode/ui/picks.js';
import type { Row, ShownRow } from '../../hosts/vscode/ui/picks.js';
import type { Notes } from '../../app/notes.js';

interface Found extends Row {
  readonly questionId: string;
}

/** A quick pick over titles, tags, text and the learner’s own notes (those first), best match first. */
export function searchQuestions(catalog: Catalog, notes: Notes): Promise<void> {
  const pick = createPick<Found>(
    vscode.l10n.t('Search Questions'),
    vscode.l10n.t('Words of the title, the tags, the answer or your notes'),
  );
  let latest = 0;
  const show = (ids: readonly string[], noted: ReadonlySet<string>, query: string): void => {
    pick.items = ids.flatMap((id): ShownRow<Found>[] => {
      const question = catalog.question(id);
      if (!question) return [];
      const description = catalog.topicOf(question)?.title ?? '';
      // The full-text index has chosen already: the pick’s own filter must not hide a match in the text.
      return [
        shownRow({
          questionId: id,
          label: question.title,
          description,
          ...(noted.has(id)
            ? { detailIcon: 'note', detail: noteExcerpt(notes.body(id) ?? '', query) }
            : { detail: question.tags.join(', ') }),
          alwaysShow: true,
        }),
      ];
    });
  };
  const update = async (query: string): Promise<void> => {
    const turn = ++latest;
    const all = catalog.questions.slice(0, 50).map((question) => question.id);
    const [noted, found] =
      query.trim() === ''
        ? [[], all]
        : await Promise.all([notes.search(query), catalog.search(query)]);
    if (turn === latest) show([...new Set([...noted, ...found])], new Set(noted), query);
  };
  return new Promise((resolve, reject) => {
    pick.onDidChangeValue((query) => void update(query).catch(reject));
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0]?.row;
      // A row of a list that was just replaced is none of the new one: let them choose again.
      if (!chosen) return;
      pick.hide();
      void runCommand('interviewLab.openQuestion', chosen.questionId);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
    void update('').catch(reject);
    pick.show();
  });
}
