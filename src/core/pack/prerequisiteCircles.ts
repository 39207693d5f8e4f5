/** Questions that want each other to be read first: no order of reading would do. */
import { shorten } from './faults.js';
import type { Fault, Place } from './pack.js';

/** What a question wants to be read before it. */
export interface Prerequisites {
  readonly id: string;
  readonly prerequisites: readonly string[];
  /** Its path within the pack. */
  readonly file: string;
  /** Where each of them stands. */
  readonly places: readonly Place[];
}

/** Ids of a circle that are named. */
const mostNamed = 6;

/**
 * A fault at each prerequisite that closes a circle; one that points to itself is told elsewhere. A depth-first search
 * without recursion: the work grows with the questions and their prerequisites.
 */
export function prerequisiteCircles(all: readonly Prerequisites[]): readonly Fault[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  for (const start of all) {
    /** The way from where the search began, and the next prerequisite of each. */
    const way: { readonly at: Prerequisites; next: number }[] = [];
    const places = new Map<string, number>();
    const enter = (at: Prerequisites): void => {
      places.set(at.id, way.length);
      way.push({ at, next: 0 });
    };
    if (!done.has(start.id)) enter(start);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { at, next } = step;
      const id = at.prerequisites[next];
      step.next += 1;
      if (id === undefined) {
        way.pop();
        places.delete(at.id);
        done.add(at.id);
        continue;
      }
      const from = places.get(id);
      const wanted = byId.get(id);
      if (from === undefined) {
        if (wanted && !done.has(id)) enter(wanted);
      } else if (id !== at.id) {
        const circle = [...way.slice(from, from + mostNamed).map((each) => each.at.id), id];
        faults.push({
          file: at.file,
          ...(at.places[next] ?? { line: 0 }),
          message: `Prerequisites lead in a circle: ${circle.map((each) => shorten(each, 40)).join(', ')}.`,
        });
      }
    }
  }
  return faults;
}
