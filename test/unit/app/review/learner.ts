/** A learner with a journal in memory, a pack of three questions, a quiz and an exercise, and a review of them. */
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import { usualTerms } from '../../../../src/core/review/terms.js';
import type { ReviewTerms } from '../../../../src/core/review/terms.js';
import { cardContent } from '../../../../src/app/review/cardContent.js';
import { reviewOf } from '../../../../src/app/review/reviews.js';
import { ReviewController } from '../../../../src/app/review/reviewController.js';
import { ReviewBook } from '../../../../src/app/review/reviewBook.js';
import { WholeFiles } from '../journal/wholeFiles.js';
import { memoryJournal } from '../memoryJournal.js';
import { all } from '../../core/quiz/items.js';
import { noon, utc } from '../../core/review/cards.js';
import { exercise } from '../exercise/exercise.js';

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
    exercises: [exercise],
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
    loadExercise: () => Promise.resolve(exercise),
    loadQuiz: () =>
      Promise.resolve({ id: 'quiz', packId: 'pack', title: 'Quiz', description: '', items }),
    search: refuse,
  };
}

export interface Learner {
  readonly controller: ReviewController;
  readonly book: ReviewBook;
  /** Every event that was recorded in the review, in order, what keeps the place in it aside. */
  readonly recorded: () => Promise<readonly LearningEvent[]>;
  readonly clock: { now: number };
  readonly log: WholeFiles;
  /** The review as another window has it, or this one after a reload. */
  readonly again: () => Promise<Pick<Learner, 'controller' | 'book'>>;
}

export async function learner(
  lived: readonly JournalEntry[],
  options: { readonly terms?: Partial<ReviewTerms>; readonly items?: typeof all } = {},
): Promise<Learner> {
  const clock = { now: noon(100) };
  const log = new WholeFiles();
  const catalog = new Catalog([packOf(options.items ?? all)]);
  const open = async () => {
    const journal = memoryJournal(log, () => clock.now);
    const book = new ReviewBook(
      journal,
      () => ({ ...usualTerms, ...options.terms }),
      () => clock.now,
      utc,
    );
    const controller = new ReviewController(await reviewOf(journal, book.today, 5), {
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
      isDue: (card) => (book.schedule.dueAt(card) ?? Infinity) <= clock.now,
      scheduling: (id) => book.schedule.scheduling(id, clock.now),
      nextDueAt: () => book.schedule.nextDueAt(clock.now),
      content: (card) => cardContent(catalog, card),
      gone: (id) => {
        book.forget(id);
      },
    });
    return { controller, book };
  };
  const before = memoryJournal(log);
  await before.merge({ entries: lived });
  const known = new Set(lived.map(({ id }) => id));
  const recorded = async (): Promise<readonly LearningEvent[]> =>
    (await before.history()).entries
      .filter(({ id, event }) => !known.has(id) && !event.kind.startsWith('session'))
      .map(({ event }) => event);
  return { ...(await open()), recorded, clock, log, again: open };
}
