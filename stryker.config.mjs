/**
 * `npm run mutate`: changes the program at random and sees which changes no unit test notices. `-- --mutate FILE` takes
 * one file, and the tests that are named like it or lie where it does.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import './test/host/mochaByName.cjs';

const named = process.argv[process.argv.indexOf('--mutate') + 1];
const isNamed = process.argv.includes('--mutate') && named !== undefined;

/** @param {string} file */
function testsOf(file) {
  const own = file.replace(/^src/, 'test/unit').replace(/\.ts$/, '.test.ts');
  if (existsSync(own)) return own;
  const folder = path.posix.dirname(file).replace(/^src/, 'test/unit');
  return existsSync(folder) ? `${folder}/**/*.test.ts` : 'test/unit/{core,app}/**/*.test.ts';
}

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/core/**/*.ts', 'src/app/**/*.ts'],
  testRunner: 'mocha',
  testRunnerNodeArgs: ['--require=./test/host/mochaByName.cjs', '--import=tsx'],
  mochaOptions: {
    spec: isNamed
      ? [...new Set(named.split(',').map(testsOf))]
      : ['test/unit/core/**/*.test.ts', 'test/unit/app/**/*.test.ts'],
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignorePatterns: ['/dist', '/dist-test', '/test-results', '/test/host/code-server', '/media'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'dist-test/mutants',
  thresholds: { high: 95, low: 85, break: null },
};
