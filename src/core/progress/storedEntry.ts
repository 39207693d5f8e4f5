/** An entry as it stands in the journal, of this version or of an earlier one. */
import { longestName } from '../pack/idPattern.js';
import { endOfTime } from './endOfTime.js';
import type { JournalEntry } from './journal.js';
import { decodeEvent, encodeEvent, isKnownKind } from './storedEvent.js';

/** Minutes; no zone was ever further from UTC. */
const furthest = 24 * 60;

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < endOfTime;
/** Clocks go on behind the last time that was known, even one at the very end. */
const isClock = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 2 * endOfTime;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestName;
const isZone = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= furthest;

/** How many keys an entry has, by version, a zone aside. One more, such as a sum whose name was damaged, is damage. */
const keys = [0, 4, 5, 6] as const;

/** An entry as it may stand in a line; nothing of it is certain. */
interface Stored {
  readonly v?: unknown;
  readonly id?: unknown;
  readonly clock?: unknown;
  readonly time?: unknown;
  readonly zone?: unknown;
  readonly device?: unknown;
  readonly event?: unknown;
}

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

/**
 * What it is: an entry, what only a later version understands, or damaged.
 *
 * @param beside how many keys may stand beside those of an entry
 */
export function decodeEntry(value: unknown, beside = 0): JournalEntry | 'later' | 'damaged' {
  if (typeof value !== 'object' || value === null) return 'damaged';
  const stored = value as Stored;
  const { v, id, time, zone, event } = stored;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return 'damaged';
  if (v > 3) return 'later';
  const clock = v < 3 ? time : stored.clock;
  const device = v === 1 ? 'unknown' : stored.device;
  const count = (keys[v] ?? 0) + (zone === undefined ? 0 : 1) + beside;
  const isWhole =
    isId(id) &&
    isTime(time) &&
    isClock(clock) &&
    isId(device) &&
    (zone === undefined || (v === 3 && isZone(zone))) &&
    Object.keys(value).length === count;
  if (!isWhole) return 'damaged';
  const decoded = decodeEvent(event);
  if (!decoded) return isOfUnknownKind(event) ? 'later' : 'damaged';
  if (device !== lastDevice) lastDevice = device;
  return zone === undefined
    ? { id, clock, time, device: lastDevice, event: decoded }
    : { id, clock, time, zone, device: lastDevice, event: decoded };
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
