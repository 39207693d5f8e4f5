import { hash } from '../../src/core/quiz/shuffle.js';
import type { ContentPython } from './interpreters.js';

/** One in so many of the Pythons between the oldest and the newest is taken. */
const oneIn = 5;

/**
 * The Pythons that a run takes for a program: the oldest and the newest native one, since what a version changes shows
 * between them, and of the others a sample that changes from day to day.
 *
 * @param fitting in order of their versions
 */
export function chosenPythons(name: string, fitting: readonly ContentPython[], day: string): readonly ContentPython[] {
  const native = fitting.filter(({ kind }) => kind === 'native');
  const ends = [native[0] ?? fitting[0], native.at(-1)];
  return fitting.filter((python) => ends.includes(python) || hash(`${day} ${name} ${python.name}`) % oneIn === 0);
}
