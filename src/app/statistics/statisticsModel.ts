import type { Catalog } from '../../core/catalog.js';
import type { Progress } from '../../core/progress/progress.js';
import { mixedId } from '../../core/quiz/sessionIds.js';
import type { Day } from '../../core/statistics/days.js';
import type { Forecast } from '../../core/statistics/forecast.js';
import type { StatisticsFold } from '../../core/statistics/statisticsFold.js';
import { weakest } from '../../core/statistics/weakness.js';
import type {
  MistakeModel,
  StatisticsModel,
  TopicMastery,
  WeakQuestion,
} from '../../protocol/statistics.js';

interface ModelParts {
  readonly fold: StatisticsFold;
  readonly today: Day;
  readonly catalog: Catalog;
  readonly progress: Pick<Progress, 'state'>;
  readonly forecast: Forecast | undefined;
  readonly mistakes?: readonly MistakeModel[];
}

/** Today and the next 30 days. */
const daysAhead = 31;
/** The heat map's year begins with a whole week. */
const daysOfYear = 53 * 7;
const weeksOfRetention = 26;
const weakestShown = 10;

/** What the page draws, put together from the folds, the packs and the schedule. */
export function statisticsModel(parts: ModelParts): StatisticsModel {
  const { fold, today, catalog, forecast, mistakes = [] } = parts;
  return {
    today,
    due: forecast?.outlook(daysAhead, catalog) ?? [],
    streak: fold.activity.streak(today),
    activity: fold.activity.between(today - daysOfYear, today),
    topics: mastery(parts),
    retention: {
      ...(forecast ? { target: forecast.desiredRetention } : {}),
      recent: fold.retention.between(today - 29, today),
      weeks: fold.retention.weeks(today, weeksOfRetention),
    },
    weakest: weakQuestions(catalog, fold, forecast),
    interviews: fold.results.interviews.map(({ day, share }) => ({ day, share })),
    quizzes: fold.results.quizzes.flatMap(({ quiz = '', ...result }) => {
      if (quiz === mixedId) return [result];
      const title = titleOf(catalog, quiz);
      return title === undefined ? [] : [{ ...result, title }];
    }),
    mistakes,
  };
}

/** Undefined for a quiz whose pack is not loaded any more. */
function titleOf(catalog: Catalog, quiz: string): string | undefined {
  const id = catalog.quizId(quiz);
  return catalog.quizzes.find((each) => each.id === id)?.title;
}

function mastery({ catalog, progress }: ModelParts): readonly TopicMastery[] {
  return catalog.packs.flatMap((pack) =>
    catalog.topics(pack).flatMap((topic): TopicMastery[] => {
      const questions = catalog.inTopic(pack.info.id, topic.id);
      if (questions.length === 0) return [];
      const counts = { unread: 0, read: 0, mastered: 0 };
      for (const { id } of questions) counts[progress.state(id)]++;
      const { read, mastered } = counts;
      return [{ title: topic.title, total: questions.length, read, mastered }];
    }),
  );
}

/** Questions of packs that are not loaded any more cannot be opened, so they are left out. */
function weakQuestions(
  catalog: Catalog,
  fold: StatisticsFold,
  forecast: Forecast | undefined,
): readonly WeakQuestion[] {
  const known = fold.strengths.all().filter(({ question }) => catalog.question(question));
  const recall = (question: string): number | undefined => forecast?.recall(`question/${question}`);
  return weakest(known, recall, weakestShown).flatMap(({ question, ...rest }) => {
    const summary = catalog.question(question);
    if (!summary) return [];
    const topic = catalog.topicOf(summary)?.title ?? summary.topic;
    return [{ id: question, title: summary.title, topic, ...rest }];
  });
}
