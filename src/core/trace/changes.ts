/** What a step changes, and who changed a name or an object. */
import type { Recording } from './recording.js';
import type { Step } from './step.js';

/** What is new in a step: names by `frame.name`, and objects. */
export interface Changes {
  readonly names: ReadonlySet<string>;
  readonly objects: ReadonlySet<number>;
}

/** @param before the step before, when there is one */
export function changesIn(now: Step, before: Step | undefined): Changes {
  if (!before) return { names: new Set(), objects: new Set() };
  const names = new Set<string>();
  for (const [frame, own] of now.names)
    for (const [name, value] of own)
      if (before.names.get(frame)?.get(name) !== value) names.add(`${frame}.${name}`);
  const objects = new Set<number>();
  for (const [id, object] of now.heap) {
    const earlier = before.heap.get(id);
    if (earlier !== object && JSON.stringify(earlier) !== JSON.stringify(object)) objects.add(id);
  }
  return { names, objects };
}

/** A name of a frame, or an object. */
export type Watched = { readonly frame: number; readonly name: string } | { readonly id: number };

/** The steps at which each name and each object changes. */
export class ChangeIndex {
  private readonly steps = new Map<string, number[]>();

  constructor(recording: Recording) {
    let before: Step | undefined;
    for (let at = 0; at < recording.length; at++) {
      const now = recording.at(at);
      const { names, objects } = changesIn(now, before);
      for (const name of names) this.add(name, at);
      for (const id of objects) this.add(String(id), at);
      before = now;
    }
  }

  /** The step nearest to `from`, after it or before it, that changes what is watched; undefined when none does. */
  nearest(watched: Watched, from: number, direction: 1 | -1): number | undefined {
    const key = 'id' in watched ? String(watched.id) : `${watched.frame}.${watched.name}`;
    const steps = this.steps.get(key) ?? [];
    return direction === 1
      ? steps.find((step) => step > from)
      : steps.findLast((step) => step < from);
  }

  private add(key: string, at: number): void {
    const steps = this.steps.get(key);
    if (steps) steps.push(at);
    else this.steps.set(key, [at]);
  }
}
