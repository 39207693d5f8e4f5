import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { pythonEnvironment } from '../../../../src/app/running/environment.js';
import { somePython } from '../../hosts/node/processes/pythons.js';

describe('The environment of a program', function () {
  this.timeout(60_000);

  it('holds none of the variables by which Python changes what it does', async () => {
    const { executable } = await somePython();
    const help = execFileSync(executable, ['--help-env'], { encoding: 'utf8' });
    const own = [...help.matchAll(/^(PYTHON[A-Z_0-9]+)/gm)].map(([, name]) => name ?? '');
    assert.ok(own.length > 15, `only ${own.length} were found`);
    const colors = ['NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'LINES', 'PYTHON_COLORS', 'PYTHON_GIL'];
    const set = Object.fromEntries([...own, ...colors].map((name) => [name, 'the user’s']));
    const left = Object.entries(pythonEnvironment(set)).filter(
      ([, value]) => value === 'the user’s',
    );
    assert.deepEqual(
      left.map(([name]) => name).sort(),
      ['PYTHONNOUSERSITE', 'PYTHONPATH', 'PYTHONUSERBASE'].filter((name) => own.includes(name)),
    );
  });

  it('keeps all others, and takes names as Windows does', () => {
    const environment = pythonEnvironment({
      HOME: '/home/ada',
      Path: 'C:\\',
      PythonOptimize: '2',
      PythonPath: 'lib',
    });
    assert.equal(environment['HOME'], '/home/ada');
    assert.equal(environment['Path'], 'C:\\');
    assert.equal(environment['PythonPath'], 'lib');
    assert.ok(!('PythonOptimize' in environment));
  });
});
