/** Has programs recorded step by step: what to start them with, and what was written about them. */
import { mkdtempSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { RecordingOptions } from '../../../app/running/pythonServices.js';
import { openRegular } from '../files/regularFile.js';
import { removeTemporaryFolder, temporaryPath } from '../files/temporaryFolders.js';

/** A recording that is being made. */
export interface RecordingInProgress {
  /** Absolute path of the one that it is written to. */
  readonly folder: string;
  /** What the program is started with, beside its path. */
  readonly variables: Readonly<Record<string, string>>;
  readonly pythonPath: string;
  /** Whether the time to record it is up while it goes on. */
  isOver(): Promise<boolean>;
  readonly afterwards?: number;
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
    { counts = false, afterwards, ...own }: RecordingOptions = {},
  ): RecordingInProgress {
    const folder = mkdtempSync(temporaryPath('run'));
    const file = join(folder, 'recording.jsonl');
    const limits = Object.entries({ ...this.limits, ...own, counts: counts ? 1 : 0 })
      .map(([name, limit]) => `${name} ${limit}`)
      .join(',');
    return {
      folder,
      variables: { INTERVIEW_LAB_RECORD: [file, root, limits].join('\n') },
      pythonPath: [this.folder, pythonPath].filter((path) => path !== '').join(delimiter),
      ...(afterwards === undefined ? {} : { afterwards }),
      isOver: async () => (await endOf(file)).includes('{"end":"time"'),
      take: async () => {
        // The program may have put something else there.
        const text = await textOf(file, mostBytes(this.limits.bytes));
        await removeTemporaryFolder(folder);
        return text;
      },
    };
  }
}

/** Characters that hold the last line of a recording, when it says that it has ended. */
const lastLine = 200;

/** What is read of a recording, for each byte after which the recorder leaves out what lies in the middle. */
const mostBytes = (limit: number): number => 8 * limit;

/** All of a file; empty when there is none, or more in it than the recorder writes. */
async function textOf(path: string, most: number): Promise<string> {
  const file = await openRegular(path).catch(() => undefined);
  if (!file) return '';
  try {
    return (await file.stat()).size > most ? '' : await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** The end of a file; empty while there is none. */
async function endOf(path: string): Promise<string> {
  const file = await openRegular(path).catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - lastLine);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lastLine), 0, lastLine, from);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
