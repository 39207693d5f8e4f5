/** What the content lane is asked for on its command line. */
import { parseArgs } from 'node:util';

export interface LaneOptions {
  /** Ids of what alone is proved: `gil`, `gil/switch-interval`, `internals`, `internals#refcount`; empty for all. */
  readonly only: readonly string[];
  /** Every program on every Python that fits it, instead of a sample of them. */
  readonly every: boolean;
  /** What the sample depends on. */
  readonly day: string;
}

export function laneOptions(args: readonly string[]): LaneOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      every: { type: 'boolean', default: false },
      day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const only = values.only.flatMap((ids) => ids.split(',')).filter((id) => id !== '');
  // Whoever proves a single thing wants to know it of every Python.
  return { only, every: values.every || only.length > 0, day: values.day };
}

/** Whether something is to be proved; what holds `name` counts as well, and so does what it holds. */
export function isWanted(only: readonly string[], name: string): boolean {
  return only.length === 0 || only.some((id) => name === id || name.startsWith(`${id}/`) || name.startsWith(`${id}#`) || name.startsWith(`${id} `));
}
