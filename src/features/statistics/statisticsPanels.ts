/** The one panel of the progress page, kept up to date while it is open. */
import * as vscode from 'vscode';
import { localDays } from '../../core/statistics/days.js';
import type { ScheduledReviews } from '../../core/statistics/forecast.js';
import { StatisticsFold } from '../../core/statistics/statisticsFold.js';
import type { Followed } from '../../core/progress/journal.js';
import { statisticsSchemas } from '../../protocol/statistics.js';
import type { StatisticsHost, StatisticsModel, StatisticsPage } from '../../protocol/statistics.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { minutesAhead } from '../../app/localZone.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { mistakeModels } from '../../app/statistics/mistakeModels.js';
import { statisticsModel } from '../../app/statistics/statisticsModel.js';

export type StatisticsServices = Pick<
  Services,
  'extensionUri' | 'catalog' | 'journal' | 'progress' | 'log'
> & {
  /** Left out where nothing schedules reviews. */
  readonly reviews?: ScheduledReviews;
};

/** Milliseconds: a review in progress changes the figures again and again. */
const settle = 300;

const dayOf = localDays(minutesAhead);

export class StatisticsPanels extends DisposableStore {
  private readonly fold: Followed<StatisticsFold>;
  private readonly only = this.add(new OnlyPanel<Page<StatisticsPage>>(panels.statistics));
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: StatisticsServices) {
    super();
    this.fold = services.journal.follow(() => new StatisticsFold(dayOf));
    const changed = (): void => {
      this.timer ??= setTimeout(() => {
        this.update();
      }, settle);
    };
    this.add(services.journal.onDidChange(changed));
    this.add(services.catalog.onDidChange(changed));
    if (services.reviews) this.add(services.reviews.onDidChange(changed));
    // Another day may have begun meanwhile.
    this.add(vscode.window.onDidChangeWindowState(changed));
    this.add({
      dispose: () => {
        clearTimeout(this.timer);
      },
    });
  }

  /** Opens the page or comes back to it; `revived` is a panel that VS Code restored after a reload. */
  show(revived?: vscode.WebviewPanel): void {
    this.only.show((panel) => this.open(panel), revived);
  }

  private open(panel?: vscode.WebviewPanel): Page<StatisticsPage> {
    const { extensionUri, log } = this.services;
    return openPage<StatisticsHost, StatisticsPage>(
      {
        viewType: panels.statistics,
        page: 'statistics',
        title: vscode.l10n.t('Progress'),
        icon: 'progress',
        extensionUri,
        schemas: statisticsSchemas,
        log,
        panel,
      },
      () => ({
        ready: () => this.model(),
        startReview: () => runCommand('interviewLab.startReview'),
        showToday: () => runCommand('interviewLab.showToday'),
        ask: ({ question, quiz, item }) =>
          runCommand('interviewLab.quizQuestion', question, `${quiz}/${item}`),
        open: ({ question, toSide }) =>
          runCommand(
            toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
            question,
          ),
      }),
    );
  }

  private update(): void {
    this.timer = undefined;
    const page = this.only.current;
    // A hidden page has no script that could listen; it asks anew when it is shown.
    if (page?.panel.visible) page.tell('show', this.model());
  }

  private async model(): Promise<StatisticsModel> {
    const { catalog, progress, journal, reviews } = this.services;
    const [all, forecast] = await Promise.all([catalog.get(), reviews?.book(), journal.ready]);
    const mistakes = await mistakeModels(all, this.fold.value.mistakes.all(), forecast);
    return statisticsModel({
      mistakes,
      fold: this.fold.value,
      today: dayOf(Date.now()),
      catalog: all,
      progress,
      forecast,
    });
  }
}
