/** Snippets that are recorded while they run: what they print and how they exit must be as if they were not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { outputFault } from '../../src/app/proving/proofs.js';
import type { ProvingPython } from '../../src/app/proving/provingPython.js';
import type { Report } from '../../src/app/proving/report.js';
import { isWanted } from '../../src/app/proving/wanted.js';
import type { Question, Snippet } from '../../src/core/pack/pack.js';
import type { Interpreter } from '../../src/core/python/interpreter.js';
import { hash } from '../../src/core/quiz/shuffle.js';
import { Recording } from '../../src/core/trace/recording.js';
import { MachinePythons, unfitFor } from '../../src/hosts/node/proving/machinePythons.js';
import { PythonRunner } from '../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../src/hosts/node/recorder/recordings.js';
import { ScratchFiles } from '../../src/hosts/node/scratch/scratchFiles.js';
import { processes } from '../unit/hosts/node/processes/trusted.js';

/** Of so many recordings that there could be, a daily run makes one. */
const oneInSo = 60;
/** Seconds of processor time that are recorded; after that a program runs on by itself. */
const recordedSeconds = 3;

/** What shows that it is recorded, by `question/snippet`, with the reason: it measures time or what runs. */
const differing: Readonly<Record<string, string>> = {
  'slots/measure-many': 'It measures memory, of which the recorder needs some.',
  'performance/peak-memory': 'It measures memory, of which the recorder needs some.',
  'live-profiling/home-made-sampler': 'Its sampler sees most of the time go by in the calls, which is where the recorder works.',
  'performance/own-versus-cumulative': 'It measures the time of its functions, which is the recorder’s for the most part.',
};

export interface Recorded {
  readonly only: readonly string[];
  readonly day: string;
  /** Each on every Python, instead of a sample. */
  readonly all: boolean;
  /** Of Pythons that are not on the PATH. */
  readonly folder: string | undefined;
}

export async function checkRecorded(questions: readonly Question[], { only, day, all, folder }: Recorded, report: Report): Promise<void> {
  const machine = await MachinePythons.open({}, { first: folder });
  const storage = await mkdtemp(join(tmpdir(), 'interview-lab-recorded-'));
  const runner = new PythonRunner(processes, undefined, { recordings: new Recordings(resolve('src/hosts/node/recorder')) });
  try {
    const interpreters = await machine.interpreters();
    const isDrawn = (name: string, { version }: Interpreter): boolean => all || only.length > 0 || hash(`${day} ${name} ${version}`) % oneInSo === 0;
    const queue = questions
      .flatMap(({ id, code }) => code.map((snippet) => ({ id, snippet, name: `${id}/${snippet.name}` })))
      .filter(({ name }) => isWanted(only, name) && !(name in differing))
      .flatMap((each) => interpreters.map((interpreter) => ({ ...each, interpreter })))
      .filter(({ name, snippet, interpreter }) => unfitFor(snippet, interpreter) === undefined && isDrawn(name, interpreter))
      .values();
    const scratch = new ScratchFiles(storage);
    const work = Array.from({ length: availableParallelism() + 1 }, async () => {
      for (const { id, snippet, name, interpreter } of queue) {
        const fault = await recordedFault(snippet, interpreter, runner, scratch);
        const subject = `${name} recorded on Python ${interpreter.version}`;
        report.check('snippet', subject, { file: `questions/${id}.md`, line: snippet.line - 1 }, fault === undefined ? [] : [fault]);
      }
    });
    await Promise.all(work);
  } finally {
    runner.dispose();
    await machine.dispose();
    await rm(storage, { recursive: true, force: true });
  }
}

/** Undefined when it did as it does when it is not recorded, and steps were recorded. */
async function recordedFault(snippet: Snippet, interpreter: Interpreter, runner: PythonRunner, scratch: ScratchFiles): Promise<string | undefined> {
  let text = '';
  const run: ProvingPython['run'] = async (each) => {
    const prepared = await scratch.prepareRun('recorded', each, true);
    try {
      const { file, cwd } = prepared;
      const timeout = each.timeout * 4 + 10 * recordedSeconds;
      const begun = runner.start({ interpreter, file, cwd, stdin: each.stdin, timeout, record: { seconds: recordedSeconds } }, () => undefined);
      begun.endInput();
      const { recording = '', ...output } = await begun.result;
      text = recording;
      return output;
    } finally {
      await prepared.dispose();
    }
  };
  const fault = await outputFault(snippet, { version: interpreter.version, run });
  if (fault !== undefined) return fault;
  const recording = new Recording(text);
  return recording.length === 0 ? 'Nothing was recorded.' : undefined;
}
