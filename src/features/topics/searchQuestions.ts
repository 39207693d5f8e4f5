import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { runCommand } from '../../platform/commands.js';

interface Found extends vscode.QuickPickItem {
  readonly questionId: string;
}

/** A quick pick over titles, tags and text, best match first. */
export function searchQuestions(catalog: Catalog): Promise<void> {
  const pick = vscode.window.createQuickPick<Found>();
  pick.title = vscode.l10n.t('Search Questions');
  pick.placeholder = vscode.l10n.t('Words of the title, the tags or the answer');
  let latest = 0;
  const show = (ids: readonly string[]): void => {
    pick.items = ids.flatMap((id): Found[] => {
      const question = catalog.question(id);
      if (!question) return [];
      const description = catalog.topicOf(question)?.title ?? '';
      // The full-text index has chosen already: the pick’s own filter must not hide a match in the text.
      return [
        {
          questionId: id,
          label: question.title,
          description,
          detail: question.tags.join(', '),
          alwaysShow: true,
        },
      ];
    });
  };
  const update = async (query: string): Promise<void> => {
    const turn = ++latest;
    const ids =
      query.trim() === ''
        ? catalog.questions.slice(0, 50).map((question) => question.id)
        : await catalog.search(query);
    if (turn === latest) show(ids);
  };
  return new Promise((resolve, reject) => {
    pick.onDidChangeValue((query) => void update(query).catch(reject));
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      pick.hide();
      if (chosen) void runCommand('interviewLab.openQuestion', chosen.questionId);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
    void update('').catch(reject);
    pick.show();
  });
}
