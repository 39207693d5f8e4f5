/** What a pack holds of exercises once it is parsed; plain, serializable data as all of `pack.ts`. */
import type { Level, Needs, SnippetFile } from './pack.js';

/** What the tree and a quick pick need to know of an exercise. */
export interface ExerciseSummary {
  readonly id: string;
  readonly packId: string;
  readonly topic: string;
  readonly title: string;
  readonly short?: string;
  readonly order: number;
  readonly level: Level;
  readonly tags: readonly string[];
  /** That a strong candidate takes. */
  readonly minutes: number;
}

/** A task for which the learner writes a module of their own, which checks then import. */
export interface Exercise extends ExerciseSummary, Needs {
  readonly related: readonly string[];
  readonly prerequisites: readonly string[];
  readonly sources: readonly string[];
  /** The task, as Markdown without the front matter. */
  readonly body: string;
  /** Markdown, each a step further than the one before. */
  readonly hints: readonly string[];
  /** The name under which the checks import what the learner writes. */
  readonly module: string;
  readonly starter: string;
  /** Python: functions `test_…` and classes of `unittest`. */
  readonly checks: string;
  /** Python that says how a solution is measured: `sizes`, `make_input(n)` and `run(module, data)`. */
  readonly measure?: string;
  /** Seconds that each check may take. */
  readonly timeout: number;
  /** In the author's order. */
  readonly approaches: readonly Approach[];
  /** What lies beside the learner's module when the checks run. */
  readonly files: readonly SnippetFile[];
}

/** One good solution. */
export interface Approach {
  /** Its file's name without the ending. */
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** Inline Markdown: what it costs. */
  readonly time: string;
  readonly memory: string;
  /** Markdown: when one would choose it. */
  readonly when: string;
  /** Markdown around the code; may be empty. */
  readonly text: string;
}
