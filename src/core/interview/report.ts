/** What an interview comes to: time and points a question, strengths, what to read again; as data, event and Markdown. */
import { percentage } from '../figures.js';
import type { Interviewed } from './history.js';
import type { Point } from './modelAnswer.js';
import { plainText } from './sentences.js';
import { modelAnswerAt } from './session.js';
import type { InterviewSession, Mark } from './session.js';

export interface ReportPoint extends Point {
  readonly mark: Mark | null;
}

export interface ReportTurn {
  /** Inline Markdown; left out for the question itself. */
  readonly ask?: string;
  readonly notes: string;
  /** The model answer was shown. */
  readonly told: boolean;
  readonly points: readonly ReportPoint[];
}

export interface ReportQuestion {
  readonly question: string;
  readonly title: string;
  /** Of answering. */
  readonly seconds: number;
  readonly turns: readonly ReportTurn[];
  /** 0 to 1; undefined when nothing was rated. */
  readonly score: number | undefined;
}

export interface Report {
  readonly startedAt: number;
  /** Of answering, and what was planned. */
  readonly seconds: number;
  readonly planned: number;
  /** Seconds. */
  readonly share: number;
  readonly planCount: number;
  readonly questions: readonly ReportQuestion[];
  readonly score: number | undefined;
  readonly byGroup: readonly {
    readonly group: string;
    readonly score: number;
    readonly count: number;
  }[];
  /** Questions that went well, best first; and those that did not, weakest first. */
  readonly strengths: readonly ReportQuestion[];
  readonly readAgain: readonly ReportQuestion[];
}

/** From this share of the points on, a question went well. */
const well = 0.75;
const markWords = ['missed', 'in part', 'had it'] as const;

export function reportOf(session: InterviewSession): Report {
  const questions = session.questions.flatMap((_, at) => reportQuestion(session, at) ?? []);
  const points = questions.flatMap(({ turns }) => turns.flatMap((turn) => turn.points));
  const rated = questions.flatMap((question) =>
    question.score === undefined ? [] : [{ question, score: question.score }],
  );
  const groups = [...new Set(points.map(({ group }) => group))];
  return {
    startedAt: session.startedAt,
    seconds: questions.reduce((sum, { seconds }) => sum + seconds, 0),
    planned: Math.round(session.limit / 1000),
    share: Math.round(session.share / 1000),
    planCount: session.questions.length,
    questions,
    score: scoreOf(points),
    byGroup: groups.flatMap((group) => {
      const own = points.filter((point) => point.group === group && point.mark !== null);
      const score = scoreOf(own);
      return score === undefined ? [] : [{ group, score, count: own.length }];
    }),
    strengths: rated
      .filter(({ score }) => score >= well)
      .sort((a, b) => b.score - a.score)
      .map(({ question }) => question),
    readAgain: rated
      .filter(({ score }) => score < well)
      .sort((a, b) => a.score - b.score)
      .map(({ question }) => question),
  };
}

/** What the journal keeps of it. */
export function interviewedEvent(session: InterviewSession): Interviewed {
  const { seconds, questions } = reportOf(session);
  return {
    kind: 'interviewed',
    length: seconds,
    questions: questions.map((question) => ({
      question: question.question,
      seconds: question.seconds,
      points: question.turns.flatMap(({ points }) =>
        points.flatMap(({ text, mark }) =>
          mark === null ? [] : [{ point: plainText(text), rating: mark }],
        ),
      ),
    })),
  };
}

/** The report as a document of its own. `linkTo` gives the address that opens a question. */
export function reportMarkdown(report: Report, linkTo: (question: string) => string): string {
  const date = new Date(report.startedAt).toISOString().slice(0, 10);
  const link = ({ question, title }: ReportQuestion): string =>
    `[${escaped(title)}](${linkTo(question)})`;
  const list = (heading: string, questions: readonly ReportQuestion[]): readonly string[] =>
    questions.length === 0
      ? []
      : [
          `## ${heading}`,
          '',
          ...questions.map((question) => `- ${link(question)} (${percent(question.score)})`),
          '',
        ];
  const lines = [
    `# Mock interview of ${date}`,
    '',
    `${String(report.questions.length)} of ${String(report.planCount)} questions in ${duration(report.seconds)} of ${duration(report.planned)} minutes.` +
      (report.score === undefined ? '' : ` You had ${percent(report.score)} of the points.`),
    '',
    ...list('Strengths', report.strengths),
    ...list('Read again', report.readAgain),
    ...(report.byGroup.length === 0 ? [] : groupTable(report)),
  ];
  report.questions.forEach((question, index) => {
    lines.push(`## ${String(index + 1)}. ${escaped(question.title)}`, '');
    lines.push(
      `${duration(question.seconds)} of ${duration(report.share)} minutes. ${link(question)}`,
      '',
    );
    for (const turn of question.turns) lines.push(...turnLines(turn));
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

function groupTable({ byGroup }: Report): readonly string[] {
  return [
    '## Kinds of points',
    '',
    '| Kind | Points | You had |',
    '| --- | --- | --- |',
    ...byGroup.map(
      ({ group, count, score }) => `| ${group} | ${String(count)} | ${percent(score)} |`,
    ),
    '',
  ];
}

function turnLines({ ask, notes, points, told }: ReportTurn): readonly string[] {
  const fence = '`'.repeat(
    Math.max(2, ...[...notes.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1,
  );
  return [
    ...(ask === undefined ? [] : [`### ${ask}`, '']),
    ...(notes.trim() === ''
      ? ['No notes.', '']
      : ['Your notes:', '', `${fence}text`, notes.trimEnd(), fence, '']),
    ...(told
      ? points.map(
          ({ mark, text }) => `- **${mark === null ? 'not rated' : markWords[mark]}:** ${text}`,
        )
      : ['The model answer was not shown.']),
    '',
  ];
}

/** Left out when the interview ended before it was begun. */
function reportQuestion(session: InterviewSession, at: number): ReportQuestion | undefined {
  const asked = session.questions[at];
  if (!asked || at > session.at) return undefined;
  const turns = asked.turns.flatMap((turn, index): ReportTurn[] => {
    if (!turn.told && turn.notes === '' && turn.spent === 0) return [];
    const points = modelAnswerAt(session, at, index)?.points ?? [];
    const ask = asked.script.followUps[index - 1]?.ask;
    return [
      {
        ...(ask === undefined ? {} : { ask }),
        notes: turn.notes,
        told: turn.told,
        points: turn.told
          ? points.map((point, place) => ({ ...point, mark: turn.marks[place] ?? null }))
          : [],
      },
    ];
  });
  if (turns.length === 0) return undefined;
  return {
    question: asked.script.question,
    title: asked.script.title,
    seconds: Math.round(asked.turns.reduce((sum, { spent }) => sum + spent, 0) / 1000),
    turns,
    score: scoreOf(turns.flatMap(({ points }) => points)),
  };
}

function scoreOf(points: readonly ReportPoint[]): number | undefined {
  const marks = points.flatMap(({ mark }) => mark ?? []);
  return marks.length === 0
    ? undefined
    : marks.reduce((sum: number, mark) => sum + mark, 0) / (2 * marks.length);
}

function percent(score: number | undefined): string {
  return score === undefined ? 'not rated' : percentage(score);
}

function duration(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A title is plain text: its underscores and stars are no marks. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
