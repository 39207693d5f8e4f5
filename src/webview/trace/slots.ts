/** Where each object stands: once it has a place it keeps it as long as it lives, so that nothing jumps. */
import type { Recording } from '../../core/trace/recording.js';

/** By step, the place of each object; places are numbered from 0, and one that is free again is taken again. */
export function placesOf(recording: Recording): readonly ReadonlyMap<number, number>[] {
  const all: ReadonlyMap<number, number>[] = [];
  let before: ReadonlySet<number> | undefined;
  let places: ReadonlyMap<number, number> = new Map();
  for (const ids of recording.objects()) {
    if (ids !== before) places = placed(ids, places);
    before = ids;
    all.push(places);
  }
  return all;
}

/** @param before where they stood a step before */
function placed(
  ids: ReadonlySet<number>,
  before: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const now = new Map([...before].filter(([id]) => ids.has(id)));
  const taken = new Set(now.values());
  let free = 0;
  for (const id of ids) {
    if (now.has(id)) continue;
    while (taken.has(free)) free += 1;
    now.set(id, free);
    taken.add(free);
  }
  return now;
}
