/** What is typed into a search: words, and filters such as `level:expert tag:gil`, which are combined. */
import type { QuestionSummary } from './pack/pack.js';
import { topicKey } from './pack/packId.js';
import type { ReadingState } from './progress/progress.js';

export const filterNames = ['level', 'tag', 'state', 'topic'] as const;
export type FilterName = (typeof filterNames)[number];

export interface SearchQuery {
  readonly words: string;
  /** Values of one filter are alternatives; a filter without values lets everything through. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
}

const filter = /^(level|tag|state|topic):(\S+)$/i;

export function parseQuery(text: string): SearchQuery {
  const filters: Record<FilterName, string[]> = { level: [], tag: [], state: [], topic: [] };
  const words = text
    .split(/\s+/)
    .filter((word) => {
      const [, name = '', value = ''] = filter.exec(word) ?? [];
      if (name === '') return word !== '';
      filters[name.toLowerCase() as FilterName].push(value.toLowerCase());
      return false;
    })
    .join(' ');
  return { words, filters };
}

/** The text of a query, as it is typed. */
export function queryText({ words, filters }: SearchQuery): string {
  const typed = filterNames.flatMap((name) => filters[name].map((value) => `${name}:${value}`));
  return [...typed, words].filter((part) => part !== '').join(' ');
}

export function hasFilters({ filters }: SearchQuery): boolean {
  return filterNames.some((name) => filters[name].length > 0);
}

/** Whether a question passes the filters; a quiz item passes by its question, at its own level. */
export function passes(
  { filters }: SearchQuery,
  question: Pick<QuestionSummary, 'level' | 'tags' | 'topic' | 'packId'>,
  state: ReadingState,
): boolean {
  const lets = (name: FilterName, values: readonly string[]): boolean =>
    filters[name].length === 0 ||
    values.some((value) => filters[name].includes(value.toLowerCase().replaceAll(' ', '-')));
  return (
    lets('level', [question.level]) &&
    lets('tag', question.tags) &&
    lets('state', [state]) &&
    lets('topic', [question.topic, topicKey(question.packId, question.topic)])
  );
}
