/** The days until an interview: what to read, to write and to be asked on each. */
import type { Catalog } from '../../core/catalog.js';
import type { ExerciseSummary } from '../../core/pack/exercise.js';
import { topicKey } from '../../core/pack/packId.js';
import { daysUntil, exercisesWithin, plannedDays } from '../../core/plan.js';
import type { PlannedDay } from '../../core/plan.js';
import type { DayModel } from '../../protocol/today.js';
import type { TodayParts } from './todayParts.js';

/** Minutes that reading one takes, with its snippets run. Writing gets as many as reading. */
const readingMinutes = 8;
/** Days that are shown; a date that is further away is planned all the same. */
const shownDays = 60;

type Days = readonly PlannedDay<string, ExerciseSummary>[];

/** @param order ids of the questions of the plan's path, in their order */
export function daysUntilInterview(
  parts: TodayParts,
  order: readonly string[],
  interview: string,
): Days {
  const { catalog, progress, fold, today, date, cards } = parts;
  const days = Math.min(shownDays, Math.max(1, daysUntil(interview, date)));
  const [[, done] = [today, { reads: 0, exercises: 0 }]] = fold.activity.between(today, today);
  return plannedDays({
    days,
    questions: order.filter((id) => progress.state(id) === 'unread'),
    readToday: done.reads,
    exercises: exercisesOf(catalog, order).filter(
      ({ id }) => cards.card(`exercise/${id}`) === undefined,
    ),
    solvedToday: done.exercises,
    cards: cards.outlook(days, catalog),
  });
}

/** As the page shows them. */
export function planModel(
  { catalog, fold, today, date }: TodayParts,
  days: Days,
): Pick<DayModel, 'days' | 'missed'> {
  const from = Date.parse(date);
  const last = fold.activity.between(Number.NEGATIVE_INFINITY, today - 1).at(-1)?.[0];
  return {
    missed: last === undefined ? 0 : today - 1 - last,
    days: days.map(({ questions, exercises, cards }, at) => ({
      date: new Date(from + at * 86_400_000).toISOString().slice(0, 10),
      questions: questions.length,
      topics: topicsOf(catalog, questions),
      exercises: exercises.map(({ id, title, minutes }) => ({ id, title, minutes })),
      cards,
    })),
  };
}

/** Of the topics of the questions, the easier first; those that were solved are among them. */
function exercisesOf(catalog: Catalog, order: readonly string[]): readonly ExerciseSummary[] {
  const levels = ['core', 'advanced', 'expert'];
  const topics = new Map<string, readonly ExerciseSummary[]>();
  for (const { packId, topic } of order.flatMap((id) => catalog.question(id) ?? [])) {
    const key = topicKey(packId, topic);
    if (topics.has(key)) continue;
    const all = catalog.exercises.inTopic(packId, topic);
    topics.set(
      key,
      all.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level)),
    );
  }
  return exercisesWithin([...topics.values()], order.length * readingMinutes);
}

function topicsOf(catalog: Catalog, questions: readonly string[]): readonly string[] {
  const titles = questions.flatMap((id) => {
    const question = catalog.question(id);
    return question ? (catalog.topicOf(question)?.title ?? question.topic) : [];
  });
  return [...new Set(titles)];
}
