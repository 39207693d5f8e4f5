/** What stands in the tree, as the filter lets it through: bookmarks, topics or paths with their questions, exercises, quizzes. */
import type { Catalog, QuizSummary } from '../../core/catalog.js';
import type { QuestionSummary, Topic } from '../../core/pack/pack.js';
import type { Bookmarks } from '../../core/progress/bookmarks.js';
import type { Progress } from '../../core/progress/progress.js';
import { bookmarksId, quizzesId } from './topicNode.js';
import type { GroupNode, TopicNode } from './topicNode.js';

export interface TreeFilter {
  readonly hideDone: boolean;
  readonly byPath: boolean;
  /** What is looked for, when there is a filter, and the questions found. */
  readonly query?: string;
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

  /** Packs are told apart only where there are several. Empty when nothing is left to show. */
  roots(): readonly TopicNode[] {
    const bookmarks: readonly TopicNode[] =
      this.bookmarked().length > 0 ? [{ kind: 'bookmarks', id: bookmarksId }] : [];
    const quizzes: readonly TopicNode[] =
      this.quizzesApart().length > 0 ? [{ kind: 'quizzes', id: quizzesId }] : [];
    const rows = [...bookmarks, ...(this.filter.byPath ? this.paths() : this.packs()), ...quizzes];
    if (rows.length === 0) return [];
    const today: readonly TopicNode[] = this.filter.matching
      ? []
      : [{ kind: 'today', id: 'today' }];
    return [...this.notices(), ...today, ...rows];
  }

  children(node: TopicNode): readonly TopicNode[] {
    switch (node.kind) {
      case 'pack':
        return this.topics(node.id.slice('pack/'.length));
      case 'topic':
      case 'path':
        return [
          ...asNodes(node.id, this.shownIn(node)),
          ...this.exercisesBelow(node),
          ...this.quizzesBeside(node),
        ];
      case 'bookmarks':
        return asNodes(node.id, this.bookmarked());
      case 'quizzes':
        return this.quizzesApart().map((quiz) => quizNode(quizzesId, quiz));
      case 'exercises':
        return node.exercises.map((exercise) => ({
          kind: 'exercise',
          id: `exercise/${exercise.id}`,
          parent: node.id,
          exercise,
        }));
      case 'question':
      case 'quiz':
      case 'exercise':
      case 'notice':
      case 'today':
        return [];
    }
  }

  /** All of a topic or path, whatever the filter hides. */
  questionsIn(node: GroupNode): readonly QuestionSummary[] {
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
        case 'exercises':
        case 'exercise':
        case 'notice':
        case 'today':
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
      .map((path): GroupNode => ({ kind: 'path', id: `path/${path.id}`, path }))
      .filter((path) => this.shownIn(path).length > 0);
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
      .map((topic): GroupNode => ({
        kind: 'topic',
        id: `topic/${packId}/${topic.id}`,
        packId,
        topic,
      }))
      .filter((topic) => this.shownIn(topic).length > 0);
  }

  private notices(): readonly TopicNode[] {
    const { query, hideDone } = this.filter;
    const about = [
      ...(query === undefined ? [] : (['query'] as const)),
      ...(hideDone ? (['done'] as const) : []),
    ];
    return about.map((each) => ({ kind: 'notice', id: `notice/${each}`, about: each }));
  }

  /** In a row of their own: there may be as many of them as of the questions. */
  private exercisesBelow(node: TopicNode): readonly TopicNode[] {
    if (node.kind !== 'topic' || this.filter.matching) return [];
    const exercises = this.catalog.exercises.inTopic(node.packId, node.topic.id);
    const id = `exercises/${node.packId}/${node.topic.id}`;
    return exercises.length === 0 ? [] : [{ kind: 'exercises', id, parent: node.id, exercises }];
  }

  private quizzesBeside(node: TopicNode): readonly TopicNode[] {
    if (node.kind !== 'topic' || this.filter.matching) return [];
    return this.catalog.quizzes
      .filter((quiz) => this.topicOf(quiz) === node.topic)
      .map((quiz) => quizNode(node.id, quiz, node.topic));
  }

  /** Those over several topics, and those whose topic is not in the tree. */
  private quizzesApart(): readonly QuizSummary[] {
    if (this.filter.matching) return [];
    return this.catalog.quizzes.filter((quiz) => {
      const topic = this.filter.byPath ? undefined : this.topicOf(quiz);
      const [first = ''] = quiz.questions;
      const packId = this.catalog.packOf(first)?.info.id ?? '';
      return !topic || !this.catalog.inTopic(packId, topic.id).some((each) => this.isShown(each));
    });
  }

  /** The topic that all of a quiz is about; undefined when it is about several. */
  private topicOf({ questions }: QuizSummary): Topic | undefined {
    const topics = new Set(
      questions.flatMap((id) => {
        const question = this.catalog.question(id);
        return (question && this.catalog.topicOf(question)) ?? [];
      }),
    );
    return topics.size === 1 ? [...topics][0] : undefined;
  }

  private shownIn(node: GroupNode): readonly QuestionSummary[] {
    return this.questionsIn(node).filter((question) => this.isShown(question));
  }

  private isShown({ id }: QuestionSummary): boolean {
    if (this.filter.matching && !this.filter.matching.has(id)) return false;
    return !this.filter.hideDone || this.learner.progress.state(id) === 'unread';
  }
}

function quizNode(parent: string, quiz: QuizSummary, topic?: Topic): TopicNode {
  const node = { kind: 'quiz', id: `quiz/${quiz.id}`, parent, quiz } as const;
  return topic ? { ...node, topic } : node;
}

function asNodes(parent: string, questions: readonly QuestionSummary[]): readonly TopicNode[] {
  return questions.map((question) => ({
    kind: 'question',
    id: `${parent}/${question.id}`,
    parent,
    question,
  }));
}
