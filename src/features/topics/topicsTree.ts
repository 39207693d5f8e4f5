import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { DisposableStore } from '../../app/disposable.js';
import { questionUri } from '../../hosts/vscode/questionEditors.js';
import type { Services } from '../../hosts/vscode/services.js';
import { bookmarksItem, groupItem, topicItem } from './groupItem.js';
import { Outline } from '../../app/topics/outline.js';
import type { TreeFilter } from '../../app/topics/outline.js';
import { exerciseItem, exercisesItem } from './exerciseItem.js';
import { noticeItem } from './noticeItem.js';
import { questionItem } from './questionItem.js';
import { quizItem } from './quizItem.js';
import { todayItem } from './todayItem.js';
import type { TopicNode } from '../../app/topics/topicNode.js';

export type TreeServices = Pick<
  Services,
  'catalog' | 'progress' | 'bookmarks' | 'notes' | 'reviews'
>;

/** The bookmarks, topics (or learning paths) with their questions and exercises, in pack order, and the quizzes. */
export class TopicsTree extends DisposableStore implements vscode.TreeDataProvider<TopicNode> {
  private readonly changed = this.add(new vscode.EventEmitter<TopicNode | undefined>());
  private readonly nodes = new Map<string, TopicNode>();
  private filter: TreeFilter = { hideDone: false, byPath: false };
  private catalog: Catalog | undefined;
  private outline: Outline | undefined;
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
      services.reviews.onDidChange(() => {
        const today = this.nodes.get('today');
        if (today) this.changed.fire(today);
      }),
    );
    this.add(
      services.notes.onDidChange((ids) => {
        this.refreshProgress(ids);
      }),
    );
  }

  setFilter(filter: TreeFilter): void {
    const { hideDone, byPath, query } = this.filter;
    const same = hideDone === filter.hideDone && byPath === filter.byPath && query === filter.query;
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
    const outline = new Outline(this.catalog, this.filter, this.services);
    this.outline = outline;
    if (!node) this.hadBookmarks = outline.bookmarked().length > 0;
    return (node ? outline.children(node) : outline.roots()).map((child) => {
      // VS Code refreshes only the very objects that it was given before.
      const node = this.nodes.get(child.id) ?? child;
      this.nodes.set(child.id, node);
      return node;
    });
  }

  getParent(node: TopicNode): TopicNode | undefined {
    if ('parent' in node) return this.nodes.get(node.parent);
    if (node.kind === 'topic') return this.nodes.get(`pack/${node.packId}`);
    return undefined;
  }

  /** Of a topic or path that is in the tree, by its node’s id. */
  questionsIn(id: string): readonly QuestionSummary[] {
    const node = this.nodes.get(id);
    const isGroup = node?.kind === 'topic' || node?.kind === 'path';
    return isGroup ? (this.outline?.questionsIn(node) ?? []) : [];
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
    const isFiltered = this.filter.matching !== undefined;
    switch (node.kind) {
      case 'pack': {
        const { id, title: label } = node;
        return groupItem({ id, label, icon: 'package', context: 'pack' }, isFiltered);
      }
      case 'topic':
      case 'path': {
        const questions = this.outline?.questionsIn(node) ?? [];
        return topicItem(node, questions, this.services.progress, isFiltered);
      }
      case 'question':
        return questionItem(node, this.uriOf(node.question.id), this.services);
      case 'bookmarks':
        return bookmarksItem(this.outline?.bookmarked().length ?? 0, isFiltered);
      case 'quizzes': {
        const label = vscode.l10n.t('Quizzes');
        return groupItem({ id: node.id, label, icon: 'checklist', context: 'quizzes' }, isFiltered);
      }
      case 'quiz':
        return quizItem(node, this.services.progress);
      case 'exercises':
        return exercisesItem(node, isFiltered);
      case 'exercise':
        return exerciseItem(node);
      case 'today':
        return todayItem(node.id, this.services.reviews.count ?? 0);
      case 'notice':
        return noticeItem(node, this.filter.query ?? '');
    }
  }

  private uriOf(questionId: string): vscode.Uri | undefined {
    return this.catalog && questionUri(this.catalog, questionId);
  }

  private refreshProgress(ids: readonly string[]): void {
    if (this.filter.hideDone) {
      this.refresh();
      return;
    }
    const has = this.outline?.bookmarked().length ?? 0;
    if (has > 0 !== this.hadBookmarks) {
      this.refresh();
      return;
    }
    for (const row of this.outline?.rowsOf(new Set(ids), this.nodes.values()) ?? [])
      this.changed.fire(row);
  }
}
