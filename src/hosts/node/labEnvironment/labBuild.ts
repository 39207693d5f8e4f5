/** One installation into the lab environment, from an empty folder to the finished environment in its place. */
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { installFault } from '../../../core/python/installFault.js';
import type { InstallFault } from '../../../core/python/installFault.js';
import { parseRequirement } from '../../../core/python/requirement.js';
import { satisfies } from '../../../core/python/versions.js';
import { isRunning } from '../processes/runningProcess.js';
import { lookUp } from '../../../app/interpreters/discovery.js';
import { environmentPython } from '../../../app/interpreters/environmentPython.js';
import { labFolder } from '../../../app/running/lab.js';
import type { InstallRequest } from '../../../app/running/lab.js';
import type { LabSurroundings } from './labSurroundings.js';
import { labRecord } from './labSurroundings.js';

const recordSchema = v.object({
  version: v.literal(1),
  /** What was asked for, all in all. */
  requirements: v.array(v.string()),
});

/** What would lead an installer elsewhere than into the environment that it is given. */
const environment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    [
      ...['VIRTUAL_ENV', 'CONDA_PREFIX', 'PYTHONHOME', 'PYTHONPATH'],
      ...['PIP_TARGET', 'PIP_PREFIX', 'PIP_ROOT', 'PIP_PYTHON', 'PIP_REQUIRE_VIRTUALENV'],
      ...['UV_SYSTEM_PYTHON', 'UV_PROJECT_ENVIRONMENT', 'UV_TARGET', 'UV_PREFIX', 'UV_PYTHON'],
    ].map((name) => [name, undefined]),
  ),
  PIP_USER: '0',
  NO_COLOR: '1',
};

type CommandLine = readonly [string, ...string[]];

/** How an environment is made, and how packages are put into it: their names come after the rest. */
interface Installer {
  readonly make: CommandLine;
  readonly install: CommandLine;
}

export class LabBuild {
  private readonly place: string;
  /** Holds the new environment, and the old one while the two change places. */
  private work = '';

  constructor(
    private readonly surroundings: LabSurroundings,
    private readonly request: InstallRequest,
  ) {
    this.place = join(surroundings.storage, labFolder);
  }

  /** Answers with what went wrong; nothing is left of it then. */
  async run(): Promise<InstallFault | undefined> {
    const { storage } = this.surroundings;
    await mkdir(storage, { recursive: true });
    await this.sweep();
    this.work = await mkdtemp(join(storage, `${labFolder}-${process.pid}-`));
    try {
      return await this.build(join(this.work, 'new'));
    } finally {
      await rm(this.work, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  private async build(folder: string): Promise<InstallFault | undefined> {
    const { requirements } = this.request;
    const installer = this.installerFor(folder);
    const made = await this.tool(installer.make);
    if (made) return made;

    const all = together(await this.installedBefore(), requirements);
    let wanted = all;
    let fault = await this.tool([...installer.install, ...all]);
    if (fault?.kind === 'refused' && all.length > requirements.length) {
      // What was asked for now counts more than what was asked for before and does not go with it.
      wanted = requirements;
      fault = await this.tool([...installer.install, ...wanted]);
    }
    if (fault) return fault;
    const record = { version: 1, requirements: wanted };
    await writeFile(join(folder, labRecord), `${JSON.stringify(record, undefined, 2)}\n`);
    await moveNames(folder, this.place);
    return this.isCancelled() ? { kind: 'cancelled' } : this.changePlaces(folder);
  }

  private installerFor(folder: string): Installer {
    const { machine } = this.surroundings;
    const { executable, distributions } = this.request.base;
    const python = environmentPython(machine, folder);
    const uv = lookUp(machine, 'uv');
    if (uv !== 'uv')
      return {
        make: [uv, 'venv', '--no-project', '--python', executable, folder],
        install: [uv, 'pip', 'install', '--python', python],
      };
    const install = [
      ...['install', '--no-input', '--disable-pip-version-check', '--progress-bar=off'],
      // Without a network pip would try again for minutes.
      '--retries=1',
    ];
    const pip = distributions['pip'];
    // Where the base's pip can install elsewhere, the environment needs none of its own, which takes seconds.
    if (pip !== undefined && satisfies('>=22.3', pip))
      return {
        make: [executable, '-m', 'venv', '--without-pip', folder],
        install: [executable, '-m', 'pip', '--python', python, ...install],
      };
    return {
      make: [executable, '-m', 'venv', folder],
      install: [python, '-m', 'pip', ...install],
    };
  }

  private async tool([command, ...args]: CommandLine): Promise<InstallFault | undefined> {
    const { runner, log } = this.surroundings;
    const { base, signal, onLine } = this.request;
    if (this.isCancelled()) return { kind: 'cancelled' };
    log.info(`Lab environment: ${[command, ...args].join(' ')}`);
    let rest = '';
    const say = (line: string): void => {
      if (line.trim() === '') return;
      log.info(line);
      onLine(line.trim());
    };
    const request = { command, args, cwd: this.work, env: environment, watchedBy: base };
    const run = runner.startTool(request, ({ text }) => {
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      lines.forEach(say);
    });
    const stop = (): void => {
      run.stop();
    };
    signal.addEventListener('abort', stop);
    run.endInput();
    const result = await run.result;
    signal.removeEventListener('abort', stop);
    say(rest);
    if (this.isCancelled() || result.ended === 'stopped') return { kind: 'cancelled' };
    if (result.code === 0) return undefined;
    return installFault(result.error ?? `${result.stdout}\n${result.stderr}`);
  }

  private isCancelled(): boolean {
    return this.request.signal.aborted;
  }

  private async installedBefore(): Promise<readonly string[]> {
    try {
      const text = await readFile(join(this.place, labRecord), 'utf8');
      const parsed = v.safeParse(recordSchema, JSON.parse(text));
      return parsed.success ? parsed.output.requirements : [];
    } catch {
      // There is none yet, or somebody damaged it: then nothing counts as installed.
      return [];
    }
  }

  private async changePlaces(folder: string): Promise<InstallFault | undefined> {
    const old = join(this.work, 'old');
    const hadOld = await rename(this.place, old).then(
      () => true,
      (error: unknown) => isMissing(error) && undefined,
    );
    if (hadOld === false) return { kind: 'inUse' };
    try {
      await rename(folder, this.place);
      return undefined;
    } catch {
      if (hadOld === true) await rename(old, this.place);
      return { kind: 'inUse' };
    }
  }

  /** Removes what a window left that was killed while it built; the folder's name says which process that was. */
  private async sweep(): Promise<void> {
    const { storage } = this.surroundings;
    for (const name of await readdir(storage)) {
      if (!name.startsWith(`${labFolder}-`)) continue;
      const builder = /^(\d+)-/.exec(name.slice(labFolder.length + 1))?.[1];
      if (builder === undefined || isRunning(Number(builder))) continue;
      await rm(join(storage, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** A package that is asked for again is asked for as it is now. */
function together(before: readonly string[], now: readonly string[]): readonly string[] {
  const keys = new Set(now.map((text) => parseRequirement(text)?.key));
  return [...before.filter((text) => !keys.has(parseRequirement(text)?.key)), ...now];
}

/** Scripts name the Python that they run with; where the environment will be is told to them before it moves. */
async function moveNames(folder: string, place: string): Promise<void> {
  // Read byte by byte, since some of them are programs: the names are looked for as their bytes.
  const bytes = (path: string): string => Buffer.from(path).toString('latin1');
  const [from, to] = [bytes(folder), bytes(place)];
  const scripts = join(folder, 'bin');
  const names = await readdir(scripts).catch(() => []);
  for (const file of [join(folder, 'pyvenv.cfg'), ...names.map((name) => join(scripts, name))]) {
    const info = await lstat(file);
    if (!info.isFile() || info.size > 1024 * 1024) continue;
    const text = await readFile(file, 'latin1');
    if (text.includes(from))
      await writeFile(
        file,
        text.replaceAll(from, () => to),
        'latin1',
      );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
