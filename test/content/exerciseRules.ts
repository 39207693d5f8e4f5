/** What each exercise of the shipped pack must meet beyond being valid. */
import type { Approach, Exercise } from '../../src/core/pack/exercise.js';
import type { WrongSolution } from '../../src/core/pack/parseExercise.js';

const least = { approaches: 2, wrong: 2, hints: 2 } as const;
/** Of what learners read; ruff has a limit of its own. */
const columns = 88;
/** Of a solution's own lines that hints may hold together. */
const mostGiven = 1 / 3;
/** Shorter lines, such as `else:`, give nothing away. */
const telling = 9;

export function exerciseFaults(exercise: Exercise, wrong: readonly WrongSolution[]): readonly string[] {
  const { approaches, hints, starter, short } = exercise;
  const counts = { approaches: approaches.length, wrong: wrong.length, hints: hints.length };
  const programs = [starter, ...approaches.map(({ code }) => code)];
  return [
    ...Object.entries(least).flatMap(([what, wanted]) => {
      const count = counts[what as keyof typeof counts];
      return count < wanted ? [`it has ${String(count)} ${what}; ${String(wanted)} are wanted`] : [];
    }),
    ...(short === undefined ? ['it has no short title'] : []),
    ...approaches.flatMap((approach) => givenAway(approach, exercise)),
    ...programs.flatMap((program) => program.split('\n').filter((line) => line.length > columns).map((line) => `“${line.trim()}” is longer than ${String(columns)} columns`)),
  ];
}

/** Hints lead to a solution and do not hold it. */
function givenAway({ id, code }: Approach, { hints, starter, body }: Exercise): readonly string[] {
  const known = new Set(`${starter}\n${body}`.split('\n').map((line) => line.trim()));
  const own = [...new Set(code.split('\n').map((line) => line.trim()))].filter((line) => line.length >= telling && !known.has(line));
  const told = hints.join('\n');
  const given = own.filter((line) => told.includes(line));
  return given.length > own.length * mostGiven ? [`its hints hold ${String(given.length)} of the ${String(own.length)} lines of ${id}`] : [];
}
