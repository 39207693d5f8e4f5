/** Has programs recorded step by step: what to start them with, and what was written about them. */
import { mkdtempSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { RecordingOptions } from '../../../app/running/pythonServices.js';
import { readRegular } from '../files/regularFile.js';
import { removeTemporaryFolder, temporaryPath } from '../files/temporaryFolders.js';

/** A recording that is being made. */
export interface RecordingInProgress {
  /** What the program is started with, beside its path. */
  readonly variables: Readonly<Record<string, string>>;
  readonly pythonPath: string;
  /** Resolves with what was written so far, and removes it; empty when nothing was. */
  take(): Promise<string>;
}

/** Where a recording ends, or leaves something out. */
export interface RecordingLimits {
  readonly steps: number;
  /** Of processor time. */
  readonly seconds: number;
  readonly bytes: number;
  readonly threads: number;
  /** Of a thread, at one step. */
  readonly frames: number;
  /** At one step. */
  readonly objects: number;
  /** Of an object. */
  readonly items: number;
  /** Characters of a value. */
  readonly text: number;
}

const usualLimits: RecordingLimits = {
  steps: 5000,
  seconds: 10,
  bytes: 8_000_000,
  threads: 8,
  frames: 50,
  objects: 300,
  items: 30,
  text: 80,
};

export class Recordings {
  /** @param folder absolute path of the one that holds `recorder.py` and `sitecustomize.py`. */
  constructor(
    private readonly folder: string,
    private readonly limits: RecordingLimits = usualLimits,
  ) {}

  /**
   * @param root absolute path of the folder whose code is recorded
   * @param pythonPath what else is on the path
   */
  begin(
    root: string,
    pythonPath = '',
    { counts = false, ...own }: RecordingOptions = {},
  ): RecordingInProgress {
    const folder = mkdtempSync(temporaryPath('run'));
    const file = join(folder, 'recording.jsonl');
    const limits = Object.entries({ ...this.limits, ...own, counts: counts ? 1 : 0 })
      .map(([name, limit]) => `${name} ${limit}`)
      .join(',');
    return {
      variables: { INTERVIEW_LAB_RECORD: [file, root, limits].join('\n') },
      pythonPath: [this.folder, pythonPath].filter((path) => path !== '').join(delimiter),
      take: async () => {
        // The program may have put something else there.
        const text = await readRegular(file).catch(() => undefined);
        await removeTemporaryFolder(folder);
        return text?.toString('utf8') ?? '';
      },
    };
  }
}
