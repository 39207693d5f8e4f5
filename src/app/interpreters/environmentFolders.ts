/**
 * The environments that tools keep outside the projects that they are for. They are offered, and none is used unless
 * the user chooses it: each belongs to a project of its own.
 */
import { condaEnvironments } from './condaFolders.js';
import { cacheFolder, dataFolder, xdgData } from './dataFolders.js';
import { candidate, unique } from './discovery.js';
import { environmentPython } from './environmentPython.js';
import type { Candidate } from './probe.js';
import type { Machine } from '../ports.js';
import { pyenvRoot } from './managedPythons.js';

export function environmentCandidates(machine: Machine): Candidate[] {
  return unique([
    ...condaEnvironments(machine),
    ...virtualenvwrapperEnvironments(machine),
    ...pipenvEnvironments(machine),
    ...poetryEnvironments(machine),
    ...pdmEnvironments(machine),
    ...hatchEnvironments(machine),
    ...pyenvEnvironments(machine),
  ]);
}

function virtualenvwrapperEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  const { env, home } = machine;
  const folders = [env['WORKON_HOME'], paths.join(home, '.virtualenvs'), paths.join(home, 'Envs')];
  return folders.flatMap((folder) => environmentsIn(machine, folder, 'virtualenvwrapper'));
}

function pipenvEnvironments(machine: Machine): Candidate[] {
  return environmentsIn(machine, machine.paths.join(xdgData(machine), 'virtualenvs'), 'pipenv');
}

function poetryEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  const { env } = machine;
  const cache = env['POETRY_CACHE_DIR'] ?? cacheFolder(machine, 'pypoetry');
  const folder = env['POETRY_VIRTUALENVS_PATH'] ?? paths.join(cache, 'virtualenvs');
  return environmentsIn(machine, folder, 'poetry');
}

function pdmEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  const data =
    machine.platform === 'win32'
      ? paths.join(dataFolder(machine, 'pdm'), 'pdm')
      : dataFolder(machine, 'pdm');
  return environmentsIn(machine, paths.join(data, 'venvs'), 'pdm');
}

/** One folder a project, one a state of it, one an environment. */
function hatchEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  const data = machine.env['HATCH_DATA_DIR'] ?? dataFolder(machine, 'hatch');
  const projects = inside(machine, paths.join(data, 'env', 'virtual'));
  return projects
    .flatMap((project) => [project, ...inside(machine, project)])
    .flatMap((folder) => environmentsIn(machine, folder, 'hatch'));
}

/** Those of pyenv-virtualenv, each in the version that it was made of. */
function pyenvEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  return inside(machine, paths.join(pyenvRoot(machine), 'versions')).flatMap((version) =>
    environmentsIn(machine, paths.join(version, 'envs'), 'pyenv-virtualenv'),
  );
}

function environmentsIn(machine: Machine, folder: string | undefined, origin: string): Candidate[] {
  if (folder === undefined || folder === '') return [];
  return inside(machine, folder)
    .filter((root) => machine.list(root).includes('pyvenv.cfg'))
    .map((root) => candidate(environmentPython(machine, root), origin));
}

function inside(machine: Machine, folder: string): string[] {
  const names = [...machine.list(folder)].sort((a, b) => a.localeCompare(b, 'en'));
  return names.map((name) => machine.paths.join(folder, name));
}
