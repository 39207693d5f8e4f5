/** Stands for the extension host that a test kills: `runnerHost.ts <python> <file> <folder>` runs one program. */
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { processes } from './trusted.js';

const [executable = '', file = '', cwd = ''] = process.argv.slice(2);
const interpreter = {
  executable,
  version: '3',
  implementation: 'cpython',
  freeThreaded: false,
  prefix: '',
  distributions: {},
  origin: 'test',
};
const run = new PythonRunner(processes).start({ interpreter, file, cwd }, ({ text }) => {
  process.stdout.write(text);
});
process.stdout.write(`host ${run.id}\n`);
