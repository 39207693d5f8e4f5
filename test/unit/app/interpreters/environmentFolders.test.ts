import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InterpreterSearch } from '../../../../src/app/interpreters/interpreterSearch.js';
import { environmentCandidates } from '../../../../src/app/interpreters/environmentFolders.js';
import { thisMachine } from '../../../../src/hosts/node/interpreters/machine.js';
import { managedCandidates } from '../../../../src/app/interpreters/managedPythons.js';
import { PythonProbe } from '../../../../src/hosts/node/interpreters/probe.js';
import { somePython } from '../../hosts/node/processes/pythons.js';
import { processes } from '../../hosts/node/processes/trusted.js';
import { machine, shown } from './madeUpMachine.js';

const venv = ['bin', 'pyvenv.cfg'];
const conda = ['bin', 'conda-meta'];

/** The folders of an environment of conda's at a path. */
const condaAt = (root: string): Record<string, string[]> => ({
  [root]: conda,
  [`${root}/bin`]: ['python', 'python3'],
});

describe('Environments outside the projects', () => {
  it('are those of conda: in its folders, in those it is told of, and on its list; not those without a Python', () => {
    const linux = machine(
      'linux',
      { CONDA_EXE: '/data/conda/bin/conda', CONDA_ENVS_PATH: '/data/envs:/more' },
      {
        ...condaAt('/home/ada/miniconda3'),
        '/home/ada/miniconda3/envs': ['ml', 'r', 'notes.txt', '.conda_envs_dir_test'],
        ...condaAt('/home/ada/miniconda3/envs/ml'),
        '/home/ada/miniconda3/envs/r': conda,
        '/home/ada/miniconda3/envs/r/bin': ['R'],
        '/data/conda/envs': ['old'],
        ...condaAt('/data/conda/envs/old'),
        '/data/envs': ['shared'],
        ...condaAt('/data/envs/shared'),
        '/home/ada/.conda/envs': ['own'],
        ...condaAt('/home/ada/.conda/envs/own'),
        '/home/ada/.local/share/mamba/envs': ['fast'],
        ...condaAt('/home/ada/.local/share/mamba/envs/fast'),
        ...condaAt('/projects/app/env'),
      },
      {
        '/home/ada/.conda/environments.txt':
          '/home/ada/miniconda3\r\n/home/ada/miniconda3/envs/ml\n\nrelative\n/gone\n/projects/app/env\n',
      },
    );
    assert.deepEqual(shown(environmentCandidates(linux)), [
      '/data/envs/shared/bin/python (conda)',
      '/data/conda/envs/old/bin/python (conda)',
      '/home/ada/miniconda3/envs/ml/bin/python (conda)',
      '/home/ada/.local/share/mamba/envs/fast/bin/python (conda)',
      '/home/ada/.conda/envs/own/bin/python (conda)',
      '/home/ada/miniconda3/bin/python (conda)',
      '/projects/app/env/bin/python (conda)',
    ]);
    assert.deepEqual(shown(managedCandidates(linux)), ['/home/ada/miniconda3/bin/python (conda)']);
  });

  it('are those of conda on Windows and on a Mac', () => {
    const windows = machine(
      'win32',
      { ProgramData: 'C:\\ProgramData' },
      {
        'C:\\ProgramData\\anaconda3': ['conda-meta', 'python.exe'],
        'C:\\ProgramData\\anaconda3\\envs': ['web'],
        'C:\\ProgramData\\anaconda3\\envs\\web': ['conda-meta', 'python.exe'],
        'C:\\Users\\ada\\AppData\\Local\\miniconda3\\envs': ['r'],
        'C:\\Users\\ada\\AppData\\Local\\miniconda3\\envs\\r': ['conda-meta'],
        'D:\\app': ['conda-meta', 'python.exe'],
      },
      { 'C:\\Users\\ada\\.conda\\environments.txt': 'D:\\app\r\n' },
    );
    assert.deepEqual(shown(environmentCandidates(windows)), [
      'C:\\ProgramData\\anaconda3\\envs\\web\\python.exe (conda)',
      'D:\\app\\python.exe (conda)',
    ]);
    const cask = '/opt/homebrew/Caskroom/miniconda/base';
    const mac = machine(
      'darwin',
      {},
      {
        ...condaAt(cask),
        [`${cask}/envs`]: ['data'],
        ...condaAt(`${cask}/envs/data`),
      },
    );
    assert.deepEqual(shown(environmentCandidates(mac)), [`${cask}/envs/data/bin/python (conda)`]);
    assert.deepEqual(shown(managedCandidates(mac)), [`${cask}/bin/python (conda)`]);
  });

  it('are those of virtualenvwrapper, pipenv, poetry, PDM, hatch and pyenv-virtualenv', () => {
    const at = (root: string): Record<string, string[]> => ({ [root]: venv });
    const linux = machine(
      'linux',
      { WORKON_HOME: '/envs' },
      {
        '/envs': ['site', 'hooks'],
        ...at('/envs/site'),
        '/envs/hooks': ['postactivate'],
        '/home/ada/.virtualenvs': ['blog'],
        ...at('/home/ada/.virtualenvs/blog'),
        '/home/ada/.local/share/virtualenvs': ['shop-x1'],
        ...at('/home/ada/.local/share/virtualenvs/shop-x1'),
        '/home/ada/.cache/pypoetry/virtualenvs': ['api-py3.12', 'envs.toml'],
        ...at('/home/ada/.cache/pypoetry/virtualenvs/api-py3.12'),
        '/home/ada/.local/share/pdm/venvs': ['tool-3.11'],
        ...at('/home/ada/.local/share/pdm/venvs/tool-3.11'),
        '/home/ada/.local/share/hatch/env/virtual': ['lib', '.pyright'],
        '/home/ada/.local/share/hatch/env/virtual/lib': ['Ab3'],
        '/home/ada/.local/share/hatch/env/virtual/lib/Ab3': ['lib', 'test'],
        ...at('/home/ada/.local/share/hatch/env/virtual/lib/Ab3/lib'),
        ...at('/home/ada/.local/share/hatch/env/virtual/lib/Ab3/test'),
        '/home/ada/.pyenv/versions': ['3.12.1'],
        '/home/ada/.pyenv/versions/3.12.1/envs': ['work'],
        ...at('/home/ada/.pyenv/versions/3.12.1/envs/work'),
      },
    );
    assert.deepEqual(shown(environmentCandidates(linux)), [
      '/envs/site/bin/python (virtualenvwrapper)',
      '/home/ada/.virtualenvs/blog/bin/python (virtualenvwrapper)',
      '/home/ada/.local/share/virtualenvs/shop-x1/bin/python (pipenv)',
      '/home/ada/.cache/pypoetry/virtualenvs/api-py3.12/bin/python (poetry)',
      '/home/ada/.local/share/pdm/venvs/tool-3.11/bin/python (pdm)',
      '/home/ada/.local/share/hatch/env/virtual/lib/Ab3/lib/bin/python (hatch)',
      '/home/ada/.local/share/hatch/env/virtual/lib/Ab3/test/bin/python (hatch)',
      '/home/ada/.pyenv/versions/3.12.1/envs/work/bin/python (pyenv-virtualenv)',
    ]);
  });

  it('lie elsewhere on a Mac, on Windows, and where variables say so', () => {
    const mac = machine(
      'darwin',
      { POETRY_VIRTUALENVS_PATH: '/poems', HATCH_DATA_DIR: '/hatch' },
      {
        '/poems': ['ode'],
        '/poems/ode': venv,
        '/home/ada/Library/Caches/pypoetry/virtualenvs': ['unused'],
        '/home/ada/Library/Caches/pypoetry/virtualenvs/unused': venv,
        '/home/ada/Library/Application Support/pdm/venvs': ['a'],
        '/home/ada/Library/Application Support/pdm/venvs/a': venv,
        '/hatch/env/virtual': ['b'],
        '/hatch/env/virtual/b': ['dev'],
        '/hatch/env/virtual/b/dev': venv,
      },
    );
    assert.deepEqual(shown(environmentCandidates(mac)), [
      '/poems/ode/bin/python (poetry)',
      '/home/ada/Library/Application Support/pdm/venvs/a/bin/python (pdm)',
      '/hatch/env/virtual/b/dev/bin/python (hatch)',
    ]);
    const local = 'C:\\Users\\ada\\AppData\\Local';
    const windows = machine(
      'win32',
      {},
      {
        'C:\\Users\\ada\\Envs': ['w'],
        'C:\\Users\\ada\\Envs\\w': ['pyvenv.cfg', 'Scripts'],
        [`${local}\\pypoetry\\Cache\\virtualenvs`]: ['p'],
        [`${local}\\pypoetry\\Cache\\virtualenvs\\p`]: ['pyvenv.cfg', 'Scripts'],
        [`${local}\\pdm\\pdm\\venvs`]: ['d'],
        [`${local}\\pdm\\pdm\\venvs\\d`]: ['pyvenv.cfg', 'Scripts'],
      },
    );
    assert.deepEqual(shown(environmentCandidates(windows)), [
      'C:\\Users\\ada\\Envs\\w\\Scripts\\python.exe (virtualenvwrapper)',
      `${local}\\pypoetry\\Cache\\virtualenvs\\p\\Scripts\\python.exe (poetry)`,
      `${local}\\pdm\\pdm\\venvs\\d\\Scripts\\python.exe (pdm)`,
    ]);
  });

  it('are not the versions of mise, asdf, rye, hatch and python.org, which are Pythons like those of pyenv', () => {
    const mac = machine(
      'darwin',
      { ASDF_DATA_DIR: '/asdf' },
      {
        '/home/ada/.local/share/mise/installs/python': ['3', '3.12', '3.12.7', '3.9.1', 'latest'],
        '/asdf/installs/python': ['3.11.2', 'miniconda3-4.7'],
        '/home/ada/.rye/py': ['cpython@3.12.3', 'self'],
        '/home/ada/Library/Application Support/hatch/pythons': ['3.13'],
        '/Library/Frameworks/Python.framework/Versions': ['3.12', '3.14', 'Current'],
      },
    );
    assert.deepEqual(shown(managedCandidates(mac)), [
      '/home/ada/.local/share/mise/installs/python/3.12.7/bin/python (mise)',
      '/home/ada/.local/share/mise/installs/python/3.9.1/bin/python (mise)',
      '/asdf/installs/python/miniconda3-4.7/bin/python (asdf)',
      '/asdf/installs/python/3.11.2/bin/python (asdf)',
      '/home/ada/.rye/py/cpython@3.12.3/bin/python3 (rye)',
      '/home/ada/Library/Application Support/hatch/pythons/3.13/python/bin/python3 (hatch)',
      '/Library/Frameworks/Python.framework/Versions/3.14/bin/python3 (python.org)',
      '/Library/Frameworks/Python.framework/Versions/3.12/bin/python3 (python.org)',
    ]);
    const local = 'C:\\Users\\ada\\AppData\\Local';
    const windows = machine(
      'win32',
      {},
      {
        [`${local}\\mise\\installs\\python`]: ['3.12.7'],
        [`${local}\\Programs\\Python`]: ['Launcher', 'Python313', 'Python310'],
        'C:\\Users\\ada\\AppData\\Roaming\\uv\\python': ['cpython-3.13.1-windows-x86_64-none'],
      },
    );
    assert.deepEqual(shown(managedCandidates(windows)), [
      'C:\\Users\\ada\\AppData\\Roaming\\uv\\python\\cpython-3.13.1-windows-x86_64-none\\python.exe (uv)',
      `${local}\\mise\\installs\\python\\3.12.7\\python.exe (mise)`,
      `${local}\\Programs\\Python\\Python313\\python.exe (python.org)`,
      `${local}\\Programs\\Python\\Python310\\python.exe (python.org)`,
    ]);
  });

  it('are offered, and none is used unasked', async function () {
    this.timeout(60_000);
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'lab-home-')));
    try {
      const root = join(home, '.virtualenvs', 'shop');
      mkdirSync(join(home, '.virtualenvs'));
      const { executable } = await somePython();
      execFileSync(executable, ['-m', 'venv', '--without-pip', root]);
      const nothingElse = { ...thisMachine(), home, env: {} };
      const search = new InterpreterSearch(nothingElse, new PythonProbe(processes));
      const wishes = { chosen: [], folders: [] };
      const all = await search.all(wishes);
      assert.deepEqual(
        all.map(({ prefix, origin }) => [realpathSync(prefix), origin]),
        [[root, 'virtualenvwrapper']],
      );
      assert.equal(await search.first(wishes, () => undefined), undefined);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
