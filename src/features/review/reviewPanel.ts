/** The panel of the review: its page, the controller, and what both need. */
import * as vscode from 'vscode';
import { onDidChangeColors } from '../../hosts/vscode/colors/colorChanges.js';
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
import type { ReviewDependencies } from '../../app/review/reviewDependencies.js';
import { reviewOf } from '../../app/review/reviews.js';
import { reviewSessionSchema } from '../../app/review/reviewSession.js';
import type { ReviewSession } from '../../app/review/reviewSession.js';
import { ReviewController } from '../../app/review/reviewController.js';
import { reviewMessages } from './reviewMessages.js';

export type ReviewServices = Pick<
  Services,
  'extensionUri' | 'workspaceState' | 'catalog' | 'journal' | 'reviews' | 'log'
>;

export class ReviewPanel extends DisposableStore {
  private readonly page: Page<ReviewPage>;
  private readonly controller: Promise<ReviewController>;
  private isAtEnd = false;

  constructor(services: ReviewServices, revived?: vscode.WebviewPanel) {
    super();
    const { extensionUri, log } = services;
    this.controller = startController(services);
    this.controller.catch(() => undefined); // The page's `ready` tells it.
    this.page = openPage<ReviewHost, ReviewPage>(
      {
        viewType: panels.review,
        page: 'review',
        title: vscode.l10n.t('Review'),
        icon: 'question',
        extensionUri,
        schemas: reviewSchemas,
        log,
        panel: revived,
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(
      onDidChangeColors(() => {
        this.page.tell('recolor', {});
      }),
    );
    // The end says when the next card is due: when that has come, or packs have changed, it is asked.
    this.add(
      services.reviews.onDidChange(() => {
        if (this.isAtEnd) this.refresh();
        else this.lookAgain();
      }),
    );
  }

  onDidClose(listener: () => void): void {
    this.page.onDidClose(listener);
  }

  reveal(): void {
    this.page.reveal();
    if (this.isAtEnd) this.refresh();
  }

  /** Another window may have gone on. */
  private lookAgain(): void {
    this.page.tell(
      'show',
      this.controller.then((controller) => controller.lookAgain()),
    );
  }

  private refresh(): void {
    this.page.tell(
      'show',
      this.shown((controller) => controller.model()),
    );
  }

  private handlers(): Handlers<ReviewHost> {
    return {
      ready: () => this.shown((controller) => controller.model()),
      reveal: ({ step }) => this.shown((controller) => controller.reveal(step)),
      answer: ({ step, answer }) => this.shown((controller) => controller.answer(step, answer)),
      rate: ({ step, rating }) => this.shown((controller) => controller.rate(step, rating)),
      writeAgain: async ({ step }) => {
        const exercise = (await this.controller).exerciseAt(step);
        await runCommand('interviewLab.startExerciseAgain', exercise);
      },
      bury: ({ step }) => this.shown((controller) => controller.bury(step)),
      suspend: ({ step }) => this.shown((controller) => controller.suspend(step)),
      undo: () => this.shown((controller) => controller.undo()),
      askSoon: () => this.shown((controller) => controller.askSoon()),
      stepThrough: async ({ step }) =>
        runCommand(
          'interviewLab.stepThroughSelection',
          await (await this.controller).stepped(step),
        ),
      colors: async ({ key }) => {
        const { colorCode } = await import('../../hosts/vscode/colors/codeColors.js');
        return colorCode((await this.controller).code(key));
      },
      openQuestion: ({ question }) => runCommand('interviewLab.openQuestion', question),
    };
  }

  private async shown(
    turn: (controller: ReviewController) => Promise<ReviewModel>,
  ): Promise<ReviewModel> {
    const model = await turn(await this.controller);
    this.isAtEnd = model.screen === 'end';
    return model;
  }
}

async function startController(services: ReviewServices): Promise<ReviewController> {
  const book = await services.reviews.book();
  const stored = new Stored<ReviewSession | undefined>(
    services.workspaceState,
    'review.session',
    reviewSessionSchema,
    undefined,
  );
  const seed = Math.floor(Math.random() * 0x7fffffff);
  const kept = await reviewOf(services.journal, book.today, seed, stored.get());
  // Now the journal has it.
  await stored.set(undefined);
  return new ReviewController(kept, reviewDependencies(services, book));
}

function reviewDependencies({ catalog }: ReviewServices, book: ReviewBook): ReviewDependencies {
  return {
    words: reviewMessages(
      (day) => book.days.startOf(day),
      () => book.isEmpty,
    ),
    now: () => book.now(),
    tomorrow: () => book.days.startOf(book.today + 1),
    queue: async () => book.queue(await catalog.get()),
    card: (id) => book.card(id),
    isDue: (card) => (book.schedule.dueAt(card) ?? Infinity) <= book.now(),
    scheduling: (id) => book.schedule.scheduling(id, book.now()),
    nextDueAt: () => book.schedule.nextDueAt(book.now()),
    content: async (card) => cardContent(await catalog.get(), card),
    gone: (id) => {
      book.forget(id);
    },
  };
}
