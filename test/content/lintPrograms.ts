/** Every program of the content, checked by ruff under `ruff.toml`. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UsableExercise } from '../../src/app/content/loadPack.js';
import type { AuthoredPack } from '../../src/app/proving/provePack.js';
import type { Report } from '../../src/app/proving/report.js';

const settings = join(dirname(fileURLToPath(import.meta.url)), 'ruff.toml');

/** A program to learn from, one that is asked about, one that checks others, and one that is or was made to be wrong. */
type Intent = 'sound' | 'asked' | 'checks' | 'faulty';

export interface Program {
  readonly name: string;
  readonly intent: Intent;
  /** PEP 440 range. */
  readonly python: string;
  readonly code: string;
}

export function programsOf({ questions, quizzes, exercises }: AuthoredPack): readonly Program[] {
  const snippets = questions.flatMap(({ id, code }) =>
    code.map(({ name, python, code }): Program => ({ name: `${id}/${name}`, intent: 'asked', python, code })),
  );
  const shown = quizzes.flatMap(({ quiz: { id, items } }) =>
    items.flatMap((item): Program[] =>
      item.kind === 'output' && item.snippet === undefined
        ? [{ name: `${id}#${item.id}`, intent: 'asked', python: item.python, code: item.code }]
        : [],
    ),
  );
  const proving = quizzes.flatMap(({ quiz: { id: quiz }, proofs }) =>
    proofs.flatMap(({ item, python, checks, right, wrong, starter }) => {
      const program = (what: string, intent: Intent, code: string): Program => ({ name: `${quiz}#${item} ${what}`, intent, python, code });
      return [
        ...right.map((code, at) => program(`right ${String(at + 1)}`, starter === undefined ? 'faulty' : 'sound', code)),
        ...right.slice(0, 1).map((code) => program('checks', 'checks', `${code}\n${checks.join('\n')}`)),
        ...wrong.map(({ code }, at) => program(`wrong ${String(at + 1)}`, 'faulty', code)),
        ...(starter === undefined ? [] : [program('starter', 'faulty', starter)]),
      ];
    }),
  );
  return [...snippets, ...shown, ...proving, ...exercises.flatMap(exercisePrograms)];
}

function exercisePrograms({ exercise, wrong }: UsableExercise): readonly Program[] {
  const { id, python, starter, checks, measure, approaches } = exercise;
  const program = (part: string, intent: Intent, code: string): Program => ({ name: `${id}/${part}`, intent, python, code });
  return [
    program('starter', 'faulty', starter),
    program('checks', 'checks', checks),
    ...(measure === undefined ? [] : [program('measure', 'checks', measure)]),
    ...approaches.map(({ id, code }) => program(`solutions/${id}`, 'sound', code)),
    ...wrong.map(({ name, code }) => program(`wrong/${name}`, 'faulty', code)),
  ];
}

/** @param folder that holds ruff, or undefined where it cannot be had, which is then said */
export async function lintPrograms(programs: readonly Program[], folder: string | undefined, report: Report): Promise<void> {
  if (folder === undefined) {
    report.skip('house', 'ruff', 'it is not on this machine: see nativePythons.sh');
    return;
  }
  const place = await mkdtemp(join(tmpdir(), 'interview-lab-ruff-'));
  try {
    for (const { name, intent, python, code } of programs) {
      const file = join(place, targetOf(python), intent, `${name}.py`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, code);
    }
    await copyFile(settings, join(place, 'ruff.toml'));
    const faults = (await ruff(join(folder, 'ruff'), place)).split('\n').filter((line) => line.includes(': '));
    report.check('house', `ruff on ${String(programs.length)} programs`, { file: 'pack.yaml', line: 0 }, faults);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The oldest Python of a range, as ruff names it. */
function targetOf(python: string): string {
  return `py3${/>=?\s*3\.(\d+)/.exec(python)?.[1] ?? '10'}`;
}

/** What ruff says, a line a fault. It ends with 1 where there are some. */
async function ruff(program: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, ['check', '--output-format=concise', '--quiet', '--no-cache', '.'], { cwd, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(`ruff: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}
