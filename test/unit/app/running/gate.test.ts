import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Untrusted } from '../../../../src/app/running/gate.js';
import { PythonProbe } from '../../../../src/hosts/node/interpreters/probe.js';
import { Processes } from '../../../../src/hosts/node/processes/processes.js';
import { PythonRunner } from '../../../../src/hosts/node/processes/runner.js';

const refusal = 'Not here.';

describe('The door through which processes start', () => {
  let folder: string;
  let command: string;
  let trust: { isTrusted: boolean; readonly refusal: string };
  let processes: Processes;

  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'lab-gate-'));
    command = join(folder, 'python');
    writeFileSync(command, `#!/bin/sh\ntouch '${join(folder, 'ran')}'\n`);
    chmodSync(command, 0o755);
    trust = { isTrusted: false, refusal };
    processes = new Processes(trust);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const interpreter = (): Parameters<PythonRunner['start']>[0]['interpreter'] => ({
    executable: command,
    version: '3.14.0',
    implementation: 'cpython',
    freeThreaded: false,
    prefix: folder,
    distributions: {},
    origin: 'test',
  });
  const refused = { name: 'Error', message: refusal };
  const candidate = (): Parameters<PythonProbe['ask']>[0] => ({ command, args: [], origin: '' });

  it('asks no Python what it is where the user trusts nothing', async () => {
    await assert.rejects(new PythonProbe(processes).ask(candidate()), refused);
    assert.ok(!existsSync(join(folder, 'ran')));
  });

  it('starts no program, no tool and no watchdog there', () => {
    const runner = new PythonRunner(processes);
    const more = { cwd: folder, file: command, env: {}, command, args: [] };
    const ignore = (): void => undefined;
    assert.throws(() => runner.start({ ...more, interpreter: interpreter() }, ignore), Untrusted);
    assert.throws(() => runner.startTool({ ...more, watchedBy: interpreter() }, ignore), Untrusted);
    runner.dispose();
    assert.ok(!existsSync(join(folder, 'ran')));
  });

  it('opens when trust is given', async () => {
    trust.isTrusted = true;
    await new PythonProbe(processes).ask(candidate());
    assert.ok(existsSync(join(folder, 'ran')));
  });
});
