/** What of an exercise is proved by running it: which programs pass its checks, and that each check is in time. */
import { hasPassed } from '../../core/exercise/checkReport.js';
import type { CheckReport } from '../../core/exercise/checkReport.js';
import type { Measurement } from '../../core/exercise/measurement.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { UsableExercise } from '../content/loadPack.js';
import { programSnippet } from './programSnippet.js';
import type { Proof } from './proofs.js';

/** A check must be through in this part of the time that it has: learners' machines are slower than this one. */
const margin = 4;

type Judge = (report: CheckReport, exercise: Exercise) => readonly string[];
type Trial = readonly [what: string, code: string, judge: Judge];

/** Solutions pass, each check well in time; the starter and the wrong solutions are loaded and fail. */
export function exerciseProof({ exercise, wrong }: UsableExercise): Proof {
  const { id, approaches, starter, python, requires } = exercise;
  const trials: readonly Trial[] = [
    ...approaches.map(({ id, code }): Trial => [`solutions/${id}`, code, passes]),
    ['starter', starter, fails],
    ...wrong.map(({ name, code }): Trial => [`wrong/${name}`, code, fails]),
  ];
  const all = [exercise.checks, exercise.measure ?? '', ...trials.map(([, code]) => code)];
  return {
    name: id,
    rule: 'exercise',
    at: { file: `exercises/${id}/exercise.md`, line: 0 },
    snippet: { ...programSnippet(all.join('\n'), python), requires },
    prove: async (interpreter) => {
      const faults: string[] = [];
      for (const [what, code, judge] of trials) {
        const report = await interpreter.check(exercise, code);
        faults.push(...judge(report, exercise).map((fault) => `${what} ${fault}`));
      }
      for (const { id, code } of exercise.measure === undefined ? [] : approaches) {
        const fault = unmeasured(await interpreter.measure(exercise, code));
        if (fault !== undefined) faults.push(`solutions/${id} ${fault}`);
      }
      return faults.length === 0 ? undefined : faults.join('\n');
    },
  };
}

function passes(report: CheckReport, { timeout }: Exercise): readonly string[] {
  if (report.broken) return [brokenText(report)];
  const failed = report.cases.filter(({ outcome }) => outcome !== 'passed');
  const slow = report.cases.filter(({ seconds }) => seconds * margin > timeout);
  const mute = report.cases.filter(({ explanation }) => explanation.trim() === '');
  return [
    ...failed.map(
      ({ name, outcome, failure }) => `fails ${name} (${outcome}).\n${failure?.traceback ?? ''}`,
    ),
    ...slow.map(
      ({ name, seconds }) =>
        `takes ${seconds.toFixed(1)} seconds for ${name}; ${String(timeout / margin)} leave a margin.`,
    ),
    ...mute.map(({ name }) => `is told nothing by ${name}: give it a docstring.`),
    ...(hasPassed(report) || failed.length > 0 ? [] : ['is not checked at all.']),
  ];
}

/** Each solution must come to the largest input in good time. */
function unmeasured({ sizes, points, fault, done }: Measurement): string | undefined {
  if (fault) return `cannot be measured (${fault.part}): ${fault.words}`;
  if (done && points.length === sizes.length) return undefined;
  return `is measured up to ${String(points.at(-1)?.size ?? 0)} of ${String(sizes.at(-1) ?? 0)}: larger inputs take too long.`;
}

function fails(report: CheckReport): readonly string[] {
  if (report.broken) return [brokenText(report)];
  return hasPassed(report) ? ['passes every check.'] : [];
}

function brokenText({ broken }: CheckReport): string {
  const said = broken?.failure?.traceback ?? broken?.output ?? '';
  return `cannot be checked (${broken?.part ?? ''}: ${broken?.outcome ?? ''}).\n${said}`;
}
