/** Code that stands in no file of the learner's, to be stepped through. */
import type { Snippet, SnippetFile } from '../pack/pack.js';

export interface SteppedCode {
  readonly title: string;
  readonly code: string;
  /** The line at which to begin, where that is not the first that runs; 1-based. */
  readonly begin?: number;
  /** What it needs. */
  readonly python?: string;
  readonly requires?: Snippet['requires'];
  /** Files beside it. */
  readonly files?: readonly SnippetFile[];
  /** Seconds. */
  readonly timeout?: number;
  /** Whether what it reads is at its end from the beginning. */
  readonly hasNoInput?: boolean;
}
