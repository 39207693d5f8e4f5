import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { hash } from '../../../../../src/core/quiz/shuffle.js';

/** One that is drawn for a program each day; all where `PYTHONS=every`, and those of some versions where `PYTHONS=3.14,3.15`. */
export function drawnPythons(
  every: readonly Interpreter[],
  program: string,
): readonly Interpreter[] {
  if (process.env['PYTHONS'] === 'every') return every;
  const named = process.env['PYTHONS']?.split(',');
  if (named) return every.filter(({ version }) => named.some((each) => version.startsWith(each)));
  const day = new Date().toISOString().slice(0, 10);
  const drawn = every[hash(`${day} ${program}`) % Math.max(1, every.length)];
  return drawn ? [drawn] : [];
}
