/** Questions in editors of their own, and what can be done with them. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { plainText } from '../../core/plainText.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { pickQuestion } from '../../hosts/vscode/ui/pickQuestion.js';
import { activeQuestion, openQuestion } from '../../hosts/vscode/questionEditors.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { registerMarks } from './marks.js';
import { QuestionEditors } from './questionEditors.js';
import type { QuestionServices } from './questionPanel.js';

export function register(services: QuestionServices): Disposable {
  const store = new DisposableStore();
  const { catalog, order } = services;
  store.add(new QuestionEditors(services));
  const command = (
    id: Parameters<typeof registerCommand>[1],
    run: (target?: unknown) => Promise<void>,
  ): void => {
    store.add(registerCommand(services.log, id, run));
  };
  const choose = async (target: unknown): Promise<string | undefined> =>
    questionIdOf(target) ?? activeQuestion() ?? pickQuestion(await catalog.get());

  command('interviewLab.openQuestion', async (target) => {
    const id = questionIdOf(target) ?? (await pickQuestion(await catalog.get()));
    if (id !== undefined) await openQuestion(await catalog.get(), id);
  });
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

/** A question’s id as commands get it: itself, or the tree’s node. */
function questionIdOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const node = v.object({ kind: v.literal('question'), question: v.object({ id: v.string() }) });
  const parsed = v.safeParse(node, target);
  return parsed.success ? parsed.output.question.id : undefined;
}
