/**
 * Stryker's plugins of ours: a checker that leaves out what the sample of the day does not hold, and a reporter that
 * tells each survivor when it is found and, at the end, the share that died.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { CheckStatus } from '@stryker-mutator/api/check';
import { parse } from 'yaml';
import { inSample, interval } from './estimate.mjs';

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */
/** @typedef {import('@stryker-mutator/api/core').MutantResult} MutantResult */

const share = Number(process.env['MUTATE_SAMPLE'] ?? '1');
const day = process.env['MUTATE_DAY'] ?? '';

class SampleChecker {
  async init() {}

  /** @param {Mutant[]} mutants */
  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#checked(mutant)]));
  }

  /**
   * @param {Mutant} mutant
   * @returns {import('@stryker-mutator/api/check').CheckResult}
   */
  #checked(mutant) {
    return inSample(mutant, share, day)
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: 'not in the sample' };
  }
}

/**
 * What a second reader found to change nothing, with the reason.
 * @type {readonly { file: string, line: string, becomes: string, why: string }[]}
 */
const equivalents = parse(readFileSync(new URL('equivalent.yaml', import.meta.url), 'utf8'));

class SurvivorReporter {
  /** @type {Map<string, readonly string[]>} */
  #texts = new Map();
  /** @type {Map<string, { died: number, survived: number, equivalent: number }>} */
  #counts = new Map();
  #atLoading = 0;
  #tried = 0;

  /** @param {MutantResult} mutant */
  onMutantTested(mutant) {
    // Left out by the checker, or what cannot even be loaded, which Stryker does not count either.
    if (mutant.status === 'CompileError' || mutant.status === 'RuntimeError') return;
    if (mutant.status === 'Ignored') {
      if (inSample({ ...mutant, location: fromZero(mutant.location) }, share, day))
        this.#atLoading += 1;
      return;
    }
    this.#tried += 1;
    const file = path.relative('.', mutant.fileName).replaceAll('\\', '/');
    const counts = this.#counts.get(file) ?? { died: 0, survived: 0, equivalent: 0 };
    this.#counts.set(file, counts);
    if (mutant.status === 'Killed' || mutant.status === 'Timeout') {
      counts.died += 1;
      return;
    }
    const { line, column } = mutant.location.start;
    const source = this.#lines(file)[line - 1]?.trim() ?? '';
    const isEquivalent = equivalents.some(
      (known) =>
        known.file === file && known.line === source && known.becomes === mutant.replacement,
    );
    if (isEquivalent) counts.equivalent += 1;
    else counts.survived += 1;
    const kind = isEquivalent
      ? 'equivalent'
      : `${mutant.status}${mutant.static ? ' (static)' : ''}`;
    console.log(
      `${kind} (${this.#tried} tried): ${file}:${line}:${column}\n  ${source}\n  becomes ${mutant.replacement}`,
    );
  }

  onMutationTestReportReady() {
    const total = { died: 0, survived: 0, equivalent: 0 };
    for (const [file, { died, survived, equivalent }] of [...this.#counts].sort()) {
      console.log(`${file}: ${died} died, ${survived} survived, ${equivalent} equivalent`);
      total.died += died;
      total.survived += survived;
      total.equivalent += equivalent;
    }
    const { died, survived, equivalent } = total;
    if (this.#atLoading > 0)
      console.log(`${this.#atLoading} more act while a file is loaded and were not tried`);
    console.log(`${died} of ${died + survived} died (${equivalent} more are equivalent)`);
    const [low, high] = interval(died, died + survived);
    if (share < 1)
      console.log(`the whole: ${percent(low)} to ${percent(high)} (95 % confidence; day ${day})`);
  }

  /** @param {string} file */
  #lines(file) {
    const lines = this.#texts.get(file) ?? readFileSync(file, 'utf8').split('\n');
    this.#texts.set(file, lines);
    return lines;
  }
}

/**
 * A place as checkers have it: reporters count lines and columns from 1.
 * @param {Mutant['location']} location
 */
function fromZero({ start, end }) {
  return {
    start: { line: start.line - 1, column: start.column - 1 },
    end: { line: end.line - 1, column: end.column - 1 },
  };
}

/** @param {number} value */
function percent(value) {
  return `${(100 * value).toFixed(1)} %`;
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareClassPlugin(PluginKind.Reporter, 'survivors', SurvivorReporter),
];
