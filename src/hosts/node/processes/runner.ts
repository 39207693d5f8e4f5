/** Starts Python programs for the panel and sees to it that each of them, with all it started, comes to an end. */
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Disposable } from '../../../app/disposable.js';
import { foldersVariable, startVariable } from '../builtIn/builtInOptions.js';
import { tellsWaiting } from './inputWait.js';
import { usualLimits } from './outputKeeper.js';
import type { OutputLimits } from './outputKeeper.js';
import type { Processes } from './processes.js';
import { ProcessTable } from './processTable.js';
import { PythonRun } from './pythonRun.js';
import { builtInCommand, isBuiltIn } from '../../../core/python/builtIn.js';
import type { Launch } from '../../../app/running/launch.js';
import type {
  OutputListener,
  RecordingOptions,
  Run,
  Runner,
  RunRequest,
  ToolRequest,
  RunListeners,
} from '../../../app/running/pythonServices.js';
import { StreamMarks } from './streamMarks.js';
import type { StartFault } from '../../../app/running/startFault.js';
import type { Recordings } from '../recorder/recordings.js';
import { Watchdog } from './watchdog.js';

/** Python reads no variable and no package of the user's; what the variables would say is said here. */
const isolation = ['-I', '-u', '-B', '-X', 'utf8'];

const ignore = (): void => undefined;

/** The built-in Python tells by its marks when it has started: until then no time counts. */
function ofBuiltIn(launch: Launch, folders: readonly string[]): Launch {
  const marks = launch.marks ?? newKey();
  const seen = [...folders, ...(launch.recording ? [launch.recording.folder] : [])];
  const env = { ...launch.env, [startVariable]: marks, [foldersVariable]: seen.join('\n') };
  return { ...launch, marks, tellsWaiting: true, env };
}

/** No program can guess it. */
function newKey(): string {
  return randomBytes(8).toString('hex');
}

export interface RunnerOptions {
  readonly limits?: OutputLimits;
  /** Left out where nothing is recorded. */
  readonly recordings?: Recordings;
}

export class PythonRunner implements Runner, Disposable {
  private readonly host = randomUUID();
  private readonly table = new ProcessTable();
  private readonly watchdog: Watchdog;
  private readonly marks = new StreamMarks();
  private readonly runs = new Set<PythonRun>();
  private readonly savedFiles: string[] = [];
  private started = 0;

  /** @param faultMessage what the user is told of a program that cannot be started; without it, the bare facts. */
  constructor(
    private readonly processes: Processes,
    private readonly faultMessage: (fault: StartFault) => string = JSON.stringify,
    private readonly options: RunnerOptions = {},
  ) {
    this.watchdog = new Watchdog(processes, this.host);
  }

  start(request: RunRequest, onOutput: OutputListener, listeners?: RunListeners): Run {
    const { interpreter, file, isolated = false, record, folders = [], ...rest } = request;
    const { executable } = interpreter;
    const program = { ...rest, command: executable };
    const launch = isolated
      ? { ...program, args: [...isolation, file], env: {} }
      : {
          ...program,
          args: [file],
          ...(record ? this.recorded(request.cwd, record) : this.marked()),
        };
    const told = isBuiltIn(interpreter) ? ofBuiltIn(launch, folders) : launch;
    return this.launch(told, executable, onOutput, listeners);
  }

  startTool(request: ToolRequest, onOutput: OutputListener): Run {
    return this.launch(request, request.watchedBy.executable, onOutput);
  }

  /** Ends everything at once; the watchdog sees to what is left. */
  dispose(): void {
    for (const run of this.runs) run.kill();
    this.watchdog.dispose();
    this.marks.dispose();
    for (const file of this.savedFiles) rmSync(dirname(file), { recursive: true, force: true });
  }

  /** @param pythonPath what else is on the path */
  private marked(pythonPath = process.env['PYTHONPATH']): Pick<Launch, 'env' | 'marks'> {
    const marks = newKey();
    return { marks, env: this.marks.variables(marks, !tellsWaiting, pythonPath) };
  }

  private recorded(
    root: string,
    options: RecordingOptions,
  ): Pick<Launch, 'env' | 'marks' | 'recording'> {
    const recording = this.options.recordings?.begin(root, process.env['PYTHONPATH'], options);
    if (!recording) throw new Error('This runner was not told where its recorder is.');
    const { env, ...marks } = this.marked(recording.pythonPath);
    // Without marks the path is the recorder's own.
    return {
      ...marks,
      env: { PYTHONPATH: recording.pythonPath, ...env, ...recording.variables },
      recording,
    };
  }

  private launch(
    launch: Launch,
    watchedBy: string,
    onOutput: OutputListener,
    { onWaiting = ignore, onTail = ignore }: RunListeners = {},
  ): Run {
    this.processes.mustBeAllowed();
    this.started += 1;
    // The built-in Python sees to its own end.
    if (watchedBy !== builtInCommand) this.watchdog.wake(watchedBy);
    const run = new PythonRun(`${this.host}.${this.started}`, launch, {
      onOutput,
      onWaiting,
      onTail,
      limits: this.options.limits ?? usualLimits,
      processes: this.processes,
      table: this.table,
      watchdog: this.watchdog,
      faultMessage: this.faultMessage,
    });
    this.runs.add(run);
    void run.result.then((result) => {
      this.runs.delete(run);
      if (result.savedTo !== undefined) this.savedFiles.push(result.savedTo);
    });
    return run;
  }
}
