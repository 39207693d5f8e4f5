/** A session as a list of changes, so that several windows may append to one and the same: nobody overwrites anybody. */
import * as v from 'valibot';
import { duration, moment } from '../times.js';
import { entryKey } from './session.js';
import { entrySchema } from './sessionSchema.js';
import type { QuizSession, SessionEntry } from './sessionSchema.js';

export type SessionChange =
  /** A long session is begun in parts. */
  | { readonly kind: 'added'; readonly entries: readonly SessionEntry[] }
  | { readonly kind: 'answered'; readonly entry: SessionEntry }
  | { readonly kind: 'flagged'; readonly key: string; readonly flagged: boolean }
  /** The pack was updated: the item is to be asked again. */
  | {
      readonly kind: 'renewed';
      readonly key: string;
      readonly question: string;
      readonly fingerprint: string;
    }
  | { readonly kind: 'vanished'; readonly key: string }
  | { readonly kind: 'noted'; readonly note: string }
  | { readonly kind: 'clock'; readonly spent: number; readonly resumedAt?: number | undefined }
  | { readonly kind: 'finished'; readonly finishedAt?: number | undefined }
  /** Where a window is; another one need not follow. */
  | { readonly kind: 'went'; readonly key: string };

const key = v.string();
export const changeSchema: v.GenericSchema<unknown, SessionChange> = v.variant('kind', [
  v.object({ kind: v.literal('added'), entries: v.array(entrySchema) }),
  v.object({ kind: v.literal('answered'), entry: entrySchema }),
  v.object({ kind: v.literal('flagged'), key, flagged: v.boolean() }),
  v.object({
    kind: v.literal('renewed'),
    key,
    question: v.string(),
    fingerprint: v.string(),
  }),
  v.object({ kind: v.literal('vanished'), key }),
  v.object({ kind: v.literal('noted'), note: v.string() }),
  v.object({
    kind: v.literal('clock'),
    spent: duration,
    resumedAt: v.optional(moment),
  }),
  v.object({ kind: v.literal('finished'), finishedAt: v.optional(moment) }),
  v.object({ kind: v.literal('went'), key }),
]);

/** Entries in one line of the journal: well below the longest. */
const partSize = 500;

/** A long session in parts, as it is begun. */
export function partsOf(session: QuizSession): {
  readonly start: QuizSession;
  readonly more: readonly SessionChange[];
} {
  const { entries } = session;
  const more: SessionChange[] = [];
  for (let from = partSize; from < entries.length; from += partSize)
    more.push({ kind: 'added', entries: entries.slice(from, from + partSize) });
  return { start: { ...session, entries: entries.slice(0, partSize) }, more };
}

/** What leads from one state of a session to a later one. */
export function changesBetween(before: QuizSession, after: QuizSession): readonly SessionChange[] {
  const changes: SessionChange[] = [];
  const entries =
    before.entries === after.entries
      ? undefined
      : new Map(after.entries.map((entry) => [entryKey(entry), entry]));
  for (const old of entries ? before.entries : []) {
    const own = entryKey(old);
    const fresh = entries?.get(own);
    if (fresh === old) continue;
    if (!fresh) {
      changes.push({ kind: 'vanished', key: own });
      continue;
    }
    const { question, fingerprint, flagged } = fresh;
    const renewed = fingerprint !== old.fingerprint;
    if (renewed) changes.push({ kind: 'renewed', key: own, question, fingerprint });
    if (fresh.given && (renewed || fresh.given !== old.given || fresh.grade !== old.grade))
      changes.push({ kind: 'answered', entry: fresh });
    if (flagged !== (renewed ? false : old.flagged))
      changes.push({ kind: 'flagged', key: own, flagged });
  }
  for (const note of after.notes)
    if (!before.notes.includes(note)) changes.push({ kind: 'noted', note });
  if (before.spent !== after.spent || before.resumedAt !== after.resumedAt)
    changes.push({ kind: 'clock', spent: after.spent, resumedAt: after.resumedAt });
  if (after.finished && !before.finished)
    changes.push({ kind: 'finished', finishedAt: after.finishedAt });
  const current = after.entries[after.at];
  const moved = before.at !== after.at || changes.some(({ kind }) => kind === 'vanished');
  if (current && moved) changes.push({ kind: 'went', key: entryKey(current) });
  return changes;
}

/** The very same session when the change comes too late to count: the first answer while practising, the first end. */
export function applyChange(session: QuizSession, change: SessionChange): QuizSession {
  switch (change.kind) {
    case 'added':
      return { ...session, entries: [...session.entries, ...change.entries] };
    case 'answered':
      return session.finished ? session : answered(session, change.entry);
    case 'flagged':
      return withEntry(session, change.key, (entry) => ({ ...entry, flagged: change.flagged }));
    case 'renewed':
      return withEntry(session, change.key, (entry) => {
        if (entry.fingerprint === change.fingerprint) return entry;
        const { quiz, item } = entry;
        const { question, fingerprint } = change;
        return { quiz, item, question, fingerprint, flagged: false };
      });
    case 'vanished':
      return without(session, change.key);
    case 'noted':
      if (session.notes.includes(change.note)) return session;
      return { ...session, notes: [...session.notes, change.note].slice(-20) };
    case 'clock': {
      if (session.finished) return session;
      const { resumedAt: _, ...rest } = session;
      const { spent, resumedAt } = change;
      return { ...rest, spent, ...(resumedAt === undefined ? {} : { resumedAt }) };
    }
    case 'finished': {
      if (session.finished) return session;
      const { finishedAt } = change;
      return { ...session, finished: true, ...(finishedAt === undefined ? {} : { finishedAt }) };
    }
    case 'went': {
      const at = session.entries.findIndex((entry) => entryKey(entry) === change.key);
      return at < 0 || at === session.at ? session : { ...session, at };
    }
  }
}

function answered(session: QuizSession, fresh: SessionEntry): QuizSession {
  return withEntry(session, entryKey(fresh), (entry) => {
    if (fresh.fingerprint !== entry.fingerprint) return entry;
    const stands =
      session.mode === 'practice' && entry.given && entry.grade?.unchecked === undefined;
    return stands ? entry : { ...fresh, flagged: entry.flagged };
  });
}

function withEntry(
  session: QuizSession,
  own: string,
  change: (entry: SessionEntry) => SessionEntry,
): QuizSession {
  const at = session.entries.findIndex((entry) => entryKey(entry) === own);
  const entry = session.entries[at];
  const changed = entry && change(entry);
  if (!changed || changed === entry) return session;
  return { ...session, entries: session.entries.with(at, changed) };
}

function without(session: QuizSession, own: string): QuizSession {
  const place = session.entries.findIndex((entry) => entryKey(entry) === own);
  if (place < 0) return session;
  const entries = session.entries.toSpliced(place, 1);
  const at = Math.max(
    0,
    Math.min(place < session.at ? session.at - 1 : session.at, entries.length - 1),
  );
  return { ...session, entries, at };
}
