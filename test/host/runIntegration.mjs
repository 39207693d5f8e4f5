/** `npm run test:integration`: mocha inside the extension host, through `@vscode/test-electron`. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { temporaryFolder } from './processes.mjs';
import { main, root, setup } from './setup.mjs';

const bundles = path.join(root, 'dist-test', 'integration');
const launcher = fileURLToPath(new URL('launcher.mjs', import.meta.url));

await main(async () => {
  const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;
  await setup();
  build();
  await bundleTests();
  const { runTests } = await import('@vscode/test-electron');

  const profile = temporaryFolder('profile');
  const report = path.join(profile, 'report.json');
  // A second extension, which brings a pack.
  const packExtension = path.join(profile, 'extensions', 'packs-by-anyone.sample-1.0.0');
  cpSync(path.join(root, 'test/fixtures/packExtension'), packExtension, { recursive: true });
  const host = await vscodeToRunIn();
  /** @type {unknown} */
  let failure;
  try {
    await runTests({
      ...host.options,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundles, 'index.cjs'),
      extensionTestsEnv: {
        LAB_TEST_REPORT: report,
        ...(grep !== undefined && { LAB_TEST_GREP: grep }),
      },
      launchArgs: [
        ...host.launchArgs,
        path.join(profile, 'folder'),
        `--user-data-dir=${path.join(profile, 'data')}`,
        `--extensions-dir=${path.join(profile, 'extensions')}`,
        '--disable-gpu',
      ],
    });
  } catch (error) {
    failure = error;
  }
  const { passed, failed, skipped } = countsOf(report, failure);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
});

/** A file of its own for each test file, so that they are found where they lie and not listed. */
async function bundleTests() {
  const { build: bundle } = await import('esbuild');
  rmSync(bundles, { recursive: true, force: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: ['test/integration/index.ts', 'test/integration/**/*.test.ts'],
    outbase: 'test/integration',
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'mocha/*'],
    logLevel: 'warning',
  });
}

/** Desktop VS Code where one is given or may be downloaded, else VS Code from npm. */
async function vscodeToRunIn() {
  const given = process.env['VSCODE_EXECUTABLE_PATH'];
  if (given) return { options: { vscodeExecutablePath: given }, launchArgs: [] };
  if (process.env['VSCODE_DOWNLOAD'] === '1') return { options: {}, launchArgs: [] };
  const { ensureVscodeFromNpm } = await import('./vscodeFromNpm.mjs');
  await ensureVscodeFromNpm();
  return { options: { vscodeExecutablePath: process.execPath }, launchArgs: [launcher] };
}

/**
 * @param {string} report
 * @param {unknown} failure
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
function countsOf(report, failure) {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    // Green tests in a VS Code that then fails to end are no success.
    return failure === undefined || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    console.error('VS Code ended before the tests did.', failure ?? '');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
