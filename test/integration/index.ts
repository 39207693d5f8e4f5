/** Runs in the extension host: every test file that was bundled beside this one. */
import './markedConsole';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import SummaryReporter from '../host/summaryReporter.cjs';

const TEST_TIMEOUT_MS = 60_000;

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const grep = process.env['LAB_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: SummaryReporter,
    timeout: TEST_TIMEOUT_MS,
    ...(grep !== undefined && { grep }),
  });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
