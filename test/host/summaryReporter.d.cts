import Mocha = require('mocha');

declare class SummaryReporter extends Mocha.reporters.Spec {
  static count(runner: Mocha.Runner): () => { passed: number; failed: number; skipped: number };
}
export = SummaryReporter;
