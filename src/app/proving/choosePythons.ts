import { hash } from '../../core/quiz/shuffle.js';
import type { Proof } from './proofs.js';
import type { ProvingPython } from './provingPython.js';

/** WebAssembly's starts many times as slowly as a native one: it is drawn for one program in so many. */
const oneInWasm = 10;

/**
 * The Pythons that a run takes for a program: the newest native one, and another that changes from day to day. Where the
 * author says that the output depends on the version, the oldest is taken as well, since that shows between the ends.
 * The programs of an exercise are many and start one by one: one Python a day, another each day.
 *
 * @param fitting in order of their versions
 */
export function chosenPythons(
  { name, snippet, rule }: Proof,
  fitting: readonly ProvingPython[],
  day: string,
): readonly ProvingPython[] {
  const drawn = (of: number): number => hash(`${day} ${name}`) % of;
  if (rule === 'exercise') {
    const natives = fitting.filter(({ kind }) => kind === 'native');
    const only = drawn(natives.length);
    return natives.filter((_, at) => at === only);
  }
  const newest = fitting.findLast(({ kind }) => kind === 'native') ?? fitting[0];
  const others = fitting.filter(
    (python) => python !== newest && (python.kind === 'native' || drawn(oneInWasm) === 0),
  );
  const wasm = others.find(({ kind }) => kind === 'wasm');
  const other = wasm ?? others[drawn(others.length)];
  const oldest = snippet.expected.some(({ python }) => python !== undefined)
    ? fitting[0]
    : undefined;
  return fitting.filter((python) => [newest, other, oldest].includes(python));
}
