/** The result page, and the same as Markdown. */
import * as l10n from '@vscode/l10n';
import type { Option, QuizItem } from '../../core/pack/pack.js';
import type { Confidence } from '../../core/quiz/answer.js';
import type { Attempt } from '../../core/quiz/attempts.js';
import { countedEntries, counts, scoreOf, totalScore } from '../../core/quiz/outcome.js';
import { attemptName, entryKey, spentAt } from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import type { QuestionLink, ResultItem, ResultModel, Tally } from '../../protocol/quiz.js';
import { optionsOf, yoursAndRight } from './itemModel.js';
import { toldOf, verdictWord } from './quizModel.js';
import type { QuizKnowledge } from './quizModel.js';

export function kindName(kind: QuizItem['kind']): string {
  const names = {
    single: l10n.t('One right answer'),
    multiple: l10n.t('Several right answers'),
    output: l10n.t('What does it print'),
    text: l10n.t('Short answer'),
    order: l10n.t('Arrange the lines'),
    code: l10n.t('Write code'),
    defect: l10n.t('Find the defect'),
  };
  return names[kind];
}

function surenessName(confidence: Confidence): string {
  const names = { certain: l10n.t('Certain'), think: l10n.t('Think so'), guess: l10n.t('Guess') };
  return names[confidence];
}

function verdictName(entry: SessionEntry): string {
  const names = {
    correct: l10n.t('Correct'),
    partly: l10n.t('Partly correct'),
    wrong: l10n.t('Not correct'),
    skipped: l10n.t('Not answered'),
    unchecked: l10n.t('Not checked'),
  };
  return names[verdictWord(entry)];
}

export function resultModel(
  session: QuizSession,
  knowledge: QuizKnowledge,
  history: readonly Attempt[],
): ResultModel {
  const pairs = answeredPairs(session, knowledge);
  const counted = pairs.filter(({ entry }) => counts(entry));
  const missed = counted.filter(({ entry }) => scoreOf(entry) < 1);
  return {
    screen: 'result',
    session: session.id,
    attempt: attemptName(session),
    title: session.title,
    mode: session.mode,
    score: totalScore(session),
    count: countedEntries(session).length,
    unchecked: pairs.length - counted.length,
    spent: spentAt(session, session.finishedAt ?? session.startedAt),
    byTopic: tally(counted, ({ entry }) => knowledge.topicOf(entry.question)),
    byKind: tally(counted, ({ item }) => kindName(item.kind)),
    bySureness: tally(
      counted.filter(({ entry }) => entry.confidence),
      ({ entry }) => surenessName(entry.confidence ?? 'guess'),
    ),
    items: pairs.flatMap(({ entry, item }): readonly ResultItem[] => {
      const { asked, verdict } = toldOf(session, entry, item, knowledge);
      if (!verdict) return [];
      const sure = entry.confidence ? { confidence: entry.confidence } : {};
      return [{ key: entryKey(entry), asked, verdict, flagged: entry.flagged, ...sure }];
    }),
    readAgain: distinctQuestions(missed.map(({ entry }) => knowledge.question(entry.question))),
    missed: missed.length,
    history: history.map(({ finishedAt, score, count }) => ({
      when: new Date(finishedAt).toISOString(),
      score,
      count,
    })),
    notes: session.notes,
  };
}

/** The result as a document of its own. */
export function resultMarkdown(session: QuizSession, knowledge: QuizKnowledge): string {
  const date = new Date(session.finishedAt ?? session.startedAt).toISOString().slice(0, 10);
  const lines = [
    `# ${session.title}`,
    '',
    l10n.t('{0}: {1} of {2} points.', date, totalScore(session), countedEntries(session).length),
  ];
  answeredPairs(session, knowledge).forEach(({ entry, item }, index) => {
    lines.push('', `## ${index + 1}. ${verdictName(entry)}`, '', item.prompt.trim());
    if (item.kind === 'output' || item.kind === 'defect')
      lines.push('', fenced(item.code, 'python'));
    const options = optionsOf(item);
    if (options.length > 0)
      lines.push(
        '',
        ...options.flatMap((option, place) => chosenLines(option, isChosen(entry, place))),
      );
    const { yours, right } = yoursAndRight(item, entry.given ?? { kind: 'skipped' });
    if (right !== undefined) {
      lines.push(
        '',
        `**${l10n.t('Your answer')}**`,
        '',
        yours === undefined ? l10n.t('None.') : fenced(yours, ''),
      );
      lines.push('', `**${l10n.t('Right answer')}**`, '', fenced(right, ''));
    }
    if (entry.grade?.unchecked !== undefined)
      lines.push('', l10n.t('{0} It does not count.', entry.grade.unchecked));
    if (entry.grade?.note) lines.push('', entry.grade.note);
    if (item.explanation !== '') lines.push('', item.explanation.trim());
    const question = knowledge.question(item.question);
    if (question) lines.push('', l10n.t('Read again: {0}', question.title));
  });
  return `${lines.join('\n')}\n`;
}

function isChosen({ given }: SessionEntry, place: number): boolean {
  if (given?.kind === 'defect') return given.repair === place;
  return given?.kind === 'choice' && given.options.includes(place);
}

/** An option in a list, with what it was. */
function chosenLines({ text, correct, why }: Option, chosen: boolean): readonly string[] {
  const labels = [
    chosen ? l10n.t('your answer') : '',
    correct ? l10n.t('right answer') : '',
  ].filter((label) => label !== '');
  const [first = '', ...rest] = text.trim().split('\n');
  const mark = labels.length > 0 ? `(**${labels.join(', ')}**)` : '';
  // What is no sentence begins on a line of its own.
  const opening = first.startsWith('```')
    ? [`- ${mark}`.trimEnd(), '', `  ${first}`]
    : [`- ${first} ${mark}`.trimEnd()];
  return [
    ...opening,
    ...rest.map((line) => `  ${line}`),
    ...(why === '' ? [] : [`  ${why.trim()}`]),
  ];
}

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

interface Pair {
  readonly entry: SessionEntry;
  readonly item: QuizItem;
}

function answeredPairs(session: QuizSession, knowledge: QuizKnowledge): readonly Pair[] {
  return session.entries.flatMap((entry) => {
    const item = knowledge.item(entry);
    return item ? [{ entry, item }] : [];
  });
}

function tally(pairs: readonly Pair[], nameOf: (pair: Pair) => string): readonly Tally[] {
  const sums = new Map<string, { score: number; count: number }>();
  for (const pair of pairs) {
    const name = nameOf(pair);
    const sum = sums.get(name) ?? { score: 0, count: 0 };
    sum.score += scoreOf(pair.entry);
    sum.count += 1;
    sums.set(name, sum);
  }
  return [...sums].map(([name, { score, count }]) => ({
    name,
    score: Math.round(score * 100) / 100,
    count,
  }));
}

function distinctQuestions(links: readonly (QuestionLink | undefined)[]): readonly QuestionLink[] {
  const byId = new Map<string, QuestionLink>();
  for (const link of links) if (link) byId.set(link.id, link);
  return [...byId.values()];
}
