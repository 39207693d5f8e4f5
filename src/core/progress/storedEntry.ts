/** An entry as it stands in the journal, of this version or of an earlier one. */
import type { JournalEntry } from './journal.js';
import { decodeEvent, encodeEvent, isKnownKind } from './storedEvent.js';

/** Milliseconds since 1970: the year 2100. A time beyond is none of a clock's, and no card may wait for it. */
export const endOfTime = 4_102_444_800_000;
/** Minutes; no zone was ever further from UTC. */
const furthest = 24 * 60;
const longestId = 200;

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < endOfTime;
/** Clocks go on behind the last time that was known, even one at the very end. */
const isClock = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 2 * endOfTime;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestId;
const isZone = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= furthest;

/** What the keys of an entry may be, by version: a sum whose name was damaged would be another. */
const keys: Readonly<Record<number, ReadonlySet<string>>> = {
  1: new Set(['v', 'id', 'time', 'event']),
  2: new Set(['v', 'id', 'time', 'device', 'event']),
  3: new Set(['v', 'id', 'clock', 'time', 'zone', 'device', 'event']),
};

/** The names of machines are few, and stand in every line. */
let lastDevice = '';

export function storedEntry({ id, clock, time, zone, device, event }: JournalEntry): unknown {
  return {
    v: 3,
    id,
    clock,
    time,
    ...(zone === undefined ? {} : { zone }),
    device,
    event: encodeEvent(event),
  };
}

/** What it is: an entry, what only a later version understands, or damaged. */
export function decodeEntry(value: unknown): JournalEntry | 'later' | 'damaged' {
  if (typeof value !== 'object' || value === null || !('v' in value)) return 'damaged';
  const { v, id, time, event, ...rest } = value as Readonly<Record<string, unknown>>;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return 'damaged';
  if (v > 3) return 'later';
  const { clock = v < 3 ? time : undefined, zone, device = v === 1 ? 'unknown' : undefined } = rest;
  const isWhole =
    isId(id) &&
    isTime(time) &&
    isClock(clock) &&
    isId(device) &&
    (zone === undefined || isZone(zone)) &&
    hasOnly(value, keys[v]);
  if (!isWhole) return 'damaged';
  const decoded = decodeEvent(event);
  if (!decoded) return isOfUnknownKind(event) ? 'later' : 'damaged';
  if (device !== lastDevice) lastDevice = device;
  const entry = { id, clock, time, device: lastDevice, event: decoded };
  return zone === undefined ? entry : { ...entry, zone };
}

function hasOnly(value: object, names: ReadonlySet<string> | undefined): boolean {
  for (const name in value) if (!names?.has(name)) return false;
  return true;
}

function isOfUnknownKind(event: unknown): boolean {
  return (
    typeof event === 'object' &&
    event !== null &&
    'kind' in event &&
    typeof event.kind === 'string' &&
    !isKnownKind(event.kind)
  );
}
