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
    const others = [
      ...['NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'LINES', 'PYTHON_COLORS', 'PYTHON_GIL'],
      ...['TZ', 'LANG', 'LANGUAGE', 'LC_ALL', 'LC_TIME', 'LC_NUMERIC', 'SOURCE_DATE_EPOCH'],
      ...['POSIXLY_CORRECT', 'PYTEST_ADDOPTS'],
    ];
    const set = Object.fromEntries([...own, ...others].map((name) => [name, 'the user’s']));
    const left = Object.entries(pythonEnvironment(set)).filter(
      ([, value]) => value === 'the user’s',
    );
    assert.deepEqual(
      left.map(([name]) => name).sort(),
      ['PYTHONNOUSERSITE', 'PYTHONPATH', 'PYTHONUSERBASE'].filter((name) => own.includes(name)),
    );
  });

  it('makes it say the same in every zone and language', async () => {
    const { executable } = await somePython();
    const code = [
      'import calendar, datetime, getopt, locale, os, sys, time',
      'locale.setlocale(locale.LC_ALL, "")',
      'print(time.tzname[0], datetime.datetime.fromtimestamp(0), f"{1234.5:n}", calendar.day_name[0])',
      'print(getopt.gnu_getopt(["a", "-x"], "x"), sys.getfilesystemencoding(), "é")',
    ].join('\n');
    const said = (set: NodeJS.ProcessEnv): string =>
      execFileSync(executable, ['-c', code], {
        encoding: 'utf8',
        env: pythonEnvironment({ ...process.env, ...set }),
      });
    const own = said({});
    assert.match(
      own,
      /^UTC 1970-01-01 00:00:00 1234.5 Monday\n\(\[\('-x', ''\)\], \['a'\]\) utf-8 é/,
    );
    for (const set of [
      { TZ: 'Asia/Tokyo' },
      { TZ: ':/etc/localtime', LC_ALL: 'de_DE.UTF-8' },
      { LANG: 'tr_TR.ISO-8859-9', LC_NUMERIC: 'de_DE' },
      { POSIXLY_CORRECT: '1', SOURCE_DATE_EPOCH: '0' },
    ])
      assert.equal(said(set), own, JSON.stringify(set));
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
