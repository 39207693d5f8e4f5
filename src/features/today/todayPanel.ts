/** The one page of the day, kept up to date while it is seen. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { minutesAhead } from '../../app/localZone.js';
import { chooseModel, todayModel } from '../../app/today/todayModel.js';
import type { TodayParts } from '../../app/today/todayParts.js';
import type { Plan } from '../../core/plan.js';
import type { Followed } from '../../core/progress/journal.js';
import { localDays } from '../../core/statistics/days.js';
import { StatisticsFold } from '../../core/statistics/statisticsFold.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import type { Services } from '../../hosts/vscode/services.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import type { Handlers } from '../../protocol/rpc.js';
import { planSchema, todaySchemas } from '../../protocol/today.js';
import type { TodayHost, TodayModel, TodayPage } from '../../protocol/today.js';

export type TodayServices = Pick<
  Services,
  'extensionUri' | 'globalState' | 'catalog' | 'journal' | 'progress' | 'reviews' | 'recent' | 'log'
>;

const dayOf = localDays(minutesAhead);
const msPerMinute = 60_000;

export class TodayPanel extends DisposableStore {
  private readonly fold: Followed<StatisticsFold>;
  private readonly plan: Stored<Plan | null>;
  private readonly only = this.add(new OnlyPanel<Page<TodayPage>>(panels.today));

  constructor(private readonly services: TodayServices) {
    super();
    const { journal, catalog, reviews, globalState } = services;
    this.fold = journal.follow(() => new StatisticsFold(dayOf));
    this.plan = new Stored<Plan | null>(globalState, 'today.plan', v.nullable(planSchema), null);
    const changed = (): void => {
      const page = this.only.current;
      if (page?.panel.visible) page.tell('show', this.model());
    };
    this.add(journal.onDidChange(changed));
    this.add(catalog.onDidChange(changed));
    this.add(reviews.onDidChange(changed));
    // Another day may have begun meanwhile.
    this.add(vscode.window.onDidChangeWindowState(changed));
  }

  /** Opens the page or comes back to it; `revived` is a panel that VS Code restored after a reload. */
  show(revived?: vscode.WebviewPanel): void {
    this.only.show((panel) => this.open(panel), revived);
  }

  private open(panel?: vscode.WebviewPanel): Page<TodayPage> {
    const { extensionUri, log } = this.services;
    return openPage<TodayHost, TodayPage>(
      {
        viewType: panels.today,
        page: 'today',
        title: vscode.l10n.t('Today'),
        icon: 'progress',
        extensionUri,
        schemas: todaySchemas,
        log,
        toldHere: ['open', 'exercise', 'review', 'quiz', 'interview', 'progress'],
        panel,
      },
      () => this.handlers(),
    );
  }

  private handlers(): Handlers<TodayHost> {
    return {
      ready: () => this.model(),
      choose: async ({ plan }) => {
        await this.plan.set(plan);
        await runCommand(
          plan.kind === 'explore' ? 'interviewLab.groupByTopic' : 'interviewLab.groupByPath',
        );
        return this.model();
      },
      chooseAgain: async () => chooseModel(await this.parts()),
      open: ({ question, toSide }) =>
        runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        ),
      exercise: ({ exercise }) => runCommand('interviewLab.startExercise', exercise),
      review: () => runCommand('interviewLab.startReview'),
      quiz: ({ packId, topic }) =>
        runCommand('interviewLab.startQuiz', { kind: 'topic', packId, topic: { id: topic } }),
      interview: () => runCommand('interviewLab.startInterview'),
      progress: () => runCommand('interviewLab.showProgress'),
    };
  }

  private async model(): Promise<TodayModel> {
    return todayModel(await this.parts());
  }

  private async parts(): Promise<TodayParts> {
    const { catalog, progress, reviews, recent, journal } = this.services;
    const [all, book] = await Promise.all([catalog.get(), reviews.book(), journal.ready]);
    const now = Date.now();
    return {
      catalog: all,
      progress,
      fold: this.fold.value,
      today: dayOf(now),
      date: new Date(now + minutesAhead(now) * msPerMinute).toISOString().slice(0, 10),
      plan: this.plan.get() ?? undefined,
      recent: recent.all(),
      due: reviews.count ?? 0,
      cards: book,
    };
  }
}
