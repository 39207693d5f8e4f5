/** What the page is told: before an answer only what is asked, after it the verdict with every reason. */
import { renderInline, renderMarkdown } from '../../core/markdown.js';
import type { OrderItem, QuizItem } from '../../core/pack/pack.js';
import type { Answer } from '../../core/quiz/answer.js';
import { arrangedText, isIndented, pieces, rightArrangement } from '../../core/quiz/arrangement.js';
import { shownText } from '../../core/quiz/acceptedText.js';
import { entryKey, remaining, shownOrder, toShown } from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import type { Asked, ItemModel, QuestionLink, Verdict } from '../../protocol/quiz.js';

/** What the models need to know beside the session. */
export interface QuizKnowledge {
  item(entry: SessionEntry): QuizItem | undefined;
  question(id: string): QuestionLink | undefined;
  topicOf(questionId: string): string;
}

export function itemModel(session: QuizSession, knowledge: QuizKnowledge, now: number): ItemModel {
  const entry = session.entries[session.at];
  const item = entry && knowledge.item(entry);
  if (!entry || !item) throw new Error('The quiz has no such item. Start it again.');
  const order = orderOf(session, entry, item);
  const told = session.mode === 'practice' && entry.given !== undefined;
  const left = remaining(session, now);
  return {
    screen: 'item',
    session: session.id,
    title: session.title,
    mode: session.mode,
    key: entryKey(entry),
    attempt: session.startedAt,
    index: session.at,
    steps: session.entries.map((each) => ({
      answered: each.given !== undefined,
      flagged: each.flagged,
      ...(session.mode === 'practice' && each.given ? { verdict: verdictWord(each) } : {}),
    })),
    notes: session.notes,
    paused: session.resumedAt === undefined,
    ...(left === undefined ? {} : { remaining: left }),
    asked: askedModel(item, order),
    ...(entry.given ? { given: toShown(entry.given, order) } : {}),
    ...(entry.confidence ? { confidence: entry.confidence } : {}),
    ...(told ? { verdict: verdictModel(session, entry, item, knowledge) } : {}),
  };
}

/** The author's place at each shown place. */
export function orderOf(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
): readonly number[] {
  if (item.kind === 'single' || item.kind === 'multiple') {
    return shownOrder(session, entry, item.options.length);
  }
  return item.kind === 'order' ? shownOrder(session, entry, pieces(item).length) : [];
}

export function askedModel(item: QuizItem, order: readonly number[]): Asked {
  const promptHtml = renderMarkdown(item.prompt);
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: item.kind,
        promptHtml,
        optionsHtml: order.map((own) => renderInline(item.options[own]?.text ?? '')),
      };
    case 'output':
      return { kind: 'output', promptHtml, code: item.code };
    case 'text':
      return { kind: 'text', promptHtml };
    case 'order': {
      const lines = pieces(item);
      return {
        kind: 'order',
        promptHtml,
        lines: order.map((own) => lines[own] ?? ''),
        indented: isIndented(item),
        leaveOut: item.distractors.length > 0,
      };
    }
    case 'code':
      return { kind: 'code', promptHtml, starter: item.starter, checks: item.checks.length };
  }
}

export function verdictModel(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
  knowledge: QuizKnowledge,
): Verdict {
  const given: Answer = entry.given ?? { kind: 'skipped' };
  const question = knowledge.question(item.question);
  return {
    verdict: verdictWord(entry),
    note: entry.grade?.note ?? '',
    options: optionVerdicts(item, given, orderOf(session, entry, item)),
    checks: entry.grade?.checks ?? [],
    ...yoursAndRight(item, given),
    explanationHtml: renderMarkdown(item.explanation),
    ...(question ? { question } : {}),
    canRun: item.kind === 'output',
  };
}

export function verdictWord(entry: SessionEntry): Verdict['verdict'] {
  if (!entry.given || entry.given.kind === 'skipped') return 'skipped';
  const score = entry.grade?.score ?? 0;
  if (score >= 1) return 'correct';
  return score > 0 ? 'partly' : 'wrong';
}

function optionVerdicts(
  item: QuizItem,
  given: Answer,
  order: readonly number[],
): Verdict['options'] {
  if (item.kind !== 'single' && item.kind !== 'multiple') return [];
  const chosen = given.kind === 'choice' ? given.options : [];
  return order.map((own) => ({
    correct: item.options[own]?.correct ?? false,
    chosen: chosen.includes(own),
    whyHtml: renderInline(item.options[own]?.why ?? ''),
  }));
}

/** Both answers as text, for the kinds without options. */
export function yoursAndRight(
  item: QuizItem,
  given: Answer,
): { readonly yours?: string; readonly right?: string } {
  const yours = given.kind === 'text' || given.kind === 'code' ? { yours: given.text } : {};
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {};
    case 'output':
      return { ...yours, right: item.answer };
    case 'text':
      return { ...yours, right: shownText(item) };
    case 'order':
      return { ...arranged(item, given), right: rightArrangement(item).join('\n') };
    case 'code':
      return { ...yours, right: item.solution };
  }
}

function arranged(item: OrderItem, given: Answer): { readonly yours?: string } {
  return given.kind === 'lines' ? { yours: arrangedText(item, given.lines).join('\n') } : {};
}
