import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { hash } from '../../../../../src/core/quiz/shuffle.js';

/** One that is drawn for a program each day; all of them where `PYTHONS=every`. */
export function drawnPythons(
  every: readonly Interpreter[],
  program: string,
): readonly Interpreter[] {
  if (process.env['PYTHONS'] === 'every') return every;
  const day = new Date().toISOString().slice(0, 10);
  const drawn = every[hash(`${day} ${program}`) % Math.max(1, every.length)];
  return drawn ? [drawn] : [];
}
