/** Where conda and its kin keep their installations and environments. */
import { localAppData, xdgData } from './dataFolders.js';
import { candidate } from './discovery.js';
import { inEnvironment } from './environmentPython.js';
import type { Candidate } from './probe.js';
import type { Machine } from '../ports.js';

const distributions = [
  ...['miniconda3', 'anaconda3', 'miniforge3', 'mambaforge', 'miniconda', 'anaconda', 'miniforge'],
  'micromamba',
];

/** The Python of each installation itself. */
export function condaInstallations(machine: Machine): Candidate[] {
  return condaPythons(machine, condaRoots(machine));
}

/** The Python of each environment that has one: those in the usual folders, and those that conda has a list of. */
export function condaEnvironments(machine: Machine): Candidate[] {
  const { paths } = machine;
  const { env, home } = machine;
  const folders = [
    ...(env['CONDA_ENVS_PATH'] ?? env['CONDA_ENVS_DIRS'] ?? '').split(paths.delimiter),
    ...condaRoots(machine).map((root) => paths.join(root, 'envs')),
    paths.join(home, '.conda', 'envs'),
  ].filter((folder) => folder !== '');
  const listed = machine
    .read(paths.join(home, '.conda', 'environments.txt'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => machine.paths.isAbsolute(line));
  return condaPythons(machine, [
    ...folders.flatMap((folder) => inside(machine, folder)),
    ...listed,
  ]);
}

/** Every folder in which an installation may be; few of them are there. */
function condaRoots(machine: Machine): string[] {
  const { paths } = machine;
  const { env, home, platform } = machine;
  const parents =
    platform === 'win32'
      ? [home, localAppData(machine), env['ProgramData'] ?? 'C:\\ProgramData', 'C:\\', 'C:\\tools']
      : [home, paths.join(home, 'opt'), '/opt', '/usr/local'];
  const casks = ['/opt/homebrew/Caskroom', '/usr/local/Caskroom'].flatMap((folder) =>
    platform === 'darwin' ? distributions.map((name) => paths.join(folder, name, 'base')) : [],
  );
  const conda = env['CONDA_EXE'];
  return [
    env['CONDA_PREFIX'],
    conda === undefined ? undefined : paths.dirname(paths.dirname(conda)),
    env['MAMBA_ROOT_PREFIX'],
    ...parents.flatMap((parent) => distributions.map((name) => paths.join(parent, name))),
    ...casks,
    ...(platform === 'win32' ? [] : ['/opt/conda', paths.join(xdgData(machine), 'mamba')]),
  ].filter((root): root is string => root !== undefined && root !== '');
}

function inside(machine: Machine, folder: string): string[] {
  return machine.list(folder).map((name) => machine.paths.join(folder, name));
}

/** Of those that are environments and hold a Python, which one made for another language does not. */
function condaPythons(machine: Machine, roots: readonly string[]): Candidate[] {
  const { paths } = machine;
  return roots.flatMap((root) => {
    if (!machine.list(root).includes('conda-meta')) return [];
    const python = inEnvironment(machine, root, true);
    return machine.list(paths.dirname(python)).includes(paths.basename(python))
      ? [candidate(python, 'conda')]
      : [];
  });
}
