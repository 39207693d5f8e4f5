/** The journal on this machine's disk, which any number of windows share. Needs Node, not VS Code. */
import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { SegmentedJournal } from '../../../app/journal/segmentedJournal.js';
import type { OpenToAppend } from './journalAppender.js';
import { minutesAhead } from '../../../app/localZone.js';
import type { Disposable } from '../../../app/disposable.js';
import type { StoredJournal } from '../../../app/journal/storedJournal.js';
import { watchFiles } from '../files/fileWatch.js';
import { NodeAppendLog } from './nodeAppendLog.js';

export class JournalFile extends SegmentedJournal implements StoredJournal {
  /** @param path of the file of earlier versions, beside which the segments lie */
  constructor(
    readonly path: string,
    now: () => number = Date.now,
    device = 'unknown',
    openFile?: OpenToAppend,
    zoneAt: (time: number) => number = minutesAhead,
  ) {
    super({
      log: new NodeAppendLog(dirname(path), openFile),
      name: basename(path, '.jsonl'),
      writer: randomUUID(),
      device,
      now,
      zoneAt,
      pause,
    });
  }

  get damagedPath(): string {
    return `${this.path}.damaged`;
  }

  watch(changed: () => void, failed: (error: unknown) => void): Disposable {
    const isSegment = (name: string): boolean =>
      name.startsWith('journal.') && name.endsWith('.jsonl');
    return watchFiles(dirname(this.path), isSegment, changed, failed);
  }
}
