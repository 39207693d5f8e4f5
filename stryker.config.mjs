/** What `npm run mutate` (test/mutation/run.mjs) does. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import './test/host/mochaByName.cjs';

const named = (process.env['MUTATE_FILES'] ?? '').split(',').filter(Boolean);

/** What runs in one process, the tests of these layers first; a pattern here has no braces without a star, which match nothing. */
const all = [
  'test/unit/core/**/*.test.ts',
  'test/unit/app/**/*.test.ts',
  'test/unit/protocol/**/*.test.ts',
  'test/unit/features/*.test.ts',
  'test/unit/webview/**/*.test.ts',
  'test/unit/hosts/node/earlierSessions.test.ts',
  'test/unit/hosts/node/packs/exercises.test.ts',
];

/**
 * Without what counts steps over very long texts, or lives through years: instrumented it takes minutes for each change.
 * More may survive for it than really does, never less.
 */
const quick =
  '^(?!.*(?:forty thousand|hundred thousand|however (?:many|long|much)|after a kill -9|others work while|fuzzed messages|a fold made anew|every question that ships))';

/** @param {string} file */
function testsOf(file) {
  const own = file.replace(/^src/, 'test/unit').replace(/\.ts$/, '.test.ts');
  if (existsSync(own)) return own;
  const folder = path.posix.dirname(file).replace(/^src/, 'test/unit');
  return existsSync(folder) ? `${folder}/**/*.test.ts` : 'test/unit/{core,app}/**/*.test.ts';
}

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: named.length > 0 ? named : ['src/core/**/*.ts', 'src/app/**/*.ts'],
  plugins: ['@stryker-mutator/mocha-runner', './test/mutation/sample.mjs'],
  checkers: ['sample'],
  testRunner: 'mocha',
  testRunnerNodeArgs: [
    '--require=./test/host/mochaByName.cjs',
    '--require=./test/mutation/patience.cjs',
    '--import=tsx',
  ],
  mochaOptions: {
    spec: named.length > 0 ? [...new Set(named.map(testsOf))] : all,
    ignore: ['test/unit/core/growth/**', 'test/unit/core/review/simulation.test.ts'],
    grep: quick,
  },
  coverageAnalysis: 'perTest',
  /** What acts while a file is loaded needs a process and all tests for each change: only named files are worth that. */
  ignoreStatic: named.length === 0,
  checkerNodeArgs: ['--require=./test/host/mochaByName.cjs'],
  concurrency: 1,
  ignorePatterns: ['/dist', '/dist-test', '/test-results', '/test/host/code-server', '/media'],
  /** A machine that is busy with other things is slow: no change dies of that. A loop without end is found by its count. */
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 60,
  disableTypeChecks: true,
  reporters: ['survivors'],
  tempDirName: 'dist-test/mutants',
  thresholds: { high: 95, low: 85, break: null },
};
