/**
 * Mocha's spec reporter, and a last line that `npm test` can sum up. The counts also go to the
 * file that LAB_TEST_REPORT names, for a run whose console is far away.
 */
const { writeFileSync } = require('node:fs');
const mocha = require('mocha');

const { Spec } = (mocha.default ?? mocha).reporters;

module.exports = class SummaryReporter extends Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const counts = SummaryReporter.count(runner);
    runner.once('end', () => {
      const { passed, failed, skipped } = counts();
      const report = process.env['LAB_TEST_REPORT'];
      if (report) writeFileSync(report, JSON.stringify({ passed, failed, skipped }));
      console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    });
  }

  /**
   * @param {import('mocha').Runner} runner one that has not begun
   * @returns {() => { passed: number, failed: number, skipped: number }} to be asked at its end
   */
  static count(runner) {
    let passed = 0;
    let failed = 0;
    let failedTests = 0;
    runner.on('pass', () => (passed += 1));
    runner.on('fail', (runnable) => {
      failed += 1;
      if (runnable.type === 'test') failedTests += 1;
    });
    // What a failed hook kept from running counts as skipped too.
    return () => ({ passed, failed, skipped: Math.max(0, runner.total - passed - failedTests) });
  }
};
