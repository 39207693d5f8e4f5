/** What a search finds: questions at the place where the words stand, quiz items by what they ask, and notes. */
import type { Catalog } from '../../core/catalog.js';
import { noteExcerpt } from '../../core/note.js';
import type { QuestionSummary, QuizItem } from '../../core/pack/pack.js';
import type { Passage } from '../../core/passages.js';
import { parseQuery, passes } from '../../core/searchQuery.js';
import type { Services } from '../../hosts/vscode/services.js';

export type Hit = { readonly question: QuestionSummary } & (
  | { readonly kind: 'question'; readonly passage?: Passage }
  | { readonly kind: 'note'; readonly excerpt: string }
  /** Its question alone: neither options nor answers. */
  | { readonly kind: 'item'; readonly quiz: string; readonly item: string; readonly asked: string }
);

export type SearchServices = Pick<Services, 'catalog' | 'notes' | 'progress'>;

interface AskedItem {
  readonly quiz: string;
  readonly item: QuizItem;
  readonly asked: string;
}

/** Questions whose text is looked into for the sentence; behind them the title must do. */
const lookedInto = 10;
const mostItems = 10;
const mostSections = 3;

/** One search while it is open: what it has read, it need not read again. */
export class Search {
  private readonly passages = new Map<string, Promise<readonly Passage[]>>();
  private items: Promise<readonly AskedItem[]> | undefined;

  constructor(
    private readonly services: SearchServices,
    private readonly catalog: Catalog,
  ) {}

  /** Ids of the questions that match by their text, their tags or the learner's note, best first. */
  async questions(text: string): Promise<readonly string[]> {
    const query = parseQuery(text);
    const { notes, progress } = this.services;
    const found =
      query.words === ''
        ? this.catalog.questions.map(({ id }) => id)
        : (await Promise.all([notes.search(query.words), this.catalog.search(query.words)])).flat();
    return [...new Set(found)].filter((id) => {
      const question = this.catalog.question(id);
      return question !== undefined && passes(query, question, progress.state(id));
    });
  }

  async find(text: string): Promise<readonly Hit[]> {
    const { words } = parseQuery(text);
    const ids = await this.questions(text);
    const noted = words === '' ? [] : await this.services.notes.search(words);
    const [found, items] = await Promise.all([
      Promise.all(ids.map((id, at) => this.questionHits(id, at < lookedInto ? words : ''))),
      this.itemHits(text),
    ]);
    const notes = noted.filter((id) => ids.includes(id)).flatMap((id) => this.noteHit(id, words));
    return [...notes, ...found.flat(), ...items];
  }

  private async questionHits(id: string, words: string): Promise<readonly Hit[]> {
    const question = this.catalog.question(id);
    if (!question) return [];
    if (words === '') return [{ kind: 'question', question }];
    const { passagesWith } = await import('../../core/passages.js');
    const found = passagesWith(await this.passagesOf(id), words, mostSections);
    return found.length === 0
      ? [{ kind: 'question', question }]
      : found.map((passage) => ({ kind: 'question', question, passage }));
  }

  private noteHit(id: string, words: string): readonly Hit[] {
    const question = this.catalog.question(id);
    const excerpt = noteExcerpt(this.services.notes.body(id) ?? '', words);
    return question ? [{ kind: 'note', question, excerpt }] : [];
  }

  private async itemHits(text: string): Promise<readonly Hit[]> {
    const query = parseQuery(text);
    if (query.words === '') return [];
    const { hasAll } = await import('../../core/passages.js');
    const hits: Hit[] = [];
    for (const { quiz, item, asked } of await (this.items ??= this.readItems())) {
      const question = this.catalog.question(item.question);
      if (!question || !hasAll(query.words, asked)) continue;
      const state = this.services.progress.state(question.id);
      if (!passes(query, { ...question, level: item.level }, state)) continue;
      hits.push({ kind: 'item', question, quiz, item: item.id, asked });
      if (hits.length === mostItems) break;
    }
    return hits;
  }

  private passagesOf(id: string): Promise<readonly Passage[]> {
    const known = this.passages.get(id) ?? this.readPassages(id);
    this.passages.set(id, known);
    return known;
  }

  private async readPassages(id: string): Promise<readonly Passage[]> {
    const { passagesOf } = await import('../../core/passages.js');
    const question = await this.catalog.load(id).catch(() => undefined);
    return question ? passagesOf(question.body) : [];
  }

  private async readItems(): Promise<readonly AskedItem[]> {
    const { plainText } = await import('../../core/interview/sentences.js');
    const quizzes = await Promise.all(
      this.catalog.quizzes.map(({ id }) => this.catalog.loadQuiz(id).catch(() => undefined)),
    );
    return quizzes.flatMap((quiz) =>
      (quiz?.items ?? []).map((item) => ({
        quiz: quiz?.id ?? '',
        item,
        asked: plainText(item.prompt),
      })),
    );
  }
}
