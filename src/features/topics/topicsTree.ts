import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Services } from '../../platform/services.js';
import { bookmarksId, questionItem } from './questionItem.js';
import { quizItem } from './quizItem.js';
import type { TopicNode } from './topicNode.js';

export type TreeServices = Pick<Services, 'catalog' | 'progress' | 'bookmarks' | 'notes'>;

export interface TreeFilter {
  readonly hideDone: boolean;
  readonly byPath: boolean;
  /** Only these questions, when there is a filter. */
  readonly matching?: ReadonlySet<string>;
}

/** The bookmarks, topics (or learning paths) with their questions, in pack order, and the quizzes. */
export class TopicsTree extends DisposableStore implements vscode.TreeDataProvider<TopicNode> {
  private readonly changed = this.add(new vscode.EventEmitter<TopicNode | undefined>());
  private readonly nodes = new Map<string, TopicNode>();
  private filter: TreeFilter = { hideDone: false, byPath: false };
  private catalog: Catalog | undefined;
  private hadBookmarks = false;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly services: TreeServices) {
    super();
    this.add(
      services.catalog.onDidChange(() => {
        this.refresh();
      }),
    );
    this.add(
      services.progress.onDidChange((ids) => {
        this.refreshProgress(ids);
      }),
    );
    this.add(
      services.notes.onDidChange((ids) => {
        this.refreshProgress(ids);
      }),
    );
  }

  setFilter(filter: TreeFilter): void {
    const { hideDone, byPath, matching } = this.filter;
    const same =
      hideDone === filter.hideDone && byPath === filter.byPath && matching === filter.matching;
    this.filter = filter;
    // A refresh for nothing could swallow a click of someone quick.
    if (!same) this.refresh();
  }

  refresh(): void {
    this.nodes.clear();
    this.changed.fire(undefined);
  }

  async getChildren(node?: TopicNode): Promise<TopicNode[]> {
    this.catalog = await this.services.catalog.get();
    const children = node ? this.childrenOf(this.catalog, node) : this.roots(this.catalog);
    return children.map((child) => {
      // VS Code refreshes only the very objects that it was given before.
      const node = this.nodes.get(child.id) ?? child;
      this.nodes.set(child.id, node);
      return node;
    });
  }

  getParent(node: TopicNode): TopicNode | undefined {
    if (node.kind === 'question') return this.nodes.get(node.parent);
    if (node.kind === 'quiz') return this.nodes.get('quizzes');
    if (node.kind === 'topic') return this.nodes.get(`pack/${node.packId}`);
    return undefined;
  }

  /** The node of a question, for revealing it; its topic is made on the way. */
  async nodeOf(questionId: string): Promise<TopicNode | undefined> {
    for (const root of await this.getChildren()) {
      if (root.kind === 'bookmarks') continue;
      for (const group of root.kind === 'pack' ? await this.getChildren(root) : [root]) {
        const found = (await this.getChildren(group)).find(
          (node) => node.kind === 'question' && node.question.id === questionId,
        );
        if (found) return found;
      }
    }
    return undefined;
  }

  getTreeItem(node: TopicNode): vscode.TreeItem {
    switch (node.kind) {
      case 'pack':
        return this.group(node.id, node.title, 'package', ';pack;');
      case 'topic': {
        const questions = this.catalog?.inTopic(node.packId, node.topic.id) ?? [];
        const item = this.group(node.id, node.topic.title, 'book', ';topic;');
        item.tooltip = node.topic.description;
        return this.counted(item, node.topic.title, questions);
      }
      case 'path': {
        const questions = node.path.questions.flatMap((id) => this.catalog?.question(id) ?? []);
        const item = this.group(node.id, node.path.title, 'milestone', ';path;');
        item.tooltip = node.path.description;
        return this.counted(item, node.path.title, questions);
      }
      case 'question':
        return questionItem(node, this.services);
      case 'bookmarks':
        return this.bookmarksItem();
      case 'quizzes':
        return this.group(node.id, vscode.l10n.t('Quizzes'), 'checklist', ';quizzes;');
      case 'quiz':
        return quizItem(node, this.services.progress);
    }
  }

  private roots(catalog: Catalog): TopicNode[] {
    const quizzes: TopicNode[] =
      catalog.quizzes.length > 0 && !this.filter.matching
        ? [{ kind: 'quizzes', id: 'quizzes' }]
        : [];
    this.hadBookmarks = this.bookmarked(catalog).length > 0;
    const bookmarks: TopicNode[] = this.hadBookmarks
      ? [{ kind: 'bookmarks', id: bookmarksId }]
      : [];
    if (this.filter.byPath) {
      const paths = catalog
        .paths()
        .map((path): TopicNode => ({ kind: 'path', id: `path/${path.id}`, path }));
      return [
        ...bookmarks,
        ...paths.filter((path) => this.childrenOf(catalog, path).length > 0),
        ...quizzes,
      ];
    }
    const packs = catalog.packs.filter((pack) =>
      pack.questions.some((question) => this.shown(question)),
    );
    if (packs.length > 1) {
      return [
        ...bookmarks,
        ...packs.map(({ info }): TopicNode => ({
          kind: 'pack',
          id: `pack/${info.id}`,
          title: info.title,
        })),
        ...quizzes,
      ];
    }
    return [
      ...bookmarks,
      ...packs.flatMap(({ info }) => this.topicsOf(catalog, info.id)),
      ...quizzes,
    ];
  }

  private childrenOf(catalog: Catalog, node: TopicNode): TopicNode[] {
    switch (node.kind) {
      case 'pack':
        return this.topicsOf(catalog, node.id.slice('pack/'.length));
      case 'topic':
        return this.questionsOf(node.id, catalog.inTopic(node.packId, node.topic.id));
      case 'path':
        return this.questionsOf(
          node.id,
          node.path.questions.flatMap((id) => catalog.question(id) ?? []),
        );
      case 'bookmarks':
        return this.bookmarked(catalog).map((question) => ({
          kind: 'question',
          id: `${node.id}/${question.id}`,
          parent: node.id,
          question,
        }));
      case 'quizzes':
        return catalog.quizzes.map((quiz) => ({ kind: 'quiz', id: `quiz/${quiz.id}`, quiz }));
      case 'question':
      case 'quiz':
        return [];
    }
  }

  private topicsOf(catalog: Catalog, packId: string): TopicNode[] {
    const pack = catalog.packs.find((each) => each.info.id === packId);
    return (pack?.info.topics ?? [])
      .filter((topic) => catalog.inTopic(packId, topic.id).some((question) => this.shown(question)))
      .map((topic) => ({ kind: 'topic', id: `topic/${packId}/${topic.id}`, packId, topic }));
  }

  private questionsOf(parent: string, questions: readonly QuestionSummary[]): TopicNode[] {
    return questions
      .filter((question) => this.shown(question))
      .map((question) => ({ kind: 'question', id: `${parent}/${question.id}`, parent, question }));
  }

  /** What the learner marked stays in sight when it was read. */
  private bookmarked(catalog: Catalog): readonly QuestionSummary[] {
    return this.services.bookmarks
      .all()
      .flatMap((id) => catalog.question(id) ?? [])
      .filter(({ id }) => this.filter.matching?.has(id) ?? true);
  }

  private shown(question: QuestionSummary): boolean {
    if (this.filter.matching && !this.filter.matching.has(question.id)) return false;
    return !this.filter.hideDone || this.services.progress.state(question.id) === 'unread';
  }

  private group(id: string, title: string, icon: string, context: string): vscode.TreeItem {
    const open = this.filter.matching !== undefined || id.startsWith('pack/');
    const state = open
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(title, state);
    item.id = this.filter.matching ? `${id}?filtered` : id;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = context;
    return item;
  }

  private bookmarksItem(): vscode.TreeItem {
    const count = this.catalog ? this.bookmarked(this.catalog).length : 0;
    const item = this.group(bookmarksId, vscode.l10n.t('Bookmarks'), 'bookmark', ';bookmarks;');
    item.description = String(count);
    item.accessibilityInformation = { label: vscode.l10n.t('Bookmarks, {0}', count) };
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    return item;
  }

  private counted(
    item: vscode.TreeItem,
    title: string,
    questions: readonly QuestionSummary[],
  ): vscode.TreeItem {
    const done = questions.filter(
      (question) => this.services.progress.state(question.id) !== 'unread',
    ).length;
    item.description = `${String(done)}/${String(questions.length)}`;
    const label = vscode.l10n.t('{0}, {1} of {2} questions read', title, done, questions.length);
    item.accessibilityInformation = { label };
    return item;
  }

  private refreshProgress(ids: readonly string[]): void {
    if (this.filter.hideDone) {
      this.refresh();
      return;
    }
    const bookmarks = this.nodes.get(bookmarksId);
    const has = this.catalog !== undefined && this.bookmarked(this.catalog).length > 0;
    if (has !== this.hadBookmarks) this.refresh();
    else if (bookmarks) this.changed.fire(bookmarks);
    const touched = new Set(ids);
    for (const node of this.nodes.values()) {
      if (node.kind !== 'question' || !touched.has(node.question.id)) continue;
      this.changed.fire(node);
      const parent = this.nodes.get(node.parent);
      if (parent) this.changed.fire(parent);
    }
    for (const node of this.nodes.values()) if (node.kind === 'quiz') this.changed.fire(node);
  }
}
