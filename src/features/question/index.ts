/** Questions in editors of their own, and what can be done with them. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { plainText } from '../../core/plainText.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { chooseQuestion, questionIdOf } from '../../hosts/vscode/ui/chooseQuestion.js';
import { pickQuestion } from '../../hosts/vscode/ui/pickQuestion.js';
import { onDidActivateQuestion, openQuestion } from '../../hosts/vscode/questionEditors.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { registerMarks } from './marks.js';
import { QuestionEditors } from './questionEditors.js';
import type { QuestionServices } from './questionPanel.js';

export function register(services: QuestionServices): Disposable {
  const store = new DisposableStore();
  const { catalog, order } = services;
  const editors = store.add(new QuestionEditors(services));
  store.add(onDidActivateQuestion((id) => void services.recent.note(id)));
  const command = (
    id: Parameters<typeof registerCommand>[1],
    run: (target?: unknown, further?: unknown) => Promise<void>,
  ): void => {
    store.add(registerCommand(services.log, id, run));
  };
  const choose = async (target: unknown): Promise<string | undefined> =>
    chooseQuestion(await catalog.get(), target);

  command('interviewLab.openQuestion', async (target, section) => {
    const all = await catalog.get();
    const id = questionIdOf(target) ?? (await pickQuestion(all));
    if (id === undefined) return;
    if (typeof section === 'string') editors.leadTo(all.question(id)?.id ?? id, section);
    await openQuestion(all, id);
  });
  command('interviewLab.openRecent', async () => {
    const all = await catalog.get();
    const recent = services.recent.all().flatMap((id) => all.question(id) ?? []);
    if (recent.length === 0) throw new Error(vscode.l10n.t('No question was opened yet.'));
    const id = await pickQuestion(all, recent, vscode.l10n.t('Open Recent Question'));
    if (id !== undefined) await openQuestion(all, id);
  });
  command('interviewLab.runInView', async () => editors.runInView());
  command('interviewLab.stopRuns', async () => editors.stopRuns());
  command('interviewLab.openQuestionToSide', async (target) => {
    const id = await choose(target);
    if (id !== undefined) await openQuestion(await catalog.get(), id, vscode.ViewColumn.Beside);
  });
  for (const [id, step] of [
    ['interviewLab.nextQuestion', 'next'],
    ['interviewLab.previousQuestion', 'previous'],
  ] as const) {
    command(id, async (target) => {
      const from = await choose(target);
      if (from === undefined) return;
      const all = await catalog.get();
      const to = all.neighbors(from, order.get(from))[step];
      if (to !== undefined) await openQuestion(all, to);
    });
  }
  command('interviewLab.copyLink', async (target) => {
    const id = await choose(target);
    if (id === undefined) return;
    const link = `${vscode.env.uriScheme}://python-interview-lab.python-interview-lab/question/${id}`;
    await vscode.env.clipboard.writeText(link);
    notifications.status(vscode.l10n.t('Link copied: {0}', link));
  });
  for (const [id, kind] of [
    ['interviewLab.markRead', 'read'],
    ['interviewLab.markUnread', 'unread'],
  ] as const) {
    command(id, async (target) => {
      const question = await choose(target);
      if (question !== undefined) await services.progress.record({ kind, question });
    });
  }
  store.add(registerMarks(services, choose));
  store.add(
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        try {
          await followLink(await catalog.get(), uri);
        } catch (error) {
          services.log.error('A link could not be followed', error);
          notifications.failure(error);
        }
      },
    }),
  );
  return store;
}

/** Opens the question that a link from outside names. */
async function followLink(all: Catalog, uri: vscode.Uri): Promise<void> {
  const id = /^\/question\/((?:[a-z0-9-]+\/)?[a-z0-9-]+)$/.exec(uri.path)?.[1];
  if (id !== undefined && all.question(id)) {
    await openQuestion(all, id);
    return;
  }
  void notifications.warn(
    vscode.l10n.t('This link leads to no question of the loaded packs: {0}', plainText(uri.path)),
  );
}
