import Mocha = require('mocha');

declare class SummaryReporter extends Mocha.reporters.Spec {}
export = SummaryReporter;
