import { SegmentedJournal } from '../../../src/app/journal/segmentedJournal.js';
import type { AppendLog } from '../../../src/app/ports.js';
import { WholeFiles } from './journal/wholeFiles.js';

let writers = 0;

/** The journal of one window; windows that share a log share what is stored. */
export function memoryJournal(
  log: AppendLog = new WholeFiles(),
  now: () => number = () => 1000,
): SegmentedJournal {
  writers += 1;
  return new SegmentedJournal({
    log,
    name: 'journal',
    writer: `window${String(writers)}`,
    device: 'here',
    now,
    zoneAt: () => 0,
    pause: () => Promise.resolve(),
  });
}
