/** The native Pythons that Debian's packages give, beside those of the machine. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = join(dirname(fileURLToPath(import.meta.url)), 'nativePythons.sh');

/** The folder with python3.14, python3.15 and ruff; undefined where they cannot be had, which is then said. */
export async function nativePythons(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const { stdout, stderr } = await promisify(execFile)('bash', [script]);
    if (stderr !== '') console.log(stderr.trimEnd());
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch (error) {
    console.log(`Native Pythons are left out: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
