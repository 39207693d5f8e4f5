import { hash } from '../../src/core/quiz/shuffle.js';
import type { ContentPython } from './interpreters.js';

/** One in so many of the Pythons between the oldest and the newest is taken; WebAssembly's starts many times as slowly. */
const oneIn = { native: 5, wasm: 10 };

/**
 * The Pythons that a run takes for a snippet or for what an item prints: the oldest and the newest native one, since
 * what a version changes shows between them, and of the others a sample that changes from day to day.
 *
 * @param fitting in order of their versions
 */
export function chosenPythons(name: string, fitting: readonly ContentPython[], day: string): readonly ContentPython[] {
  const ends = [oldest(fitting), newest(fitting)];
  return fitting.filter((python) => ends.includes(python) || isDrawn(python, name, day));
}

/** For the many programs of an item, which no version makes right or wrong: the newest native one, and another each day. */
export function twoPythons(name: string, fitting: readonly ContentPython[], day: string): readonly ContentPython[] {
  const best = newest(fitting) ?? fitting[0];
  const others = fitting.filter((python) => python !== best && (python.kind === 'native' || isDrawn(python, name, day)));
  const other = others.length === 0 ? undefined : others[hash(`${day} ${name}`) % others.length];
  return [best, other].filter((python) => python !== undefined);
}

function oldest(fitting: readonly ContentPython[]): ContentPython | undefined {
  return fitting.find(({ kind }) => kind === 'native') ?? fitting[0];
}

function newest(fitting: readonly ContentPython[]): ContentPython | undefined {
  return fitting.findLast(({ kind }) => kind === 'native');
}

function isDrawn(python: ContentPython, name: string, day: string): boolean {
  return hash(`${day} ${name} ${python.name}`) % oneIn[python.kind] === 0;
}
