/** What the page of the day says: the first choice, or what to do now. */
import { dailyMeasure, daysUntil } from '../../core/plan.js';
import { ownPack, topicKey } from '../../core/pack/packId.js';
import { readOn } from '../../core/progress/readOn.js';
import { daysUntilInterview, planModel } from './planModel.js';
import type { TodayParts } from './todayParts.js';
import type { ChooseModel, DayModel, TodayModel } from '../../protocol/today.js';

/** A topic that is known as well as this needs no quiz. */
const wellKnown = 0.85;

export function todayModel(parts: TodayParts): TodayModel {
  const hasBegun = parts.fold.activity.between(Number.NEGATIVE_INFINITY, parts.today).length > 0;
  return parts.plan || hasBegun ? dayModel(parts) : chooseModel(parts);
}

export function chooseModel({ catalog, date }: TodayParts): ChooseModel {
  const [first] = catalog.questions;
  return {
    screen: 'choose',
    paths: catalog.paths().map(({ id, title, description, questions }) => ({
      id,
      title,
      description,
      questions: questions.length,
    })),
    today: date,
    ...(first ? { first: { id: first.id, title: first.title } } : {}),
  };
}

function dayModel(parts: TodayParts): DayModel {
  const { catalog, progress, fold, today, date, plan, recent, due } = parts;
  const isUnread = (id: string): boolean => progress.state(id) === 'unread';
  const path =
    plan && plan.kind !== 'explore'
      ? catalog.paths().find(({ id }) => id === plan.path)
      : undefined;
  const order = (path?.questions ?? catalog.questions.map(({ id }) => id)).filter((id) => {
    const question = catalog.question(id);
    // What the learner wrote is not to be read.
    return question !== undefined && question.packId !== ownPack;
  });
  const next = readOn(order, isUnread, recent[0]);
  const question = next === undefined ? undefined : catalog.question(next);
  const unread = order.filter(isUnread).length;
  const weakest = weakestTopic(parts);
  const days =
    plan?.kind === 'interview' && path && plan.date >= date
      ? daysUntilInterview(parts, order, plan.date)
      : undefined;
  const [[, done] = [today, { reads: 0 }]] = fold.activity.between(today, today);
  return {
    screen: 'day',
    ...(plan && path
      ? {
          plan: {
            title: path.title,
            read: order.length - unread,
            questions: order.length,
            measure: dailyMeasure(plan, unread + done.reads, date) ?? 0,
            ...(plan.kind === 'interview' ? { daysLeft: daysUntil(plan.date, date) } : {}),
          },
        }
      : {}),
    ...(days ? planModel(parts, days) : {}),
    readToday: done.reads,
    due,
    ...(question
      ? {
          readOn: {
            id: question.id,
            title: question.title,
            topic: catalog.topicOf(question)?.title ?? question.topic,
          },
        }
      : {}),
    ...(weakest ? { weakest } : {}),
    streak: fold.activity.streak(today),
  };
}

/** The topic whose questions are known least, among those that were asked about; undefined when all are known well. */
function weakestTopic({ catalog, fold }: TodayParts): DayModel['weakest'] {
  const topics = new Map<string, { packId: string; topic: string; title: string; all: number[] }>();
  for (const { question: id, strength } of fold.strengths.all()) {
    const question = catalog.question(id);
    if (!question) continue;
    const key = topicKey(question.packId, question.topic);
    const title = catalog.topicOf(question)?.title ?? question.topic;
    const known = topics.get(key) ?? {
      packId: question.packId,
      topic: question.topic,
      title,
      all: [],
    };
    known.all.push(strength);
    topics.set(key, known);
  }
  const means = [...topics.values()].map(({ all, ...topic }) => ({
    ...topic,
    strength: all.reduce((sum, each) => sum + each, 0) / all.length,
  }));
  const [least] = means.sort((one, other) => one.strength - other.strength);
  return least && least.strength < wellKnown ? least : undefined;
}
