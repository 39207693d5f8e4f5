/**
 * What of a history goes to the learner's other machines by way of Settings Sync, which carries little and overwrites:
 * of each thing that can change the last entries, and of all the newest. Merged in any order, however often, it is
 * the same.
 */
import * as v from 'valibot';
import type { LearningEvent } from './event.js';
import { compareEntries } from './journal.js';
import type { Fold, JournalEntry } from './journal.js';
import { decodeEntry } from './storedEntry.js';
import { encodeEvent } from './storedEvent.js';

export interface Compact {
  /** A clock as entries have it: what is as old was deleted by the learner, and does not come back. */
  readonly since: number;
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
}

export const nothing: Compact = { since: Number.NEGATIVE_INFINITY, entries: [] };

/** Entries; at about 120 bytes each, well below what VS Code warns about (512 KB). */
const most = 2000;
/** Characters of an event that travels: ids that are longer are nobody's. */
const longestEvent = 400;
/** The last ratings of a card or goes at an exercise, enough to schedule it. */
const ratingsKept = 6;

export function compactOf(entries: Iterable<JournalEntry>, since: number): Compact {
  const slots = new Map<string, JournalEntry[]>();
  const unique = new Map<string, JournalEntry>();
  for (const entry of entries) {
    const there = unique.get(entry.id);
    // Of two of one id the earlier counts, as everywhere.
    if (!there || compareEntries(entry, there) < 0) unique.set(entry.id, entry);
  }
  for (const entry of [...unique.values()].sort(newestFirst)) {
    const slot = entry.clock > since ? slotOf(entry.event) : undefined;
    if (slot === undefined || JSON.stringify(entry.event).length > longestEvent) continue;
    const list = slots.get(slot);
    if (!list) slots.set(slot, [entry]);
    else if (list.length < keptOf(entry.event)) list.push(entry);
  }
  return { since, entries: [...slots.values()].flat().sort(newestFirst).slice(0, most) };
}

export function mergeCompacts(one: Compact, other: Compact): Compact {
  const since = Math.max(one.since, other.since);
  return compactOf([...one.entries, ...other.entries], since);
}

/** The entries that matter for other machines, kept up to date. */
export class CompactFold implements Fold {
  private readonly slots = new Map<string, JournalEntry[]>();

  apply(entry: JournalEntry): void {
    const slot = slotOf(entry.event);
    if (slot === undefined) return;
    const list = this.slots.get(slot);
    if (!list) {
      this.slots.set(slot, [entry]);
      return;
    }
    list.push(entry);
    if (list.length > keptOf(entry.event)) list.shift();
  }

  /** The latest clock of all, or the time now when that is later. */
  latest(now: number): number {
    let latest = now;
    for (const list of this.slots.values())
      for (const { clock } of list) latest = Math.max(latest, clock);
    return latest;
  }

  compact(since: number): Compact {
    return compactOf([...this.slots.values()].flat(), since);
  }
}

/** What an entry replaces; undefined for what stays on its machine. */
function slotOf(event: LearningEvent): string | undefined {
  switch (event.kind) {
    case 'read':
    case 'unread':
      return `read/${event.question}`;
    case 'answered':
      return `answered/${event.quiz}/${event.item}`;
    case 'predicted':
      return `predicted/${event.question}/${event.snippet}`;
    case 'attempted':
      return `attempted/${event.exercise}`;
    case 'added':
      return `added/${event.card}`;
    case 'rated':
      return `rated/${event.card}`;
    case 'buried':
      return `buried/${event.card}`;
    case 'suspended':
      return `suspended/${event.card}`;
    case 'bookmarked':
      return `bookmarked/${event.question}`;
    case 'undone':
      return `undone/${event.entry}`;
    default:
      return undefined;
  }
}

function keptOf(event: LearningEvent): number {
  return event.kind === 'rated' || event.kind === 'attempted' ? ratingsKept : 1;
}

function newestFirst(one: JournalEntry, other: JournalEntry): number {
  return compareEntries(other, one);
}

const storedSchema = v.object({
  v: v.picklist([1, 2]),
  /** Null when nothing was ever deleted. */
  since: v.nullable(v.number()),
  devices: v.array(v.string()),
  entries: v.array(v.unknown()),
});

const laterSchema = v.object({ v: v.pipe(v.number(), v.minValue(3)) });

/** Id, time, place of the device in `devices`, event. */
const firstRow = v.tuple([v.string(), v.number(), v.number(), v.unknown()]);
/** Id, clock, time, zone, place of the device in `devices`, event. */
const row = v.tuple([
  v.string(),
  v.number(),
  v.number(),
  v.nullable(v.number()),
  v.number(),
  v.unknown(),
]);

/** As it is stored: plain, and the same for the same entries on every machine. */
export function encodeCompact({ since, entries }: Compact): unknown {
  const devices = [...new Set(entries.map(({ device }) => device))].sort();
  return {
    v: 2,
    since: Number.isFinite(since) ? since : null,
    devices,
    entries: entries.map(({ id, clock, time, zone, device, event }) => [
      id,
      clock,
      time,
      zone ?? null,
      devices.indexOf(device),
      encodeEvent(event),
    ]),
  };
}

/** What earlier versions are told of a deletion: they know only the form of their own. */
export function encodeFirstDeletion(since: number): unknown {
  return { v: 1, since, devices: [], entries: [] };
}

/** What cannot be read is nothing; what a later version wrote must be left alone. */
export function decodeCompact(value: unknown): Compact | 'later' {
  if (v.is(laterSchema, value)) return 'later';
  const stored = v.safeParse(storedSchema, value);
  if (!stored.success) return nothing;
  const { since, devices, entries } = stored.output;
  const decodeRow = stored.output.v === 1 ? decodeFirstRow : decodeSecondRow;
  const decoded = entries.flatMap((each): JournalEntry[] => {
    const entry = decodeRow(each, devices);
    return typeof entry === 'object' ? [entry] : [];
  });
  return compactOf(decoded, since ?? nothing.since);
}

type Decoded = ReturnType<typeof decodeEntry>;

function decodeFirstRow(value: unknown, devices: readonly string[]): Decoded {
  const parsed = v.safeParse(firstRow, value);
  if (!parsed.success) return 'damaged';
  const [id, time, place, event] = parsed.output;
  return decodeEntry({ v: 2, id, time, device: devices[place], event });
}

function decodeSecondRow(value: unknown, devices: readonly string[]): Decoded {
  const parsed = v.safeParse(row, value);
  if (!parsed.success) return 'damaged';
  const [id, clock, time, zone, place, event] = parsed.output;
  const told = zone === null ? {} : { zone };
  return decodeEntry({ v: 3, id, clock, time, ...told, device: devices[place], event });
}
