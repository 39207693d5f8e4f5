/** The view of topics, its filters, and the search. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { readOn } from '../../core/progress/readOn.js';
import { registerCommand, runCommand } from '../../hosts/vscode/commands.js';
import type { CommandId } from '../../hosts/vscode/contributions.js';
import { views } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { ContextKey, Setting } from '../../hosts/vscode/settings/settings.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import { counted } from '../../core/figures.js';
import { createInput } from '../../hosts/vscode/ui/picks.js';
import { activeQuestion, onDidActivateQuestion } from '../../hosts/vscode/questionEditors.js';
import type { TopicNode } from '../../app/topics/topicNode.js';
import { TopicsTree } from './topicsTree.js';

/** A topic or path of the tree. */
const groupSchema = v.object({ kind: v.picklist(['topic', 'path']), id: v.string() });

export type TopicsServices = Pick<
  Services,
  | 'recent'
  | 'catalog'
  | 'progress'
  | 'reviews'
  | 'bookmarks'
  | 'notes'
  | 'log'
  | 'globalState'
  | 'order'
>;

export function register(services: TopicsServices): Disposable {
  return new TopicsView(services);
}

class TopicsView extends DisposableStore {
  private readonly tree: TopicsTree;
  private readonly view: vscode.TreeView<TopicNode>;
  private readonly hideDone = new Setting('interviewLab.topics.hideDone');
  private readonly byPath: Stored<boolean>;
  private readonly opensToday = new Setting('interviewLab.today.open');
  private hasLanded = false;
  private query = '';
  private readonly keys = {
    filtered: new ContextKey('interviewLab.topics.filtered'),
    hideDone: new ContextKey('interviewLab.topics.hideDone'),
    byPath: new ContextKey('interviewLab.topics.byPath'),
    state: new ContextKey('interviewLab.topics.state'),
  };

  constructor(private readonly services: TopicsServices) {
    super();
    this.byPath = new Stored(services.globalState, 'topics.byPath', v.boolean(), false);
    this.tree = this.add(new TopicsTree(services));
    this.view = this.add(
      vscode.window.createTreeView(views.topics, {
        treeDataProvider: this.tree,
      }),
    );
    this.add(this.hideDone.onDidChange(() => void this.apply()));
    this.add(services.catalog.onDidChange(() => void this.apply()));
    this.add(services.progress.onDidChange(() => void this.tellState()));
    this.add(
      services.reviews.onDidChange(() => {
        this.tellDue();
      }),
    );
    this.add(onDidActivateQuestion((id) => void this.follow(id)));
    this.add(
      this.view.onDidChangeVisibility(() => {
        const id = activeQuestion();
        if (id !== undefined) void this.follow(id);
        this.land();
      }),
    );
    this.registerCommands();
    this.land();
    void this.apply();
  }

  private registerCommands(): void {
    const commands: Partial<Record<CommandId, (target?: unknown) => Promise<void>>> = {
      'interviewLab.search': async (query?: unknown) =>
        (await import('./searchQuestions.js')).searchQuestions(
          this.services,
          typeof query === 'string' ? query : '',
        ),
      'interviewLab.hideDone': () => this.hideDone.update(true),
      'interviewLab.showDone': () => this.hideDone.update(false),
      'interviewLab.groupByPath': () => this.group(true),
      'interviewLab.groupByTopic': () => this.group(false),
      'interviewLab.filter': () => this.askFilter(),
      'interviewLab.clearFilter': () => this.setQuery(''),
      'interviewLab.readOn': (target?: unknown) => this.readOn(target),
      'interviewLab.reloadPacks': () => this.services.catalog.reload(),
    };
    for (const [id, run] of Object.entries(commands)) {
      this.add(registerCommand(this.services.log, id as CommandId, run));
    }
  }

  /** Opens what is to be read next: of a topic or path, or of all in the order in use. */
  private async readOn(target: unknown): Promise<void> {
    const { catalog, progress, recent, order } = this.services;
    const all = await catalog.get();
    const [last] = recent.all();
    const group = v.safeParse(groupSchema, target);
    const ids = group.success
      ? this.tree.questionsIn(group.output.id).map(({ id }) => id)
      : ((last === undefined ? undefined : order.get(last)) ?? all.questions.map(({ id }) => id));
    const next = readOn(ids, (id) => progress.state(id) === 'unread', last) ?? ids[0];
    if (next !== undefined) await runCommand('interviewLab.openQuestion', next);
  }

  /** Filters as one types; Escape goes back to what was. */
  private async askFilter(): Promise<void> {
    const before = this.query;
    const input = createInput(
      vscode.l10n.t('Filter Questions'),
      vscode.l10n.t(
        'Words of the title, the tags or the answer; level:expert, tag:gil, state:unread; empty shows all',
      ),
    );
    input.value = before;
    await new Promise<void>((resolve) => {
      let accepted = false;
      input.onDidChangeValue((value) => void this.setQuery(value));
      input.onDidAccept(() => {
        accepted = true;
        input.hide();
      });
      input.onDidHide(() => {
        input.dispose();
        if (!accepted) void this.setQuery(before);
        resolve();
      });
      input.show();
    });
  }

  private async setQuery(query: string): Promise<void> {
    this.query = query.trim();
    await this.apply();
  }

  private async group(byPath: boolean): Promise<void> {
    await this.byPath.set(byPath);
    await this.apply();
  }

  private async apply(): Promise<void> {
    const { query } = this;
    const byPath = this.byPath.get();
    const hideDone = this.hideDone.value;
    this.keys.filtered.set(query !== '');
    this.keys.hideDone.set(hideDone);
    this.keys.byPath.set(byPath);
    const catalog = await this.services.catalog.get();
    const matching = query === '' ? undefined : new Set(await this.find(query));
    if (query !== this.query) return; // A later keystroke has taken over.
    this.services.order.use(byPath ? catalog.paths().flatMap((path) => path.questions) : undefined);
    this.tree.setFilter({ hideDone, byPath, ...(matching ? { query, matching } : {}) });
    await this.tellState();
  }

  private async find(query: string): Promise<readonly string[]> {
    const { Search } = await import('./searchHits.js');
    return new Search(this.services, await this.services.catalog.get()).questions(query);
  }

  /** Where there is nothing to cover, the view opens with what to do now; once a window. */
  private land(): void {
    const { all } = vscode.window.tabGroups;
    // A tab without an input that is known is VS Code's own: its welcome page, or a walkthrough.
    const isFree = all.every(({ tabs }) => tabs.every(({ input }) => input === undefined));
    if (!this.view.visible || this.hasLanded || !isFree || !this.opensToday.value) return;
    this.hasLanded = true;
    void runCommand('interviewLab.showToday');
  }

  /** Selects the row of the question in front, as the Explorer does with files. */
  private async follow(questionId: string): Promise<void> {
    if (!this.view.visible) return;
    const node = await this.tree.nodeOf(questionId);
    if (node) await this.view.reveal(node, { select: true, focus: false });
  }

  private tellDue(): void {
    const { count = 0 } = this.services.reviews;
    const tooltip = counted(
      count,
      vscode.l10n.t('{0} card is due for review', count),
      vscode.l10n.t('{0} cards are due for review', count),
    );
    this.view.badge = count === 0 ? undefined : { value: count, tooltip };
  }

  /** What is said when there are no questions to show. */
  private async tellState(): Promise<void> {
    const catalog = await this.services.catalog.get();
    const roots = await this.tree.getChildren();
    const isEmpty = roots.every(({ kind }) => ['quizzes', 'notice', 'today'].includes(kind));
    const whenEmpty = this.query === '' ? 'nothingLeft' : 'noMatch';
    const state = catalog.questions.length === 0 ? 'empty' : isEmpty ? whenEmpty : 'ready';
    this.keys.state.set(state);
    // The welcome view is for an empty tree; the quizzes stay in it.
    const isSaid = state === 'nothingLeft' && roots.length > 0;
    this.view.message = plainText(isSaid ? vscode.l10n.t('You have read every question.') : '');
  }
}
