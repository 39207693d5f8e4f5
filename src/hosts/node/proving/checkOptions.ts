/** What `lab.mjs check` is asked for on its command line. */
import { parseArgs } from 'node:util';
import { reportFormats } from '../../../app/proving/formats/reportFormats.js';
import type { ReportFormat } from '../../../app/proving/formats/reportFormats.js';

export interface CheckOptions {
  /** Folders. */
  readonly packs: readonly string[];
  /** Paths, commands or versions; `all` for what the machine has, `none` to run nothing. */
  readonly pythons: readonly string[];
  readonly format: ReportFormat;
  /** A file that the report is written to; undefined for standard output. */
  readonly output: string | undefined;
  readonly only: readonly string[];
  readonly every: boolean;
  readonly day: string;
  /** Warnings fail the check as well. */
  readonly strict: boolean;
}

export const usage = `Usage: node lab.mjs check PACK... [options]
       node lab.mjs import FILE... --to FOLDER

Checks packs of Python Interview Lab: their format, their quizzes, and every program by running it.

  --python WHAT    a path, a command or a version (3.12) of a Python to run programs on; may be given several times.
                   “all” means those of this machine (the default), “none” runs nothing
  --format NAME    text (the default), json, github, sarif or junit
  --output FILE    writes the report there, and the counts to standard output
  --only ID,...    proves these alone: a question, question/snippet, a quiz, quiz#item or exercise
  --every          runs each program on every Python that fits it. Without it, of the Pythons that are found (not of
                   those that --python names) a sample is taken: the newest that fits, and another each day
  --day DATE       repeats the sample of a day, such as 2026-01-31
  --strict         warnings fail the check as well
  --help           shows this

“import” makes a pack, in a folder that is not there yet, of quizzes of mdbook-quiz (.toml), GIFT (.gift, .txt) and
Moodle (.xml), of Jupyter notebooks (.ipynb) and of Markdown (.md), and tells what could not be carried over.

Ends with 0 when nothing is wrong, 1 when something is, 2 when the command line is not understood, and 3 when a pack or
a Python that was asked for is not there.
`;

/** What is wrong with a command line, as a sentence. */
export class UsageError extends Error {}

/** @throws UsageError */
export function checkOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parsed(args);
  const { format } = values;
  if (!isFormat(format)) {
    const known = Object.keys(reportFormats).join(', ');
    throw new UsageError(`There is no format “${format}”; there are ${known}.`);
  }
  if (positionals.length === 0) throw new UsageError('Which pack? Give its folder.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.day))
    throw new UsageError(`“${values.day}” is no day such as 2026-01-31.`);
  const only = listed(values.only);
  const pythons = listed(values.python);
  // Whoever proves a single thing, or names a Python, wants to know it of each.
  const every = values.every || only.length > 0 || pythons.some((name) => name !== 'all');
  const { day, output, strict } = values;
  return { packs: positionals, pythons, format, output, only, every, day, strict };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        python: { type: 'string', multiple: true, default: ['all'] },
        format: { type: 'string', default: 'text' },
        output: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        every: { type: 'boolean', default: false },
        day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        strict: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function listed(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '');
}

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reportFormats, name);
}
