/**
 * `npm run mutate`: changes the program and sees which changes no unit test notices. `--mutate A,B` takes these files and
 * the tests that are named like them or lie where they do; `--sample 0.05` takes each change with that probability, by
 * the seed of `--day` (today unless given), and estimates the share of the whole.
 */
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const { values } = parseArgs({
  options: {
    mutate: { type: 'string' },
    sample: { type: 'string', default: '1' },
    day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const share = Number(values.sample);
if (!(share > 0 && share <= 1)) throw new Error('--sample is a share above 0 and up to 1.');

/** The processes that Stryker starts read them. */
process.env['MUTATE_SAMPLE'] = String(share);
process.env['MUTATE_DAY'] = values.day;
process.env['MUTATE_FILES'] = values.mutate ?? '';

await new Stryker({}).runMutationTest();
