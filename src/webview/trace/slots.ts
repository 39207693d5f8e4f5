/** Where each object stands: once it has a place it keeps it as long as it lives, so that nothing jumps. */
import type { Recording } from '../../core/trace/recording.js';

/** By step, the place of each object; places are numbered from 0, and one that is free again is taken again. */
export function placesOf(recording: Recording): readonly ReadonlyMap<number, number>[] {
  const all: ReadonlyMap<number, number>[] = [];
  let before: ReadonlyMap<number, number> = new Map();
  for (let at = 0; at < recording.length; at++) {
    const heap = recording.at(at).heap;
    const isSame = heap.size === before.size && [...heap.keys()].every((id) => before.has(id));
    if (!isSame) {
      const now = new Map([...before].filter(([id]) => heap.has(id)));
      const taken = new Set(now.values());
      let place = 0;
      for (const id of heap.keys()) {
        if (now.has(id)) continue;
        while (taken.has(place)) place += 1;
        now.set(id, place);
        taken.add(place);
      }
      before = now;
    }
    all.push(before);
  }
  return all;
}
