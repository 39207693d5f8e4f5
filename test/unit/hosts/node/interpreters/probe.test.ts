import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import type { Machine } from '../../../../../src/app/ports.js';
import { InterpreterSearch } from '../../../../../src/app/interpreters/interpreterSearch.js';
import { thisMachine } from '../../../../../src/hosts/node/interpreters/machine.js';
import { KnownInterpreter } from '../../../../../src/app/interpreters/knownInterpreter.js';
import { PythonProbe } from '../../../../../src/hosts/node/interpreters/probe.js';
import type { ProbeAnswer } from '../../../../../src/app/interpreters/probe.js';
import { somePython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';

const posix = process.platform !== 'win32';

describe('Asking a Python what it is', function () {
  this.timeout(60_000);
  let folder: string;
  let python: Interpreter;

  before(async () => {
    python = await somePython();
    folder = mkdtempSync(join(tmpdir(), 'lab-probe-test-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const script = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const ask = (command: string, probe = new PythonProbe(processes)): Promise<ProbeAnswer> =>
    probe.ask({ command, args: [], origin: 'test' });
  /** What kind of fault it is, and the rest that the user is told. */
  const fault = async (command: string, probe?: PythonProbe): Promise<unknown[]> => {
    const answer = await ask(command, probe);
    assert.ok(!answer.ok, 'it was taken for a Python');
    const { kind, command: asked, ...rest } = answer.fault;
    assert.equal(asked, command);
    return [kind, ...Object.values<unknown>(rest)];
  };

  it('gives what the Python itself says', async () => {
    const answer = await ask(python.executable);
    assert.ok(answer.ok);
    const said = execFileSync(
      python.executable,
      [
        '-c',
        'import sys, platform; print(platform.python_version(), sys.executable, sys.prefix, sep="\\n")',
      ],
      { encoding: 'utf8' },
    );
    const { version, executable, prefix, origin } = answer.interpreter;
    assert.deepEqual([version, executable, prefix], said.trim().split(/\r?\n/));
    assert.equal(origin, 'test');
  });

  it('gives the environment’s own executable and sees what is installed later', async function () {
    if (!posix) this.skip();
    const venv = join(folder, 'venv');
    execFileSync(python.executable, ['-m', 'venv', '--without-pip', venv]);
    const probe = new PythonProbe(processes);
    const first = await ask(join(venv, 'bin', 'python'), probe);
    assert.ok(first.ok);
    assert.equal(first.interpreter.prefix, venv);
    assert.equal(first.interpreter.distributions['lab-sample'], undefined);

    const find = 'import sysconfig; print(sysconfig.get_path("purelib"))';
    const site = execFileSync(first.interpreter.executable, ['-c', find], {
      encoding: 'utf8',
    }).trim();
    mkdirSync(join(site, 'Lab_Sample-2.5.dist-info'));
    writeFileSync(
      join(site, 'Lab_Sample-2.5.dist-info', 'METADATA'),
      'Metadata-Version: 2.1\nName: Lab.Sample\nVersion: 2.5\n',
    );
    const second = await ask(join(venv, 'bin', 'python'), probe);
    assert.ok(second.ok);
    assert.equal(second.interpreter.distributions['lab-sample'], '2.5');
  });

  it('finds a package on PYTHONPATH, as a run does, and nothing in the folder that it stands in', async () => {
    const path = join(folder, 'on-path');
    mkdirSync(join(path, 'lab_found-2.5.dist-info'), { recursive: true });
    writeFileSync(
      join(path, 'lab_found-2.5.dist-info', 'METADATA'),
      'Metadata-Version: 2.1\nName: lab-found\nVersion: 2.5\n',
    );
    const before = process.env['PYTHONPATH'];
    process.env['PYTHONPATH'] = path;
    try {
      const answer = await ask(python.executable);
      assert.ok(answer.ok);
      assert.equal(answer.interpreter.distributions['lab-found'], '2.5');
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, 'PYTHONPATH');
      else process.env['PYTHONPATH'] = before;
    }
  });

  it('asks once, however often it is wanted', async function () {
    if (!posix) this.skip();
    const count = join(folder, 'count');
    writeFileSync(count, '');
    const wrapper = script('counting', `echo x >> '${count}'\nexec '${python.executable}' "$@"`);
    const probe = new PythonProbe(processes);
    await Promise.all([ask(wrapper, probe), ask(wrapper, probe)]);
    await ask(wrapper, probe);
    assert.equal(readFileSync(count, 'utf8'), 'x\n');
    probe.forget();
    await ask(wrapper, probe);
    assert.equal(readFileSync(count, 'utf8'), 'x\nx\n');
  });

  it('finds the answer after what a site customisation prints', async function () {
    if (!posix) this.skip();
    const noisy = script('noisy', `echo 'welcome'\nexec '${python.executable}' "$@"`);
    const answer = await ask(noisy);
    assert.ok(answer.ok);
  });

  it('refuses what is no Python, and says what it is instead', async function () {
    assert.deepEqual(await fault(join(folder, 'nothing')), ['missing']);
    assert.deepEqual(await fault(folder), ['folder']);
    assert.deepEqual(await fault('C:\\x\\Microsoft\\WindowsApps\\python.exe'), ['storeStub']);
    if (!posix) this.skip();
    const plain = join(folder, 'plain.txt');
    writeFileSync(plain, 'text');
    assert.deepEqual(await fault(plain), ['notExecutable']);
    assert.deepEqual(await fault(script('nonsense', 'echo 42')), ['noPython', '42']);
    assert.deepEqual(await fault(script('silent', 'exit 1')), ['noPython', '']);
    const liar = script('liar', `printf '\\001interview-lab-probe:{"version": 3}\\n'`);
    assert.deepEqual(await fault(liar), ['strange']);
    const dangling = join(folder, 'dangling');
    symlinkSync(join(folder, 'gone'), dangling);
    assert.deepEqual(await fault(dangling), ['missing']);
  });

  it('refuses a Python that is too old, naming its version', async function () {
    if (!posix) this.skip();
    const answer = `{"version": "2.7.18", "implementation": "cpython", "executable": "/x", "prefix": "/", "freeThreaded": false, "distributions": [], "folders": []}`;
    const old = script('old', `printf '\\001interview-lab-probe:%s\\n' '${answer}'`);
    assert.deepEqual(await fault(old), ['tooOld', '2.7.18']);
  });

  it('does not wait for ever, and asks again the next time', async function () {
    if (!posix) this.skip();
    const flag = join(folder, 'flag');
    const slow = script(
      'slow',
      `[ -e '${flag}' ] || exec sleep 30\nexec '${python.executable}' "$@"`,
    );
    const impatient = new PythonProbe(processes, 300);
    assert.deepEqual(await fault(slow, impatient), ['slow', 1]);
    writeFileSync(flag, '');
    const patient = new PythonProbe(processes);
    assert.ok((await ask(slow, patient)).ok);
  });

  describe('that is in use', () => {
    let venv: string;
    let used: string;
    let changes: number;
    let known: KnownInterpreter;

    beforeEach(async function () {
      if (!posix) this.skip();
      venv = mkdtempSync(join(folder, 'used-'));
      execFileSync(python.executable, ['-m', 'venv', '--without-pip', venv]);
      used = join(venv, 'bin', 'python');
      changes = 0;
      const probe = new PythonProbe(processes);
      const find = async (): Promise<Interpreter | undefined> => {
        for (const command of [used, python.executable]) {
          const answer = await ask(command, probe);
          if (answer.ok) return answer.interpreter;
        }
        return undefined;
      };
      known = new KnownInterpreter(probe, find, () => (changes += 1));
      assert.equal((await known.get())?.prefix, venv);
    });

    it('is known with what was installed since', async () => {
      const find = 'import sysconfig; print(sysconfig.get_path("purelib"))';
      const site = execFileSync(used, ['-c', find], { encoding: 'utf8' }).trim();
      mkdirSync(join(site, 'lab_late-1.0.dist-info'));
      const metadata = 'Metadata-Version: 2.1\nName: lab_late\nVersion: 1.0\n';
      writeFileSync(join(site, 'lab_late-1.0.dist-info', 'METADATA'), metadata);
      assert.equal((await known.get())?.distributions['lab-late'], '1.0');
      assert.equal((await known.get())?.distributions['lab-late'], '1.0');
      assert.equal(changes, 1);
    });

    it('is looked for again when it is gone', async () => {
      rmSync(venv, { recursive: true });
      const all = await Promise.all([known.get(), known.get()]);
      assert.deepEqual(
        all.map((one) => one?.executable),
        [python.executable, python.executable],
      );
      assert.equal(changes, 1);
    });

    it('is asked no more than once while nothing changes, by whatever name it is found', async () => {
      const count = join(folder, 'asked');
      writeFileSync(count, '');
      const shim = script('counted', `echo x >> '${count}'\nexec '${used}' "$@"`);
      const probe = new PythonProbe(processes);
      const find = async (): Promise<Interpreter | undefined> => {
        const answer = await ask(shim, probe);
        return answer.ok ? answer.interpreter : undefined;
      };
      const other = new KnownInterpreter(probe, find, () => (changes += 1));
      assert.equal((await other.get())?.executable, used);
      await other.get();
      assert.deepEqual([readFileSync(count, 'utf8'), changes], ['x\n', 0]);
    });
  });

  describe('and choosing one', () => {
    const search = (machine: Partial<Machine>): InterpreterSearch =>
      new InterpreterSearch(
        { ...thisMachine(), env: {}, home: folder, ...machine },
        new PythonProbe(processes),
      );
    const candidate = (command: string): { command: string; args: string[]; origin: string } => ({
      command,
      args: [],
      origin: 'setting',
    });

    it('takes the next place when what was chosen is none, and says why', async function () {
      if (!posix) this.skip();
      const refused: string[] = [];
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      symlinkSync(python.executable, join(bin, 'python3'));
      mkdirSync(join(bin, 'python'));
      const found = await search({ env: { PATH: bin } }).first(
        { chosen: [candidate(join(folder, 'missing'))], folders: [] },
        (_, { kind, command }) => {
          refused.push(`${kind} ${command}`);
        },
      );
      assert.equal(found?.origin, 'PATH');
      assert.equal(found.version, python.version);
      assert.deepEqual(refused, [`missing ${join(folder, 'missing')}`]);
    });

    it('passes over what is on the PATH and no Python, and waits for none for ever', async function () {
      if (!posix) this.skip();
      const before = join(folder, 'before');
      mkdirSync(join(before, 'python3.13'), { recursive: true });
      writeFileSync(join(before, 'python3.12'), 'not executable');
      script('before/python', "printf '\\000nonsense\\377'");
      script('before/python3', 'exec sleep 30');
      const bin = join(folder, 'after');
      mkdirSync(bin);
      symlinkSync(python.executable, join(bin, 'python3'));
      const machine = { ...thisMachine(), env: { PATH: `${before}:${bin}` }, home: folder };
      const impatient = new InterpreterSearch(machine, new PythonProbe(processes, 3000));
      const wishes = { chosen: [], folders: [] };
      const first = await impatient.first(wishes, () => undefined);
      assert.equal(first?.version, python.version);
      assert.deepEqual(
        (await impatient.all(wishes)).map(({ executable }) => executable),
        [first.executable],
      );
    });

    it('tells of those that answer while it waits for a slow one', async function () {
      if (!posix) this.skip();
      const flag = join(folder, 'answered');
      const bin = join(folder, 'slow-bin');
      mkdirSync(bin);
      script(
        'slow-bin/python',
        `while [ ! -e '${flag}' ]; do sleep 0.05; done\nexec '${python.executable}' "$@"`,
      );
      symlinkSync(python.executable, join(bin, 'python3.99'));
      const wishes = { chosen: [], folders: [] };
      const told: string[] = [];
      const all = await search({ env: { PATH: bin } }).all(wishes, ({ version }) => {
        told.push(version);
        writeFileSync(flag, '');
      });
      assert.deepEqual(told, [python.version]);
      assert.equal(all.length, 1);
      assert.equal(all[0]?.version, python.version);
    });

    it('finds none on an empty machine', async () => {
      assert.equal(await search({}).first({ chosen: [], folders: [] }, () => undefined), undefined);
    });

    it('lists each once, those of the PATH before those of pyenv', async function () {
      if (!posix) this.skip();
      const wishes = { chosen: [candidate(python.executable)], folders: [] };
      const all = await search({ env: { PATH: join(folder, 'bin') } }).all(wishes);
      assert.equal(all.length, 1);
      assert.equal(all[0]?.origin, 'setting');
    });
  });
});
