/** What is started, and how. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Beside what every Python is given; undefined takes a variable away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  /** Seconds. */
  readonly timeout?: number;
  /** What the marks of its streams begin with, when they have any; see `StreamMarks`. */
  readonly marks?: string;
  /** Whether its marks also tell when it has begun, and from then on when it waits for input. */
  readonly tellsWaiting?: boolean;
  /** What is written about it, when it is recorded step by step. */
  readonly recording?: {
    /** Absolute path of the one that it is written to. */
    readonly folder: string;
    take(): Promise<string>;
    /** Whether its time to be recorded is up, and it goes on without that. */
    isOver(): Promise<boolean>;
    /** Seconds for which it may then go on; as long as it likes when left out. */
    readonly afterwards?: number;
  };
}
