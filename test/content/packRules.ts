/** Rules for the shipped pack as a whole: its paths, and what share each kind of item has. */
import type { Question, QuizItem } from '../../src/core/pack/pack.js';

const leastShareOfKind = 0.08;

/** Questions of a path that come before what they build on. */
export function outOfOrder(path: readonly string[], questions: readonly Question[]): readonly string[] {
  return path.flatMap((id, place) => {
    const needs = questions.find((question) => question.id === id)?.prerequisites ?? [];
    const late = needs.filter((need) => path.indexOf(need) > place);
    return late.map((need) => `${id} comes before ${need}, on which it builds`);
  });
}

export function countsOf<T extends string>(names: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export function rareKinds(items: readonly QuizItem[]): readonly string[] {
  const rare = [...countsOf(items.map(({ kind }) => kind))].filter(([, count]) => count < items.length * leastShareOfKind);
  return rare.map(([kind, count]) => `only ${String(count)} of ${String(items.length)} are ${kind}`);
}
