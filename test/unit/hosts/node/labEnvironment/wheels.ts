/** Wheels that a test builds itself, so that installing needs no network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const script = 'test/fixtures/buildWheel.py';

/** A wheel with one module that knows its version and a script `<name>-tool` that prints it. */
export function buildWheel(
  python: string,
  folder: string,
  name: string,
  version: string,
  requires: readonly string[] = [],
): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(python, [script, folder, name, version, requires.join(';')]);
}
