/** What stands in the tree, as the filter lets it through: bookmarks, topics or paths with their questions, quizzes. */
import type { Catalog } from '../../core/catalog.js';
import type { QuestionSummary } from '../../core/pack/pack.js';
import type { Bookmarks } from '../../core/progress/bookmarks.js';
import type { Progress } from '../../core/progress/progress.js';
import { bookmarksId } from './topicNode.js';
import type { TopicNode } from './topicNode.js';

export interface TreeFilter {
  readonly hideDone: boolean;
  readonly byPath: boolean;
  /** Only these questions, when there is a filter. */
  readonly matching?: ReadonlySet<string>;
}

interface Learner {
  readonly bookmarks: Pick<Bookmarks, 'all'>;
  readonly progress: Pick<Progress, 'state'>;
}

export class Outline {
  constructor(
    private readonly catalog: Catalog,
    private readonly filter: TreeFilter,
    private readonly learner: Learner,
  ) {}

  /** Packs are told apart only where there are several. */
  roots(): readonly TopicNode[] {
    const bookmarks: readonly TopicNode[] =
      this.bookmarked().length > 0 ? [{ kind: 'bookmarks', id: bookmarksId }] : [];
    const hasQuizzes = this.catalog.quizzes.length > 0 && !this.filter.matching;
    const quizzes: readonly TopicNode[] = hasQuizzes ? [{ kind: 'quizzes', id: 'quizzes' }] : [];
    return [...bookmarks, ...(this.filter.byPath ? this.paths() : this.packs()), ...quizzes];
  }

  children(node: TopicNode): readonly TopicNode[] {
    switch (node.kind) {
      case 'pack':
        return this.topics(node.id.slice('pack/'.length));
      case 'topic':
      case 'path':
        return asNodes(
          node.id,
          this.questionsIn(node).filter((question) => this.isShown(question)),
        );
      case 'bookmarks':
        return asNodes(node.id, this.bookmarked());
      case 'quizzes':
        return this.catalog.quizzes.map((quiz) => ({ kind: 'quiz', id: `quiz/${quiz.id}`, quiz }));
      case 'question':
      case 'quiz':
        return [];
    }
  }

  /** All of a topic or path, whatever the filter hides. */
  questionsIn(node: Extract<TopicNode, { kind: 'topic' | 'path' }>): readonly QuestionSummary[] {
    return node.kind === 'topic'
      ? this.catalog.inTopic(node.packId, node.topic.id)
      : node.path.questions.flatMap((id) => this.catalog.question(id) ?? []);
  }

  /** The rows that tell of any of these questions: its own, and those that count it, open or not. */
  rowsOf(ids: ReadonlySet<string>, rows: Iterable<TopicNode>): readonly TopicNode[] {
    return [...rows].filter((row) => {
      switch (row.kind) {
        case 'question':
          return ids.has(row.question.id);
        case 'topic':
        case 'path':
          return this.questionsIn(row).some(({ id }) => ids.has(id));
        case 'quiz':
          return row.quiz.questions.some((id) => ids.has(id));
        case 'bookmarks':
          return true;
        case 'pack':
        case 'quizzes':
          return false;
      }
    });
  }

  /** What the learner marked stays in sight when it was read. */
  bookmarked(): readonly QuestionSummary[] {
    return this.learner.bookmarks
      .all()
      .flatMap((id) => this.catalog.question(id) ?? [])
      .filter(({ id }) => this.filter.matching?.has(id) ?? true);
  }

  private paths(): readonly TopicNode[] {
    return this.catalog
      .paths()
      .map((path): TopicNode => ({ kind: 'path', id: `path/${path.id}`, path }))
      .filter((path) => this.children(path).length > 0);
  }

  private packs(): readonly TopicNode[] {
    const packs = this.catalog.packs.filter((pack) =>
      pack.questions.some((question) => this.isShown(question)),
    );
    if (packs.length === 1) return packs.flatMap(({ info }) => this.topics(info.id));
    return packs.map(({ info }) => ({ kind: 'pack', id: `pack/${info.id}`, title: info.title }));
  }

  private topics(packId: string): readonly TopicNode[] {
    const pack = this.catalog.packs.find(({ info }) => info.id === packId);
    return (pack?.info.topics ?? [])
      .map((topic): TopicNode => ({
        kind: 'topic',
        id: `topic/${packId}/${topic.id}`,
        packId,
        topic,
      }))
      .filter((topic) => this.children(topic).length > 0);
  }

  private isShown({ id }: QuestionSummary): boolean {
    if (this.filter.matching && !this.filter.matching.has(id)) return false;
    return !this.filter.hideDone || this.learner.progress.state(id) === 'unread';
  }
}

function asNodes(parent: string, questions: readonly QuestionSummary[]): readonly TopicNode[] {
  return questions.map((question) => ({
    kind: 'question',
    id: `${parent}/${question.id}`,
    parent,
    question,
  }));
}
