/** Checks packs as a command line asks for it, and reports what it found. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { countsOf, findingsOf } from '../../../app/proving/finding.js';
import type { PackReport } from '../../../app/proving/finding.js';
import { reportFormats } from '../../../app/proving/formats/reportFormats.js';
import { provePack } from '../../../app/proving/provePack.js';
import type { ProvingOptions } from '../../../app/proving/provePack.js';
import type { ProvingPython } from '../../../app/proving/provingPython.js';
import { openPackFolder } from '../packs/packFolder.js';
import type { CheckOptions } from './checkOptions.js';
import { MachinePythons } from './machinePythons.js';
import type { CheckTools, PythonFolders } from './machinePythons.js';

/** As documented for those who call the program. */
export const exitCodes = { sound: 0, faulty: 1, misused: 2, missing: 3 } as const;

/** What the program is. */
export interface CheckProgram {
  readonly version: string;
  /** The texts of its programs in Python. */
  readonly tools: CheckTools;
}

/** What a project adds to the program for its own packs. */
export interface Additions extends Pick<ProvingOptions, 'authorsRules'> {
  readonly folders?: PythonFolders;
}

/** Writes with `write` to standard output; resolves with the exit code. */
export async function checkPacks(
  options: CheckOptions,
  { version, tools }: CheckProgram,
  write: (text: string) => void,
  additions: Additions = {},
): Promise<number> {
  const machine = await MachinePythons.open(tools, additions.folders);
  try {
    const pythons = await pythonsOf(options, machine);
    if (typeof pythons === 'string') {
      write(`${pythons}\n`);
      return exitCodes.missing;
    }
    const reports: PackReport[] = [];
    for (const root of options.packs) {
      const { only, every, day } = options;
      const atOnce = availableParallelism() + 1;
      const { authorsRules } = additions;
      const own = authorsRules ? { authorsRules } : {};
      const proving = { only, every, day, pythons, atOnce, ...own };
      reports.push(await provePack(root, openPackFolder, proving));
    }
    const text = reportFormats[options.format](reports, version);
    if (options.output === undefined) write(text);
    else {
      await writeFile(options.output, text);
      const { passed, failed, skipped } = countsOf(reports);
      write(`${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped\n`);
    }
    return exitCode(reports, options.strict);
  } finally {
    await machine.dispose();
  }
}

/** The interpreters to use, or why there are none, as a sentence. */
async function pythonsOf(
  { pythons }: CheckOptions,
  machine: MachinePythons,
): Promise<readonly ProvingPython[] | string> {
  if (pythons.includes('none')) return [];
  const found: ProvingPython[] = [];
  try {
    for (const name of pythons) {
      if (name === 'all') found.push(...(await machine.all()));
      else found.push(await machine.named(name));
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (found.length > 0) return found;
  return 'No Python from 3.10 on was found: name one with --python, or run no programs with --python none.';
}

function exitCode(reports: readonly PackReport[], strict: boolean): number {
  if (reports.some(({ readable }) => !readable)) return exitCodes.missing;
  const failing = findingsOf(reports).filter(({ severity }) => strict || severity === 'error');
  return failing.length > 0 ? exitCodes.faulty : exitCodes.sound;
}
