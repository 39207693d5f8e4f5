/**
 * Text from outside must not make the extension host stand still. A parser that starts over at each repetition needs
 * minutes for what is read here, one that does not a fraction of a second: the deadline lies far from both.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { fragments } from './fragments.js';
import { parsers, slowParsers } from './parsers.js';
import type { Task } from './runner.js';

const deadline = 30_000;
const size = 100_000;
/** Days since 1970: other fragments are tried from day to day, and the same all day long. */
const seed = Math.floor(Date.now() / 86_400_000);
const tried = process.env['GROWTH'] === 'full' ? fragments.length : 5;

describe('The work for text from outside grows in step with it', () => {
  let worker: Worker | undefined;

  async function run(task: Task): Promise<void> {
    worker ??= new Worker(new URL('worker.mjs', import.meta.url));
    const waiting = new AbortController();
    const done = once(worker, 'message', { signal: waiting.signal });
    const timer = setTimeout(() => {
      waiting.abort();
    }, deadline);
    worker.postMessage(task);
    try {
      await done;
    } catch (error) {
      await worker.terminate();
      worker = undefined;
      const problem = waiting.signal.aborted ? 'is not through in time' : String(error);
      assert.fail(`${task.parser} over ${JSON.stringify(task.fragment)}: ${problem}`);
    } finally {
      clearTimeout(timer);
    }
  }

  after(() => worker?.terminate());

  for (const parser of Object.keys(parsers)) {
    it(`for ${parser}`, async function () {
      this.timeout(fragments.length * deadline);
      for (const fragment of fragments) await run({ parser, fragment, size });
    });
  }

  for (const parser of Object.keys(slowParsers)) {
    it(`for ${parser} (seed ${seed})`, async function () {
      this.timeout(fragments.length * deadline);
      const [some = []] = fc.sample(
        fc.shuffledSubarray([...fragments], { minLength: tried, maxLength: tried }),
        {
          seed,
          numRuns: 1,
        },
      );
      for (const fragment of some) await run({ parser, fragment, size });
    });
  }
});
