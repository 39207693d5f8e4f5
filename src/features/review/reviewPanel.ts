/** The panel of the review: its page, the taker, and the outside world for both. */
import * as vscode from 'vscode';
import { onDidChangeColours } from '../../hosts/vscode/colours/colourChanges.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { ReviewBook } from '../../app/review/reviewBook.js';
import type { Services } from '../../hosts/vscode/services.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { reviewSchemas } from '../../protocol/review.js';
import type { ReviewHost, ReviewModel, ReviewPage } from '../../protocol/review.js';
import type { Handlers } from '../../protocol/rpc.js';
import { cardContent } from '../../app/review/cardContent.js';
import type { ReviewOutside } from '../../app/review/reviewDependencies.js';
import { newSession, reviewSessionSchema } from '../../app/review/reviewSession.js';
import type { ReviewSession } from '../../app/review/reviewSession.js';
import { ReviewTaker } from '../../app/review/reviewController.js';
import { reviewWords } from './reviewMessages.js';

export type ReviewServices = Pick<
  Services,
  'extensionUri' | 'workspaceState' | 'catalog' | 'journal' | 'reviews' | 'log'
>;

export class ReviewPanel extends DisposableStore {
  private readonly page: Page<ReviewPage>;
  private readonly taker: Promise<ReviewTaker>;
  private isAtEnd = false;

  constructor(services: ReviewServices, revived?: vscode.WebviewPanel) {
    super();
    const { extensionUri, log } = services;
    this.taker = startTaker(services);
    this.taker.catch(() => undefined); // The page's `ready` tells it.
    this.page = openPage<ReviewHost, ReviewPage>(
      {
        viewType: panels.review,
        page: 'review',
        title: vscode.l10n.t('Review'),
        icon: 'question',
        column: vscode.ViewColumn.Active,
        extensionUri,
        schemas: reviewSchemas,
        log,
        ...(revived ? { panel: revived } : {}),
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(
      onDidChangeColours(() => {
        this.page.tell('recolour', {});
      }),
    );
    // The end says when the next card is due: when that has come, or packs have changed, it is asked.
    this.add(
      services.reviews.onDidChange(() => {
        if (this.isAtEnd) this.refresh();
      }),
    );
  }

  onDidClose(listener: () => void): void {
    this.page.onDidClose(listener);
  }

  reveal(): void {
    this.page.panel.reveal();
    if (this.isAtEnd) this.refresh();
  }

  private refresh(): void {
    this.page.tell(
      'show',
      this.shown((taker) => taker.model()),
    );
  }

  private handlers(): Handlers<ReviewHost> {
    return {
      ready: () => this.shown((taker) => taker.model()),
      reveal: ({ step }) => this.shown((taker) => taker.reveal(step)),
      answer: ({ step, answer }) => this.shown((taker) => taker.answer(step, answer)),
      rate: ({ step, rating }) => this.shown((taker) => taker.rate(step, rating)),
      bury: ({ step }) => this.shown((taker) => taker.bury(step)),
      suspend: ({ step }) => this.shown((taker) => taker.suspend(step)),
      undo: () => this.shown((taker) => taker.undo()),
      askSoon: () => this.shown((taker) => taker.askSoon()),
      colours: async ({ key }) => {
        const { colourCode } = await import('../../hosts/vscode/colours/codeColours.js');
        return colourCode((await this.taker).code(key));
      },
      openQuestion: ({ question }) => runCommand('interviewLab.openQuestion', question),
    };
  }

  private async shown(turn: (taker: ReviewTaker) => Promise<ReviewModel>): Promise<ReviewModel> {
    const model = await turn(await this.taker);
    this.isAtEnd = model.screen === 'end';
    return model;
  }
}

async function startTaker(services: ReviewServices): Promise<ReviewTaker> {
  const book = await services.reviews.book();
  const stored = new Stored<ReviewSession | undefined>(
    services.workspaceState,
    'review.session',
    reviewSessionSchema,
    undefined,
  );
  const session = stored.get();
  const seed = Math.floor(Math.random() * 0x7fffffff);
  return new ReviewTaker(
    session?.day === book.today ? session : newSession(book.today, seed),
    outsideOf(services, book, (changed) => stored.set(changed)),
  );
}

function outsideOf(
  { catalog, journal }: ReviewServices,
  book: ReviewBook,
  save: (session: ReviewSession) => Promise<void>,
): ReviewOutside {
  return {
    words: reviewWords(
      (day) => book.days.startOf(day),
      () => book.isEmpty,
    ),
    now: () => book.now(),
    tomorrow: () => book.days.startOf(book.today + 1),
    queue: async () => book.queue(await catalog.get()),
    card: (id) => book.card(id),
    scheduling: (id) => book.schedule.scheduling(id, book.now()),
    nextDueAt: () => book.schedule.nextDueAt(book.now()),
    content: async (card) => cardContent(await catalog.get(), card),
    gone: (id) => {
      book.forget(id);
    },
    record: (event) => journal.record(event),
    save,
  };
}
