/** A failed check of an exercise as a program that makes that one check alone. */
import type { Exercise } from '../../core/pack/exercise.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';

/** What is stepped through needs of an exercise. */
type Stepped = Pick<Exercise, 'module' | 'checks' | 'files' | 'python' | 'requires' | 'timeout'>;

/**
 * The learner's module, the checks, and a program that calls one of them.
 *
 * @param name as the checker names the case: `test_x`, `test_x[case]` or `Class.test_x`
 * @param text the learner's module
 */
export function steppedCase(exercise: Stepped, name: string, text: string): SteppedCode {
  const { module, checks, files, python, requires, timeout } = exercise;
  const lines = callOf(name, checks);
  return {
    title: name,
    code: `${lines.join('\n')}\n`,
    begin: lines.length,
    python,
    requires,
    timeout,
    hasNoInput: true,
    files: [...files, { path: `${module}.py`, text }, { path: 'checks.py', text: checks }],
  };
}

/** The lines of the program, of which the last makes the check. */
function callOf(name: string, checks: string): readonly string[] {
  const [, test = name, given] = /^([^[]*)\[(.*)\]$/s.exec(name) ?? [];
  const [owner = '', method] = test.split('.');
  if (method !== undefined) return ['import checks', '', `checks.${owner}("${method}").debug()`];
  const isAsync = [...checks.matchAll(/^async[ \t]+def[ \t]+([^\s(]+)/gm)].some(
    ([, each]) => each === test,
  );
  const call = (among: string): string =>
    isAsync ? `asyncio.run(checks.${test}(${among}))` : `checks.${test}(${among})`;
  const imports = isAsync ? ['import asyncio', '', 'import checks'] : ['import checks'];
  if (given === undefined) return [...imports, '', call('')];
  const wanted = JSON.stringify(given);
  return [
    ...imports,
    '',
    `cases = {str(name): case for name, case in checks.${test}.cases.items()}`,
    `given = cases[${wanted}]`,
    'named = given if isinstance(given, dict) else {}',
    'placed = () if named else given',
    call('*placed, **named'),
  ];
}
