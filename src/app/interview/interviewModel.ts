/** What the page is shown of a session: no model answer before it was asked for. */
import { reportOf } from '../../core/interview/report.js';
import type { ReportPoint, ReportQuestion } from '../../core/interview/report.js';
import * as machine from '../../core/interview/session.js';
import type { InterviewSession } from '../../core/interview/session.js';
import { renderInline, renderMarkdown } from '../../core/markdown.js';
import type {
  PointModel,
  ReportLink,
  ReportModel,
  Told,
  TurnModel,
} from '../../protocol/interview.js';

export function turnModel(session: InterviewSession, about: string, now: number): TurnModel {
  const { at, turn, questions, share, limit, id } = session;
  const asked = questions[at];
  const current = machine.currentTurn(session);
  if (!asked || !current) throw new Error('The interview has no such question. Start a new one.');
  const ask = asked.script.followUps[turn - 1]?.ask;
  return {
    screen: 'turn',
    session: id,
    key: machine.currentKey(session),
    index: at,
    count: questions.length,
    turn,
    turns: asked.turns.length,
    title: asked.script.title,
    ...(ask === undefined ? {} : { askHtml: renderInline(ask) }),
    about,
    notes: current.notes,
    editedAt: current.editedAt,
    paused: session.paused,
    spent: {
      question: machine.spentOn(session, at, now),
      whole: machine.spentAt(session, now),
    },
    share,
    limit,
    then: !machine.hasNext(session, now)
      ? 'report'
      : turn + 1 < asked.turns.length
        ? 'followUp'
        : 'question',
    ...(current.told ? { told: toldOf(session) } : {}),
  };
}

function toldOf(session: InterviewSession): Told {
  const model = machine.modelAnswerAt(session, session.at, session.turn);
  const marks = machine.currentTurn(session)?.marks ?? [];
  return {
    answerHtml: renderMarkdown(model?.answer ?? ''),
    points: (model?.points ?? []).map((point, at) =>
      pointModel({ ...point, mark: marks[at] ?? null }),
    ),
  };
}

export function reportModel(session: InterviewSession): ReportModel {
  const report = reportOf(session);
  return {
    screen: 'report',
    session: session.id,
    startedAt: new Date(report.startedAt).toISOString(),
    seconds: report.seconds,
    planned: report.planned,
    share: report.share,
    planCount: report.planCount,
    ...(report.score === undefined ? {} : { score: report.score }),
    byGroup: report.byGroup,
    strengths: report.strengths.map(linkOf),
    readAgain: report.readAgain.map(linkOf),
    questions: report.questions.map((question) => ({
      ...linkOf(question),
      seconds: question.seconds,
      turns: question.turns.map(({ ask, notes, told, points }) => ({
        ...(ask === undefined ? {} : { askHtml: renderInline(ask) }),
        notes,
        told,
        points: points.map(pointModel),
      })),
    })),
  };
}

function linkOf({ question, title, score }: ReportQuestion): ReportLink {
  return { id: question, title, ...(score === undefined ? {} : { score }) };
}

function pointModel({ group, text, mark }: ReportPoint): PointModel {
  return { group, html: renderInline(text), mark };
}
