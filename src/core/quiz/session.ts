/** A quiz being taken, as a state machine of pure functions: asking → answered → … → finished. */
import * as l10n from '@vscode/l10n';
import type { QuizItem } from '../pack/pack.js';
import type { Answer, Confidence } from './answer.js';
import type { Checked, Grade } from './grade.js';
import { grade } from './grade.js';
import { pause } from './clock.js';
import { hash, permutation } from './shuffle.js';
import type { QuizSession, SessionEntry } from './sessionSchema.js';
export type { QuizSession, SessionEntry } from './sessionSchema.js';
export { pause, remaining, reopen, resume, spentAt } from './clock.js';

/** An item and the quiz it is from. */
export interface PlacedItem {
  readonly quiz: string;
  readonly item: QuizItem;
}

export interface SessionStart {
  readonly id: string;
  readonly title: string;
  readonly mode: QuizSession['mode'];
  readonly items: readonly PlacedItem[];
  readonly seed: number;
  readonly shuffleItems: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds for the whole quiz. */
  readonly limit?: number;
}

/** Names one taking of a quiz: later ones sort behind earlier ones. */
export function attemptName({ startedAt, seed }: QuizSession): string {
  return `${String(startedAt).padStart(15, '0')}-${seed.toString(36)}`;
}

export function keyOf({ quiz, item }: PlacedItem): string {
  return `${quiz}/${item.id}`;
}

/** Tells whether an item is still the one that was asked. */
export function fingerprint(item: QuizItem): string {
  const known = fingerprints.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  const print = `${hash(text).toString(16)}-${text.length}`;
  fingerprints.set(item, print);
  return print;
}

/** Items never change; a quiz of a thousand is not read a thousand times again at each turn. */
const fingerprints = new WeakMap<QuizItem, string>();

export function startSession(start: SessionStart): QuizSession {
  const { items, seed } = start;
  const order = start.shuffleItems ? permutation(items.length, seed, 'items') : items.keys();
  const entries = [...order].flatMap((at) => {
    const placed = items[at];
    return placed ? [freshEntry(placed)] : [];
  });
  return {
    version: 1,
    id: start.id,
    title: start.title,
    mode: start.mode,
    seed,
    entries,
    at: 0,
    finished: entries.length === 0,
    startedAt: start.now,
    spent: 0,
    resumedAt: start.now,
    notes: [],
    ...(start.limit === undefined ? {} : { limit: start.limit }),
  };
}

function freshEntry(placed: PlacedItem): SessionEntry {
  return {
    quiz: placed.quiz,
    item: placed.item.id,
    question: placed.item.question,
    fingerprint: fingerprint(placed.item),
    flagged: false,
  };
}

export function entryKey(entry: SessionEntry): string {
  return `${entry.quiz}/${entry.item}`;
}

/** @throws Error with a sentence for the user when the session has no such item. */
export function entryOf(session: QuizSession, key: string): SessionEntry {
  const entry = session.entries.find((each) => entryKey(each) === key);
  if (!entry) throw new Error('There is no such item in this quiz.');
  return entry;
}

/** The order in which an item's options or lines are shown: at each place, the author's place. */
export function shownOrder(
  session: QuizSession,
  entry: SessionEntry,
  count: number,
): readonly number[] {
  return permutation(count, session.seed, entryKey(entry));
}

/** From places as shown to the author's; a place that is none is dropped. */
export function fromShown(answer: Answer, order: readonly number[]): Answer {
  if (answer.kind === 'choice') {
    const options = answer.options.flatMap((place) => order[place] ?? []);
    return { kind: 'choice', options: options.sort((a, b) => a - b) };
  }
  if (answer.kind === 'lines') {
    const lines = answer.lines.flatMap(({ line, indent }) => {
      const own = order[line];
      return own === undefined ? [] : [{ line: own, indent }];
    });
    return { kind: 'lines', lines };
  }
  if (answer.kind === 'defect') return { ...answer, repair: order[answer.repair] ?? answer.repair };
  return answer;
}

/** From the author's places to those shown. */
export function toShown(answer: Answer, order: readonly number[]): Answer {
  const inverse = new Map(order.map((own, shown) => [own, shown]));
  if (answer.kind === 'choice') {
    return { kind: 'choice', options: answer.options.map((own) => inverse.get(own) ?? own) };
  }
  if (answer.kind === 'lines') {
    return {
      kind: 'lines',
      lines: answer.lines.map(({ line, indent }) => ({ line: inverse.get(line) ?? line, indent })),
    };
  }
  if (answer.kind === 'defect')
    return { ...answer, repair: inverse.get(answer.repair) ?? answer.repair };
  return answer;
}

export interface Submission {
  /** `quiz/item` as the page was shown it. */
  readonly key: string;
  /** With the author's places. */
  readonly answer: Answer;
  readonly confidence?: Confidence | undefined;
  readonly checks?: Checked;
  readonly now: number;
}

/** Whether an answer to this item would count now. @throws Error with a sentence for the user when it would not. */
export function assertMayAnswer(session: QuizSession, key: string): SessionEntry {
  const entry = session.entries[session.at];
  if (session.finished) throw new Error('This quiz is finished. Start it again to answer.');
  if (!entry || entryKey(entry) !== key)
    throw new Error('This is not the item that is being asked.');
  if (session.resumedAt === undefined)
    throw new Error('The quiz is paused. Continue it to answer.');
  if (session.mode === 'practice' && entry.given && entry.grade?.unchecked === undefined) {
    throw new Error('This item was answered already. Go on to the next one.');
  }
  return entry;
}

export function submit(session: QuizSession, item: QuizItem, submission: Submission): QuizSession {
  assertMayAnswer(session, submission.key);
  const result: Grade = grade(item, submission.answer, submission.checks);
  return replaceCurrent(session, (entry) => ({
    quiz: entry.quiz,
    item: entry.item,
    question: entry.question,
    fingerprint: entry.fingerprint,
    flagged: entry.flagged,
    given: submission.answer,
    grade: result,
    ...(submission.confidence === undefined ? {} : { confidence: submission.confidence }),
    answeredAt: submission.now,
  }));
}

function replaceCurrent(
  session: QuizSession,
  change: (entry: SessionEntry) => SessionEntry,
): QuizSession {
  const entries = session.entries.map((entry, at) => (at === session.at ? change(entry) : entry));
  return { ...session, entries };
}

export function flag(session: QuizSession, flagged: boolean): QuizSession {
  return replaceCurrent(session, (entry) => ({ ...entry, flagged }));
}

/** Goes to an item. While practising, forward only past what was answered. */
export function goTo(session: QuizSession, at: number): QuizSession {
  if (session.finished || at < 0 || at >= session.entries.length) return session;
  if (session.mode === 'practice') {
    const open = session.entries.findIndex((entry) => !entry.given);
    if (open >= 0 && at > open) return session;
  }
  return { ...session, at };
}

/** The next item, or the end after the last while practising. */
export function next(session: QuizSession, now: number): QuizSession {
  if (session.at + 1 < session.entries.length) return goTo(session, session.at + 1);
  const complete = session.entries.every((entry) => entry.given);
  return session.mode === 'practice' && complete ? finish(session, now) : session;
}

export function finish(session: QuizSession, now: number): QuizSession {
  if (session.finished) return session;
  return { ...pause(session, now), finished: true, finishedAt: now };
}

/** Fits a stored session to the packs as they are now: what changed is asked again, what vanished is left out. */
export function reconcile(
  session: QuizSession,
  find: (entry: Pick<SessionEntry, 'quiz' | 'item'>) => QuizItem | undefined,
): QuizSession {
  if (session.finished) return session;
  const notes = new Set(session.notes);
  const current = session.entries[session.at];
  const entries = session.entries.flatMap((entry) => {
    const item = find(entry);
    if (!item) {
      notes.add(l10n.t('The item “{0}” is no longer in the quiz and was left out.', entry.item));
      return [];
    }
    if (fingerprint(item) === entry.fingerprint) return [entry];
    if (entry.given) {
      notes.add(l10n.t('The item “{0}” has changed and is asked again.', entry.item));
    }
    return [freshEntry({ quiz: entry.quiz, item })];
  });
  const kept = entries.findIndex(
    (entry) => current !== undefined && entryKey(entry) === entryKey(current),
  );
  const open = entries.findIndex((entry) => !entry.given);
  // Something before the current item may have to be asked again.
  const at = open >= 0 && (kept < 0 || open < kept) ? open : Math.max(0, kept);
  if (
    entries.length === session.entries.length &&
    entries.every((entry, i) => entry === session.entries[i])
  )
    return session;
  return { ...session, entries, at, notes: [...notes].slice(-20), finished: entries.length === 0 };
}
