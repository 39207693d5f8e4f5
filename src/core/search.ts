import MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import { trim } from './trim.js';

export { searchText } from './searchText.js';

export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly tags: string;
  readonly text: string;
}

const options: Options<SearchDocument> = {
  fields: ['title', 'tags', 'text'],
  searchOptions: {
    boost: { title: 4, tags: 3 },
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
  },
  // `__init__`, `sys.modules` and `C-extension` are found by their parts and as they are written.
  tokenize: (text) =>
    text
      .split(/[^\p{L}\p{N}_]+/u)
      .flatMap(parts)
      .filter((term) => term !== ''),
};

/** Full-text search over titles, tags and text. */
export class QuestionSearch {
  private constructor(private readonly index: MiniSearch<SearchDocument>) {}

  /** In small steps: a pack of thousands takes seconds, and meanwhile others want to be served. */
  static async build(documents: readonly SearchDocument[]): Promise<QuestionSearch> {
    const index = new MiniSearch(options);
    await index.addAllAsync(documents, { chunkSize: 20 });
    return new QuestionSearch(index);
  }

  /** @throws Error when the text was not made by `serialise`. */
  static deserialise(text: string): QuestionSearch {
    return new QuestionSearch(MiniSearch.loadJSON(text, options));
  }

  serialise(): string {
    return JSON.stringify(this.index);
  }

  /** Ids, best first. */
  find(query: string, limit = 50): readonly string[] {
    return this.index
      .search(query)
      .slice(0, limit)
      .map((result) => String(result.id));
  }
}

function parts(word: string): string[] {
  const bare = trim(word, '_');
  const split = bare.includes('_') ? bare.split('_') : [];
  return bare === '' ? [] : [bare.toLowerCase(), ...split.map((part) => part.toLowerCase())];
}
