/** Questions in their panel: one is reused, others stand to the side, all come back after a reload. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { plainText } from '../../core/plainText.js';
import { questionStateSchema } from '../../protocol/question.js';
import { registerCommand } from '../../platform/commands.js';
import { panels } from '../../platform/contributions.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Disposable } from '../../platform/disposable.js';
import { pickQuestion } from '../../platform/pickQuestion.js';
import { messages } from '../../platform/ui/messages.js';
import { registerMarks } from './marks.js';
import { QuestionPanel } from './questionPanel.js';
import type { Placement, QuestionServices } from './questionPanel.js';

export function register(services: QuestionServices): Disposable {
  const store = new DisposableStore();
  const open = store.add(new OpenQuestions(services));
  const command = (
    id: Parameters<typeof registerCommand>[1],
    run: (target?: unknown) => Promise<void>,
  ): void => {
    store.add(registerCommand(services.log, id, run));
  };
  const choose = async (target: unknown): Promise<string | undefined> =>
    questionIdOf(target) ?? open.activeId ?? pickQuestion(await services.catalog.get());

  command('interviewLab.openQuestion', async (target) => {
    const id = questionIdOf(target) ?? (await pickQuestion(await services.catalog.get()));
    if (id !== undefined) await open.show(id);
  });
  command('interviewLab.openQuestionToSide', async (target) => {
    const id = await choose(target);
    if (id !== undefined) await open.showToSide(id);
  });
  command('interviewLab.copyLink', async (target) => {
    const id = await choose(target);
    if (id === undefined) return;
    const link = `${vscode.env.uriScheme}://python-interview-lab.python-interview-lab/question/${id}`;
    await vscode.env.clipboard.writeText(link);
    messages.status(vscode.l10n.t('Link copied: {0}', link));
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
  store.add(vscode.window.registerWebviewPanelSerializer(panels.question, open));
  store.add(
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const id = /^\/question\/([a-z0-9-]+)$/.exec(uri.path)?.[1];
        const known = id !== undefined && (await services.catalog.get()).question(id) !== undefined;
        if (known) await open.show(id);
        else
          void messages.warn(
            vscode.l10n.t(
              'This link leads to no question of the loaded packs: {0}',
              plainText(uri.path),
            ),
          );
      },
    }),
  );
  return store;
}

/** A question’s id as commands get it: itself, or the tree’s node. */
function questionIdOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const node = v.object({ kind: v.literal('question'), question: v.object({ id: v.string() }) });
  const parsed = v.safeParse(node, target);
  return parsed.success ? parsed.output.question.id : undefined;
}

class OpenQuestions extends DisposableStore implements vscode.WebviewPanelSerializer {
  private readonly panels = new Set<QuestionPanel>();
  private main: QuestionPanel | undefined;

  constructor(private readonly services: QuestionServices) {
    super();
  }

  get activeId(): string | undefined {
    return [...this.panels].find((panel) => panel.active)?.id;
  }

  /** Shows it where questions are shown already, else beside nothing. */
  async show(id: string): Promise<void> {
    const catalog = await this.catalogWith(id);
    const active = [...this.panels].find((panel) => panel.active) ?? this.main;
    if (active) {
      active.reveal();
      if (active.id !== id) await active.show(id);
    } else this.main = this.create(id, catalog, { column: vscode.ViewColumn.Active });
  }

  async showToSide(id: string): Promise<void> {
    this.create(id, await this.catalogWith(id), { column: vscode.ViewColumn.Beside });
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const saved = v.safeParse(questionStateSchema, state);
    const catalog = await this.services.catalog.get();
    const wanted =
      saved.success && catalog.question(saved.output.question)
        ? saved.output.question
        : catalog.questions[0]?.id;
    if (wanted === undefined) {
      panel.dispose();
      return;
    }
    const revived = this.create(wanted, catalog, {
      column: panel.viewColumn ?? vscode.ViewColumn.Active,
      revived: panel,
    });
    this.main ??= revived;
  }

  private create(
    id: string,
    catalog: Catalog,
    placement: Omit<Placement, 'pictureRoots'>,
  ): QuestionPanel {
    const pictureRoots = catalog.packs.map(({ root }) => vscode.Uri.file(root));
    const panel = new QuestionPanel(this.services, id, { ...placement, pictureRoots });
    this.panels.add(panel);
    this.add(panel);
    panel.panel.onDidDispose(() => {
      this.panels.delete(panel);
      if (this.main === panel) this.main = [...this.panels][0];
    });
    return panel;
  }

  private async catalogWith(id: string): Promise<Catalog> {
    const catalog = await this.services.catalog.get();
    if (catalog.question(id)) return catalog;
    throw new Error(
      `There is no question “${plainText(id)}” in the loaded packs. Search for it with “Search Questions”.`,
    );
  }
}
