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
  tokenize: termsOf,
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

  /** @throws Error when the text was not made by `serialize`. */
  static deserialize(text: string): QuestionSearch {
    return new QuestionSearch(MiniSearch.loadJSON(text, options));
  }

  serialize(): string {
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

/** Scripts that are written without blanks between words, and Korean, whose words grow by endings and compounds. */
const unparted =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}ー]+/gu;

/**
 * The terms of a text or a query, in lower case and in one form of each character. `__init__`, `sys.modules` and
 * `C-extension` are found by their parts and as they are written; words that no blank parts are found by what is in them.
 */
function termsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}_]+/u)
    .flatMap((word) => [...partedTerms(word.replace(unparted, ' ')), ...unpartedTerms(word)]);
}

function partedTerms(words: string): string[] {
  return words.split(' ').flatMap((word) => {
    const bare = trim(word, '_');
    const parts = bare.includes('_') ? bare.split('_') : [];
    return [bare, ...parts].filter((term) => term !== '');
  });
}

/** Each two characters in a row, and the last, so that every character begins a term. */
function unpartedTerms(word: string): string[] {
  return (word.match(unparted) ?? []).flatMap((run) => {
    const characters = Array.from(run);
    return characters.map((character, at) => character + (characters[at + 1] ?? ''));
  });
}
