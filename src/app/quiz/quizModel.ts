/** What the page is told: before an answer only what is asked, after it the verdict with every reason. */
import { renderMarkdown } from '../../core/markdown.js';
import type { CodeBlock } from '../../core/markdown.js';
import type { QuizItem } from '../../core/pack/pack.js';
import type { Answer } from '../../core/quiz/answer.js';
import { attemptName, entryKey, remaining, shownOrder, toShown } from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import {
  askedModel,
  isCode,
  optionVerdicts,
  python,
  shuffledCount,
  yoursAndRight,
} from './itemModel.js';
import { encodeSteps } from '../../protocol/quiz.js';
import type { Asked, GivenText, ItemModel, QuestionLink, Verdict } from '../../protocol/quiz.js';

/** What the models need to know beside the session. */
export interface QuizKnowledge {
  item(entry: Pick<SessionEntry, 'quiz' | 'item'>): QuizItem | undefined;
  question(id: string): QuestionLink | undefined;
  topicOf(questionId: string): string;
}

export function itemModel(session: QuizSession, knowledge: QuizKnowledge, now: number): ItemModel {
  const entry = session.entries[session.at];
  const item = entry && knowledge.item(entry);
  if (!entry || !item) throw new Error('The quiz has no such item. Start it again.');
  const order = orderOf(session, entry, item);
  const left = remaining(session, now);
  return {
    screen: 'item',
    session: session.id,
    title: session.title,
    mode: session.mode,
    key: entryKey(entry),
    attempt: attemptName(session),
    index: session.at,
    steps: encodeSteps(
      session.entries.map(({ given, flagged }) => ({ answered: given !== undefined, flagged })),
    ),
    notes: session.notes,
    paused: session.resumedAt === undefined,
    ...(left === undefined ? {} : { remaining: left }),
    ...(entry.given ? { given: toShown(entry.given, order) } : {}),
    ...(entry.grade?.unchecked === undefined ? {} : { unchecked: entry.grade.unchecked }),
    ...(entry.confidence ? { confidence: entry.confidence } : {}),
    ...toldOf(session, entry, item, knowledge),
  };
}

/** Everything that the page may know of an item now, and the code in it by its places. */
export function toldOf(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
  knowledge: QuizKnowledge,
  blocks: CodeBlock[] = [],
): { readonly asked: Asked; readonly verdict?: Verdict } {
  const asked = askedModel(item, orderOf(session, entry, item), blocks);
  // What could not be checked can be checked again: its right answer is not told before the end.
  const open = !entry.given || entry.grade?.unchecked !== undefined;
  const told = session.finished || (session.mode === 'practice' && !open);
  return told
    ? { asked, verdict: verdictModel(session, entry, item, knowledge, blocks) }
    : { asked };
}

/** The author's place at each shown place. */
export function orderOf(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
): readonly number[] {
  return shownOrder(session, entry, shuffledCount(item));
}

function verdictModel(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
  knowledge: QuizKnowledge,
  blocks: CodeBlock[],
): Verdict {
  const shown = (text: string): GivenText =>
    isCode(item) ? { text, block: python(blocks, text) } : { text };
  const given: Answer = entry.given ?? { kind: 'skipped' };
  const question = knowledge.question(item.question);
  const { yours, right } = yoursAndRight(item, given);
  return {
    verdict: verdictWord(entry),
    note: entry.grade?.unchecked ?? entry.grade?.note ?? '',
    options: optionVerdicts(item, given, orderOf(session, entry, item)),
    checks: entry.grade?.checks ?? [],
    ...(item.kind === 'defect' ? { faulty: item.faulty } : {}),
    ...(yours === undefined ? {} : { yours: shown(yours) }),
    ...(right === undefined ? {} : { right: shown(right) }),
    explanationHtml: renderMarkdown(item.explanation, blocks),
    ...(question ? { question } : {}),
    canRun: item.kind === 'output',
  };
}

export function verdictWord(entry: SessionEntry): Verdict['verdict'] {
  if (!entry.given || entry.given.kind === 'skipped') return 'skipped';
  if (entry.grade?.unchecked !== undefined) return 'unchecked';
  const score = entry.grade?.score ?? 0;
  if (score >= 1) return 'correct';
  return score > 0 ? 'partly' : 'wrong';
}
