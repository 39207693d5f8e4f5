/** The Pythons that version managers keep, the newest of each first. */
import { condaInstallations } from './condaFolders.js';
import { dataFolder, localAppData, xdgData } from './dataFolders.js';
import { candidate, unique } from './discovery.js';
import type { Candidate } from './probe.js';
import type { Machine } from '../ports.js';

export function managedCandidates(machine: Machine): Candidate[] {
  return unique([
    ...pyenvVersions(machine),
    ...uvVersions(machine),
    ...miseVersions(machine),
    ...asdfVersions(machine),
    ...ryeVersions(machine),
    ...hatchVersions(machine),
    ...condaInstallations(machine),
    ...installedVersions(machine),
  ]);
}

/** The folder of pyenv, or of pyenv-win. */
export function pyenvRoot(machine: Machine): string {
  const { env, home, platform } = machine;
  const { paths } = machine;
  return platform === 'win32'
    ? (env['PYENV_ROOT'] ?? env['PYENV'] ?? paths.join(home, '.pyenv', 'pyenv-win'))
    : (env['PYENV_ROOT'] ?? paths.join(home, '.pyenv'));
}

function pyenvVersions(machine: Machine): Candidate[] {
  return versionsIn(machine, machine.paths.join(pyenvRoot(machine), 'versions'), 'pyenv');
}

function uvVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  const { env, home, platform } = machine;
  const roaming = env['APPDATA'] ?? paths.join(home, 'AppData', 'Roaming');
  const usual =
    platform === 'win32'
      ? [paths.join(roaming, 'uv', 'python'), paths.join(roaming, 'uv', 'data', 'python')]
      : [paths.join(xdgData(machine), 'uv', 'python')];
  const chosen = env['UV_PYTHON_INSTALL_DIR'];
  return (chosen === undefined ? usual : [chosen]).flatMap((folder) =>
    versionsIn(machine, folder, 'uv', /^(cpython|pypy|graalpy)-\d/, 'python3'),
  );
}

/** Beside the versions there are links to them, as `3.12` and `latest`. */
const wholeVersion = /^\d+\.\d+\.|-/;

function miseVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  const usual =
    machine.platform === 'win32'
      ? paths.join(localAppData(machine), 'mise')
      : paths.join(xdgData(machine), 'mise');
  const folder = paths.join(machine.env['MISE_DATA_DIR'] ?? usual, 'installs', 'python');
  return versionsIn(machine, folder, 'mise', wholeVersion);
}

function asdfVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  const root = machine.env['ASDF_DATA_DIR'] ?? paths.join(machine.home, '.asdf');
  return versionsIn(machine, paths.join(root, 'installs', 'python'), 'asdf');
}

function ryeVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  const root = machine.env['RYE_HOME'] ?? paths.join(machine.home, '.rye');
  return versionsIn(machine, paths.join(root, 'py'), 'rye', /^(cpython|pypy)@/, 'python3');
}

function hatchVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  const folder = paths.join(
    machine.env['HATCH_DATA_DIR'] ?? dataFolder(machine, 'hatch'),
    'pythons',
  );
  return newestFirst(machine, folder).map((name) =>
    candidate(installedPython(machine, paths.join(folder, name, 'python'), 'python3'), 'hatch'),
  );
}

/** What the installers of python.org put down, on the PATH or not. */
function installedVersions(machine: Machine): Candidate[] {
  const { paths } = machine;
  if (machine.platform === 'darwin') {
    const folder = '/Library/Frameworks/Python.framework/Versions';
    return versionsIn(machine, folder, 'python.org', /^\d/, 'python3');
  }
  if (machine.platform !== 'win32') return [];
  const folders = [
    paths.join(localAppData(machine), 'Programs', 'Python'),
    machine.env['ProgramFiles'] ?? 'C:\\Program Files',
  ];
  return folders.flatMap((folder) => versionsIn(machine, folder, 'python.org', /^Python3\d+/));
}

function versionsIn(
  machine: Machine,
  folder: string,
  origin: string,
  pattern = /^[^.]/,
  name = 'python',
): Candidate[] {
  return newestFirst(machine, folder)
    .filter((version) => pattern.test(version))
    .map((version) =>
      candidate(installedPython(machine, machine.paths.join(folder, version), name), origin),
    );
}

function installedPython(machine: Machine, root: string, name: string): string {
  const { paths } = machine;
  return machine.platform === 'win32'
    ? paths.join(root, 'python.exe')
    : paths.join(root, 'bin', name);
}

function newestFirst(machine: Machine, folder: string): string[] {
  return [...machine.list(folder)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
