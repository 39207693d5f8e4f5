import type { SnippetFile } from '../../core/pack/pack.js';
import type { OutputChunk, OutputTail, RunReport } from '../../protocol/question.js';
import type { Run } from '../running/pythonServices.js';

export interface Wish {
  /** The author's version, not the learner's. */
  readonly original: boolean;
  /** Whatever is lacking. */
  readonly anyway: boolean;
}

/** The last run of a snippet, which a page that comes back is told of. */
export interface Shown {
  readonly snippet: string;
  readonly original: boolean;
  readonly output: OutputChunk[];
  /** What follows when that is all that can be shown of the beginning. */
  tail?: OutputTail;
  /** The learner's files that run, where they are not the author's. */
  ran: readonly SnippetFile[];
  readsInput: boolean;
  /** Left out before the process is there: to find a Python may take seconds. */
  run?: Run;
  stopped: boolean;
  report?: RunReport;
  savedTo?: string;
}

export function stop(shown: Shown): void {
  shown.stopped = true;
  shown.run?.stop();
}
