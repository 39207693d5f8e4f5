/** How many cards are due: counted when the journal is read, and again whenever that may have changed. */
import * as vscode from 'vscode';
import type { Journal } from '../../core/progress/journal.js';
import { soundTerms } from '../../core/review/terms.js';
import type { ReviewTerms } from '../../core/review/terms.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import type { CatalogService } from '../../app/content/catalogService.js';
import type { DueReviews } from '../../app/review/dueReviews.js';
import { Setting } from './settings/settings.js';
import type { ReviewBook } from '../../app/review/reviewBook.js';

/** Several events at once are counted once. */
const settleMs = 50;
/** A timer holds no longer; the computer may sleep as well. */
const longestWaitMs = 3_600_000;

const settings = {
  newPerDay: new Setting('interviewLab.review.newPerDay'),
  reviewsPerDay: new Setting('interviewLab.review.reviewsPerDay'),
  desiredRetention: new Setting('interviewLab.review.desiredRetention'),
};

export interface CountedFrom {
  readonly journal: Journal;
  readonly catalog: CatalogService;
  readonly log: Log;
}

export class DueCards extends DisposableStore implements DueReviews {
  private readonly changed = this.add(new vscode.EventEmitter<void>());
  private loading: Promise<ReviewBook> | undefined;
  private counted: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChange = this.changed.event;

  constructor(private readonly from: CountedFrom) {
    super();
    this.add({
      dispose: () => {
        clearTimeout(this.timer);
      },
    });
    const recount = (): void => {
      this.countIn(settleMs);
    };
    this.add(
      from.journal.onDidChange((entries) => {
        // What is done in a session means nothing for any card.
        if (entries.some(({ event }) => !event.kind.startsWith('session'))) recount();
      }),
    );
    this.add(
      from.catalog.onDidChange(() => {
        void this.loading?.then((book) => {
          book.packsChanged();
        });
        recount();
      }),
    );
    for (const setting of Object.values(settings)) this.add(setting.onDidChange(recount));
    recount();
  }

  get count(): number | undefined {
    return this.counted;
  }

  book(): Promise<ReviewBook> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<ReviewBook> {
    await this.from.journal.ready;
    const { ReviewBook: Book } = await import('../../app/review/reviewBook.js');
    return new Book(this.from.journal, termsNow, Date.now);
  }

  private countIn(milliseconds: number): void {
    if (this.isDisposed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.recount(), milliseconds);
  }

  private async recount(): Promise<void> {
    try {
      const [book, catalog] = await Promise.all([this.book(), this.from.catalog.get()]);
      const now = book.now();
      this.counted = book.queue(catalog).cards.filter(({ dueAt }) => dueAt <= now).length;
      const next = book.schedule.nextDueAt(now) ?? Infinity;
      const tomorrow = book.days.startOf(book.today + 1);
      this.countIn(Math.min(longestWaitMs, Math.max(1000, Math.min(next, tomorrow) - now)));
      this.changed.fire();
    } catch (error) {
      this.from.log.error('What is due for review could not be counted', error);
    }
  }
}

function termsNow(): ReviewTerms {
  return soundTerms({
    newPerDay: settings.newPerDay.value,
    reviewsPerDay: settings.reviewsPerDay.value,
    desiredRetention: settings.desiredRetention.value,
  });
}
