import assert from 'node:assert/strict';
import {
  expandPath,
  isStoreStub,
  lookUp,
  pathCandidates,
  workspaceCandidates,
} from '../../../../src/app/interpreters/discovery.js';
import { managedCandidates } from '../../../../src/app/interpreters/managedPythons.js';
import { machine, shown } from './madeUpMachine.js';

describe('Where Pythons are looked for', () => {
  it('on the PATH: python3, then python, then the numbered ones', () => {
    const linux = machine(
      'linux',
      { PATH: '/usr/local/bin:relative:/usr/bin::/usr/bin' },
      {
        '/usr/local/bin': ['python3.13', 'python3.9', 'python3-config', 'node'],
        '/usr/bin': ['python', 'python3', 'python3.11', 'python3.13t', 'pythonw'],
        relative: ['python3'],
      },
    );
    assert.deepEqual(shown(pathCandidates(linux)), [
      '/usr/bin/python3 (PATH)',
      '/usr/bin/python (PATH)',
      '/usr/local/bin/python3.13 (PATH)',
      '/usr/local/bin/python3.9 (PATH)',
      '/usr/bin/python3.13t (PATH)',
      '/usr/bin/python3.11 (PATH)',
    ]);
  });

  it('on Windows: not the Store’s stub, and the launcher last', () => {
    const stub = 'C:\\Users\\ada\\AppData\\Local\\Microsoft\\WindowsApps';
    const windows = machine(
      'win32',
      { Path: `${stub};"C:\\Program Files\\Python312";C:\\Windows` },
      {
        [stub]: ['python.exe', 'python3.exe'],
        'C:\\Program Files\\Python312': ['python.exe', 'pythonw.exe'],
        'C:\\Windows': ['py.exe'],
      },
    );
    assert.deepEqual(shown(pathCandidates(windows)), [
      'C:\\Program Files\\Python312\\python.exe (PATH)',
      'C:\\Windows\\py.exe -3 (py -3)',
    ]);
    assert.ok(isStoreStub(`${stub}\\python3.12.exe`));
    assert.ok(!isStoreStub('C:\\Python312\\python.exe'));
  });

  it('at a path whose folders are named with signs that mean something elsewhere', () => {
    const linux = { ...machine('linux', { X: 'c$&' }, {}), home: '/home/a$$b' };
    assert.equal(expandPath(linux, '~/python', undefined), '/home/a$$b/python');
    assert.equal(expandPath(linux, '${workspaceFolder}/p', '/w/$&$`'), '/w/$&$`/p');
    assert.equal(expandPath(linux, '/${env:X}/p', undefined), '/c$&/p');
  });

  it('of pyenv’s shims only those that follow its choice', () => {
    const linux = machine(
      'linux',
      { PATH: '/home/ada/.pyenv/shims' },
      { '/home/ada/.pyenv/shims': ['python', 'python3', 'python3.12', 'python3.8'] },
    );
    assert.deepEqual(shown(pathCandidates(linux)), [
      '/home/ada/.pyenv/shims/python3 (PATH)',
      '/home/ada/.pyenv/shims/python (PATH)',
    ]);
  });

  it('in pyenv and uv, the newest first', () => {
    const mac = machine(
      'darwin',
      {},
      {
        '/home/ada/.pyenv/versions': ['3.9.18', '3.13.0', '3.10.13', '.cache'],
        '/home/ada/.local/share/uv/python': ['cpython-3.12.7-macos-aarch64-none', '.lock', 'bin'],
      },
    );
    assert.deepEqual(shown(managedCandidates(mac)), [
      '/home/ada/.pyenv/versions/3.13.0/bin/python (pyenv)',
      '/home/ada/.pyenv/versions/3.10.13/bin/python (pyenv)',
      '/home/ada/.pyenv/versions/3.9.18/bin/python (pyenv)',
      '/home/ada/.local/share/uv/python/cpython-3.12.7-macos-aarch64-none/bin/python3 (uv)',
    ]);
  });

  it('in pyenv-win, uv and conda on Windows', () => {
    const windows = machine(
      'win32',
      { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming', CONDA_PREFIX: 'D:\\conda' },
      {
        'C:\\Users\\ada\\.pyenv\\pyenv-win\\versions': ['3.12.1'],
        'C:\\Users\\ada\\AppData\\Roaming\\uv\\data\\python': [
          'cpython-3.13.1-windows-x86_64-none',
        ],
        'D:\\conda': ['conda-meta', 'python.exe'],
      },
    );
    assert.deepEqual(shown(managedCandidates(windows)), [
      'C:\\Users\\ada\\.pyenv\\pyenv-win\\versions\\3.12.1\\python.exe (pyenv)',
      'C:\\Users\\ada\\AppData\\Roaming\\uv\\data\\python\\cpython-3.13.1-windows-x86_64-none\\python.exe (uv)',
      'D:\\conda\\python.exe (conda)',
    ]);
  });

  it('in the workspace, where there is an environment and not just a folder of that name', () => {
    const folders = {
      '/home/ada/a/.venv': ['pyvenv.cfg', 'bin'],
      '/home/ada/a/venv': ['notes.txt'],
      '/home/ada/b/venv': ['pyvenv.cfg'],
      'C:\\work\\.venv': ['pyvenv.cfg'],
    };
    assert.deepEqual(
      shown(workspaceCandidates(machine('linux', {}, folders), ['/home/ada/a', '/home/ada/b'])),
      ['/home/ada/a/.venv/bin/python (.venv)', '/home/ada/b/venv/bin/python (venv)'],
    );
    assert.deepEqual(shown(workspaceCandidates(machine('win32', {}, folders), ['C:\\work'])), [
      'C:\\work\\.venv\\Scripts\\python.exe (.venv)',
    ]);
  });

  it('under a path as users write it', () => {
    const linux = machine(
      'linux',
      { TOOLS: '/opt', PATH: '/usr/bin' },
      { '/usr/bin': ['python3.12'] },
    );
    assert.equal(expandPath(linux, '~/py/bin/python', undefined), '/home/ada/py/bin/python');
    assert.equal(
      expandPath(linux, '${workspaceFolder}/.venv/bin/python', '/w'),
      '/w/.venv/bin/python',
    );
    assert.equal(expandPath(linux, '${env:TOOLS}/python', undefined), '/opt/python');
    assert.equal(expandPath(linux, '.venv/bin/python', '/w'), '/w/.venv/bin/python');
    assert.equal(lookUp(linux, expandPath(linux, 'python3.12', '/w')), '/usr/bin/python3.12');
    assert.equal(lookUp(linux, 'python9'), 'python9');
  });
});
