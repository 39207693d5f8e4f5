/** A learner with a journal in memory, a pack of three questions and a quiz, and a review of them. */
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import { compareEntries } from '../../../../src/core/progress/journal.js';
import type { Fold, Journal, JournalEntry } from '../../../../src/core/progress/journal.js';
import { usualTerms } from '../../../../src/core/review/terms.js';
import type { ReviewTerms } from '../../../../src/core/review/terms.js';
import { cardContent } from '../../../../src/app/review/cardContent.js';
import { newSession } from '../../../../src/app/review/reviewSession.js';
import type { ReviewSession } from '../../../../src/app/review/reviewSession.js';
import { ReviewController } from '../../../../src/app/review/reviewController.js';
import { ReviewBook } from '../../../../src/app/review/reviewBook.js';
import { all } from '../../core/quiz/items.js';
import { entry, noon, utc } from '../../core/review/cards.js';

export const questions = ['import-system', 'gil', 'mro'] as const;

function packOf(items: typeof all): LoadedPack {
  const summary = (id: string, order: number) => ({
    id,
    packId: 'pack',
    topic: id === 'gil' ? 'concurrency' : 'objects',
    title: `Title of ${id}`,
    order,
    level: 'core' as const,
    tags: [],
    snippets: [],
  });
  const refuse = (): Promise<never> => Promise.reject(new Error('not needed'));
  return {
    info: {
      id: 'expert-python',
      title: 'Pack',
      description: '',
      version: '1.0.0',
      license: '',
      topics: ['objects', 'concurrency'].map((id) => ({ id, title: id, description: '' })),
      paths: [],
    },
    root: '',
    questions: questions.map(summary),
    quizzes: [{ id: 'quiz', title: 'Quiz', description: '', size: items.length, questions }],
    loadQuestion: (id) =>
      Promise.resolve({
        ...summary(id, 0),
        python: '',
        related: [],
        prerequisites: [],
        sources: [],
        words: 6,
        body: `SECRET opening of ${id}.\n\n## How it works\n\nDETAILS\n`,
        code: [],
      }),
    render: refuse,
    loadQuiz: () =>
      Promise.resolve({ id: 'quiz', packId: 'pack', title: 'Quiz', description: '', items }),
    search: refuse,
  };
}

export interface Learner {
  readonly controller: ReviewController;
  readonly book: ReviewBook;
  /** Every event that was recorded in the review, in order, and each time the session was saved. */
  readonly log: string[];
  readonly recorded: LearningEvent[];
  readonly clock: { now: number };
  /** Fails the next record. */
  fail: boolean;
  saved: ReviewSession | undefined;
  /** The review as it is after a reload of the window. */
  reloaded(): ReviewController;
}

export function learner(
  lived: readonly JournalEntry[],
  options: { readonly terms?: Partial<ReviewTerms>; readonly items?: typeof all } = {},
): Learner {
  const entries = [...lived];
  const clock = { now: noon(100) };
  const folds: { restart(): void }[] = [];
  const catalog = new Catalog([packOf(options.items ?? all)]);
  const journal: Pick<Journal, 'follow' | 'record'> = {
    follow: <F extends Fold>(make: () => F) => {
      let value = make();
      const restart = (): void => {
        const undone = new Set(
          entries.map(({ event }) => (event.kind === 'undone' ? event.entry : '')),
        );
        value = make();
        for (const each of [...entries].sort(compareEntries))
          if (!undone.has(each.id)) value.apply(each);
      };
      restart();
      folds.push({ restart });
      return {
        get value() {
          return value;
        },
      };
    },
    record: (event) => {
      if (self.fail) {
        self.fail = false;
        return Promise.reject(new Error('The disk is full.'));
      }
      clock.now += 1000;
      const stored = entry(clock.now, event);
      entries.push(stored);
      for (const fold of folds) fold.restart();
      self.recorded.push(event);
      self.log.push(event.kind);
      return Promise.resolve(stored);
    },
  };
  const book = new ReviewBook(
    journal,
    () => ({ ...usualTerms, ...options.terms }),
    () => clock.now,
    utc,
  );
  const controllerOf = (session: ReviewSession): ReviewController =>
    new ReviewController(session, {
      words: {
        interval: ({ days }) => `${days} d`,
        nextDue: (dueAt, now) => (dueAt === undefined ? 'never' : `in ${dueAt - now} ms`),
        kind: (kind) => [kind ?? 'answered'],
        leech: (lapses) => `forgotten ${lapses} times`,
        limits: ({ waiting }) => (waiting === 0 ? [] : [`${waiting} wait`]),
      },
      now: () => clock.now,
      tomorrow: () => book.days.startOf(book.today + 1),
      queue: () => Promise.resolve(book.queue(catalog)),
      card: (id) => book.card(id),
      scheduling: (id) => book.schedule.scheduling(id, clock.now),
      nextDueAt: () => book.schedule.nextDueAt(clock.now),
      content: (card) => cardContent(catalog, card),
      gone: (id) => {
        book.forget(id);
      },
      record: (event) => journal.record(event),
      save: (session) => {
        self.saved = session;
        self.log.push(`saved ${session.current?.card ?? 'end'}`);
        return Promise.resolve();
      },
    });
  const self: Learner = {
    controller: controllerOf(newSession(utc.dayOf(clock.now), 5)),
    book,
    log: [],
    recorded: [],
    clock,
    fail: false,
    saved: undefined,
    reloaded: () => controllerOf(self.saved ?? newSession(0, 0)),
  };
  return self;
}
