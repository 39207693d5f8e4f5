/**
 * Hostile packs, links, journals, exports, settings and messages, made from rules: one clear problem, the rest works,
 * in bounded time and memory. Another set is tried each day; `HOSTILE_SEED` tries that of another day again.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { rules } from './cases.js';
import type { Case } from './case.js';

const seed = Number(process.env['HOSTILE_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const deadline = 30_000;
/** Megabytes. */
const memory = 512;

describe(`Hostile input (seed ${seed})`, function () {
  this.timeout(2 * deadline);
  let worker: Worker | undefined;

  async function run(given: Case): Promise<void> {
    worker ??= new Worker(new URL('worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const late = AbortSignal.timeout(deadline);
    worker.postMessage(given);
    const [problem] = (await once(worker, 'message', { signal: late }).catch(
      async (error: unknown) => {
        await worker?.terminate();
        worker = undefined;
        return [late.aborted ? 'It is not through in time.' : String(error)];
      },
    )) as unknown[];
    assert.equal(problem, undefined, `${JSON.stringify(given).slice(0, 500)}\n${String(problem)}`);
  }

  after(() => worker?.terminate());

  for (const { count, cases } of rules)
    for (const [index, given] of fc.sample(cases, { seed, numRuns: count }).entries())
      it(`${given.kind} ${index + 1} is borne`, () => run(given));
});
