import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstallFault } from '../../../../../src/core/python/installFault.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { labOrigin } from '../../../../../src/hosts/node/labEnvironment/labSurroundings.js';
import { LabEnvironment } from '../../../../../src/hosts/node/labEnvironment/labEnvironment.js';
import { labFolder } from '../../../../../src/app/running/lab.js';
import { InterpreterSearch } from '../../../../../src/app/interpreters/interpreterSearch.js';
import { lookUp } from '../../../../../src/app/interpreters/discovery.js';
import { thisMachine } from '../../../../../src/hosts/node/interpreters/machine.js';
import { PythonProbe } from '../../../../../src/hosts/node/interpreters/probe.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { everyPython, somePython } from '../processes/pythons.js';
import { buildWheel } from './wheels.js';
import { processes } from '../processes/trusted.js';

const machine = thisMachine();
const withoutUv = { ...machine, env: { ...machine.env, PATH: '/nowhere', Path: '' } };

const hasUv = lookUp(machine, 'uv') !== 'uv';

for (const installer of hasUv ? (['pip', 'uv'] as const) : (['pip'] as const)) {
  describe(`The lab environment, made with ${installer}`, function () {
    this.timeout(240_000);
    let python: Interpreter;
    let wheels: string;
    let storage: string;
    let runner: PythonRunner;
    let lab: LabEnvironment;
    let log: string[];
    let server: Server | undefined;
    const environment = { ...process.env };

    before(async () => {
      python = await somePython();
      wheels = mkdtempSync(join(tmpdir(), 'lab-wheels-'));
      buildWheel(python.executable, wheels, 'lab_sample', '1.0');
      buildWheel(python.executable, wheels, 'lab_sample', '2.0');
      buildWheel(python.executable, wheels, 'lab_other', '1.0', ['lab_sample<2']);
      buildWheel(python.executable, wheels, 'lab_plain', '0.5');
    });
    beforeEach(() => {
      storage = realpathSync(mkdtempSync(join(tmpdir(), 'lab-störage ')));
      runner = new PythonRunner(processes);
      log = [];
      lab = new LabEnvironment({
        storage,
        machine: installer === 'uv' ? machine : withoutUv,
        runner,
        log: { info: (line) => void log.push(line) },
      });
      Object.assign(process.env, {
        PIP_NO_INDEX: '1',
        PIP_FIND_LINKS: wheels,
        UV_NO_INDEX: '1',
        UV_FIND_LINKS: wheels,
        UV_NO_CACHE: '1',
      });
    });
    afterEach(() => {
      server?.closeAllConnections();
      server?.close();
      runner.dispose();
      process.env = { ...environment };
      rmSync(storage, { recursive: true, force: true });
    });
    after(() => {
      if (wheels) rmSync(wheels, { recursive: true, force: true });
    });

    const install = (
      requirements: readonly string[],
      more: { signal?: AbortSignal; base?: Interpreter } = {},
    ): Promise<InstallFault | undefined> =>
      lab.install({
        requirements,
        base: more.base ?? python,
        signal: more.signal ?? new AbortController().signal,
        onLine: () => undefined,
      });
    const found = async (): Promise<Interpreter> => {
      const candidate = lab.candidate();
      assert.ok(candidate, 'there is no lab environment');
      const answer = await new PythonProbe(processes).ask(candidate);
      assert.ok(answer.ok, JSON.stringify(answer));
      return answer.interpreter;
    };
    const ours = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        Object.entries((await found()).distributions).filter(([name]) => name.startsWith('lab-')),
      );
    /** Asks for packages of a server that the test is; every request is left without an answer. */
    const askServer = async (): Promise<Server> => {
      server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      for (const name of ['PIP_NO_INDEX', 'PIP_FIND_LINKS', 'UV_NO_INDEX', 'UV_FIND_LINKS'])
        Reflect.deleteProperty(process.env, name);
      process.env['PIP_INDEX_URL'] = `http://127.0.0.1:${port}/simple`;
      process.env['UV_INDEX_URL'] = `http://127.0.0.1:${port}/simple`;
      return server;
    };

    it('has what was asked for, and is listed as an interpreter', async () => {
      assert.equal(lab.candidate(), undefined);
      let changes = 0;
      lab.onDidChange(() => (changes += 1));
      assert.equal(await install(['lab_sample>=1,<2']), undefined);
      assert.equal(changes, 1);
      assert.deepEqual(await ours(), { 'lab-sample': '1.0' });
      const search = new InterpreterSearch(
        { ...machine, env: {}, home: storage },
        new PythonProbe(processes),
      );
      const [listed] = await search.all({ chosen: [], folders: [], lab: lab.candidate() });
      assert.equal(listed?.origin, labOrigin);
      assert.equal(listed.prefix, join(storage, labFolder));
      assert.deepEqual(readdirSync(storage), [labFolder]);
      assert.match(log.join('\n'), /lab[-_]sample/);
    });

    it('is no other environment than its own, and leaves the one it is made of alone', async () => {
      const before = (await new PythonProbe(processes).ask(candidateOf(python))) as object;
      await install(['lab_sample']);
      assert.deepEqual(await new PythonProbe(processes).ask(candidateOf(python)), before);
    });

    it('has scripts that run where it came to lie', async function () {
      if (process.platform === 'win32') this.skip();
      await install(['lab_sample']);
      const script = join(storage, labFolder, 'bin', 'lab_sample-tool');
      assert.equal(execFileSync(script, { encoding: 'utf8' }), 'lab_sample 2.0\n');
    });

    it('keeps what was installed before, also when it is made of itself', async () => {
      await install(['lab_sample<2']);
      assert.equal(await install(['lab_plain'], { base: await found() }), undefined);
      assert.deepEqual(await ours(), { 'lab-plain': '0.5', 'lab-sample': '1.0' });
    });

    it('gives up what does not go with what is asked for now', async () => {
      await install(['lab_other', 'lab_plain']);
      assert.deepEqual(await ours(), {
        'lab-other': '1.0',
        'lab-plain': '0.5',
        'lab-sample': '1.0',
      });
      assert.equal(await install(['lab_sample>=2']), undefined);
      assert.deepEqual(await ours(), { 'lab-sample': '2.0' });
    });

    it('is as before when an installation fails, and there is none after a first that failed', async () => {
      const fault = await install(['no_such_package']);
      assert.equal(fault?.kind, 'refused');
      assert.match(fault.detail, /no[-_]such[-_]package/);
      assert.deepEqual(readdirSync(storage), []);
      assert.equal(lab.candidate(), undefined);

      await install(['lab_sample<2']);
      assert.equal((await install(['no_such_package']))?.kind, 'refused');
      assert.deepEqual(readdirSync(storage), [labFolder]);
      assert.deepEqual(await ours(), { 'lab-sample': '1.0' });
    });

    it('is as before when an installation is cancelled, and nothing of it runs on', async () => {
      const asking = await askServer();
      const stop = new AbortController();
      const asked = once(asking, 'request');
      const installed = install(['lab_sample'], { signal: stop.signal });
      await asked;
      assert.notEqual(readdirSync(storage).length, 0);
      stop.abort();
      assert.deepEqual(await installed, { kind: 'cancelled' });
      assert.deepEqual(readdirSync(storage), []);
      if (process.platform === 'linux') assert.deepEqual(runningBelow(storage), []);
    });

    it('says offline when the index cannot be reached', async () => {
      const asking = await askServer();
      asking.close();
      await once(asking, 'close');
      assert.deepEqual(await install(['lab_sample']), { kind: 'offline' });
      assert.deepEqual(readdirSync(storage), []);
    });

    it('removes what a killed window left, and not what another one builds', async () => {
      const left = join(storage, `${labFolder}-999999999-killed`);
      const building = `${labFolder}-${process.ppid}-building`;
      mkdirSync(join(left, 'new'), { recursive: true });
      mkdirSync(join(storage, building));
      assert.equal((await install(['no_such_package']))?.kind, 'refused');
      assert.deepEqual(readdirSync(storage), [building]);
    });

    it('is made one after the other when two are asked for at once', async () => {
      assert.deepEqual(await Promise.all([install(['lab_sample']), install(['lab_plain'])]), [
        undefined,
        undefined,
      ]);
      assert.deepEqual(await ours(), { 'lab-plain': '0.5', 'lab-sample': '2.0' });
    });

    it('is made of every Python on the machine', async () => {
      for (const base of await everyPython()) {
        assert.equal(await install(['lab_sample'], { base }), undefined, base.executable);
        const { version, distributions } = await found();
        assert.equal(version, base.version);
        assert.equal(distributions['lab-sample'], '2.0');
      }
    });
  });
}

function candidateOf({ executable }: Interpreter): {
  command: string;
  args: string[];
  origin: string;
} {
  return { command: executable, args: [], origin: 'test' };
}

/** The processes whose command line names a folder. */
function runningBelow(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

describe('The lab environment where there is uv', function () {
  this.timeout(60_000);

  it('is made with it', async function () {
    if (process.platform === 'win32') this.skip();
    const python = await somePython();
    const storage = realpathSync(mkdtempSync(join(tmpdir(), 'lab-uv-')));
    const runner = new PythonRunner(processes);
    // Takes the commands of uv that are used, and does with the standard library what uv would do.
    const bin = join(storage, 'bin');
    mkdirSync(bin);
    const said = join(storage, 'said');
    writeFileSync(
      join(bin, 'uv'),
      `#!/bin/sh\necho "$1 $2" >> '${said}'\n` +
        `[ "$1 $2 $3" = 'venv --no-project --python' ] && exec "$4" -m venv --without-pip "$5"\n` +
        `[ "$1 $2 $3" = 'pip install --python' ] && "$4" -c 'import sys; print("Installed", sys.prefix)' && exit\n` +
        'exit 2\n',
    );
    chmodSync(join(bin, 'uv'), 0o755);
    const lab = new LabEnvironment({
      storage: join(storage, 'storage'),
      machine: { ...machine, env: { PATH: bin } },
      runner,
      log: { info: () => undefined },
    });
    try {
      const lines: string[] = [];
      const fault = await lab.install({
        requirements: ['lab_sample'],
        base: python,
        signal: new AbortController().signal,
        onLine: (line) => void lines.push(line),
      });
      assert.equal(fault, undefined);
      assert.equal(readFileSync(said, 'utf8'), 'venv --no-project\npip install\n');
      assert.match(lines.join('\n'), /^Installed .*lab-environment-/);
      assert.ok(lab.candidate());
    } finally {
      runner.dispose();
      rmSync(storage, { recursive: true, force: true });
    }
  });
});
