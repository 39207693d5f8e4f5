/**
 * The content lane: `lab.mjs check` with the project's own rules, and Pythons beside those of the machine. `--only ID[,ID]`
 * proves some of it, `--every` runs each program on every Python, `--day 2026-01-31` repeats the sample of a day, and
 * `--traced` records each snippet on every Python instead.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBuiltInPython } from '../../esbuild.builtIn.mjs';
import { checkOptions } from '../../src/hosts/node/proving/checkOptions.js';
import { checkPacks } from '../../src/hosts/node/proving/checkPacks.js';
import { houseRules } from './houseRules.js';
import { checkRecorded } from './recordedSnippets.js';
import { nativePythons } from './nativePythons.js';

/** Seconds that a run without `--every` should not exceed on two processors. */
const budget = 200;

const text = (name: string): Promise<string> => readFile(`src/hosts/node/checker/${name}.py`, 'utf8');
const tools = { checker: await text('checker'), measurer: await text('measurer') };
const begin = performance.now();
const packs = (await readdir('content')).map((pack) => join('content', pack));
const all = process.argv.includes('--traced');
const args = process.argv.slice(2).filter((argument) => argument !== '--traced');
const options = checkOptions([...packs, '--strict', ...args, ...(all ? ['--python', 'none'] : [])]);
const natives = await nativePythons();
const builtIn = await mkdtemp(join(tmpdir(), 'interview-lab-built-in-'));
await buildBuiltInPython(builtIn, false);
process.exitCode = await checkPacks(options, { version: '', tools }, (text) => process.stdout.write(text), {
  folders: { first: natives, builtIn },
  authorsRules: async (pack, report) => {
    await houseRules(pack, options.only, natives, report);
    const { only, day } = options;
    await checkRecorded(pack.questions, { only, day, all, folder: natives }, report);
  },
});
await rm(builtIn, { recursive: true });
const seconds = (performance.now() - begin) / 1000;
console.log(`It took ${minutes(seconds)} minutes${options.every ? '' : `; the budget of a daily run on two processors is ${minutes(budget)}`}.`);

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1);
}
