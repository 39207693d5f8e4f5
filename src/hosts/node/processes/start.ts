import type { Variables } from '../../../app/running/environment.js';

/** A process to start. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Variables;
}
