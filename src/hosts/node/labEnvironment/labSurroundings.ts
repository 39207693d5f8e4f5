import type { Log } from '../../../app/log.js';
import type { Machine } from '../../../app/ports.js';
import type { Runner } from '../../../app/running/pythonServices.js';

/** Where it is found, in words for the user. */
export const labOrigin = 'Lab environment';
/** Written last: a folder without it is no finished environment. */
export const labRecord = 'interview-lab.json';

export interface LabSurroundings {
  /** Absolute path of the extension's storage. */
  readonly storage: string;
  readonly machine: Machine;
  readonly runner: Pick<Runner, 'startTool'>;
  readonly log: Pick<Log, 'info'>;
}
