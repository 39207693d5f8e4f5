import type { Catalog } from '../../core/catalog.js';
import type { Rendered } from '../../core/markdown.js';
import type { Question } from '../../core/pack/pack.js';
import type { ReadingState } from '../../core/progress/progress.js';
import type {
  QuestionLink,
  QuestionMarks,
  QuestionModel,
  RunState,
  SnippetModel,
} from '../../protocol/question.js';

interface ModelParts {
  readonly question: Question;
  readonly rendered: Rendered;
  readonly catalog: Catalog;
  readonly order: readonly string[] | undefined;
  readonly state: ReadingState;
  readonly snippets: readonly SnippetModel[];
  readonly runs: readonly RunState[];
  readonly pictureBase: string;
  readonly marks: QuestionMarks;
}

const wordsPerMinute = 200;

/** What the page shows of a question, put together from what is known of it. */
export function questionModel(parts: ModelParts): QuestionModel {
  const { question, rendered, catalog, order, state, snippets, runs, pictureBase, marks } = parts;
  const { previous, next } = catalog.neighbors(question.id, order);
  const link = (id: string | undefined): QuestionLink | undefined => {
    const summary = id === undefined ? undefined : catalog.question(id);
    return summary && { id: summary.id, title: summary.title };
  };
  const links = (ids: readonly string[]): readonly QuestionLink[] =>
    ids.flatMap((id) => link(id) ?? []);
  const before = link(previous);
  const after = link(next);
  return {
    id: question.id,
    title: question.title,
    topic: catalog.topicOf(question)?.title ?? question.topic,
    level: question.level,
    tags: question.tags,
    minutes: Math.max(1, Math.round(question.words / wordsPerMinute)),
    state,
    html: rendered.html,
    headings: rendered.headings,
    snippets,
    runs,
    ...(before ? { previous: before } : {}),
    ...(after ? { next: after } : {}),
    related: links(question.related),
    prerequisites: links(question.prerequisites),
    sources: question.sources,
    pictureBase,
    hasQuiz: catalog.quizzes.some((quiz) => quiz.questions.includes(question.id)),
    marks,
  };
}
