/** The built-in Python among the processes: how its command becomes one of Node's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { builtInCommand } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import { snapshotVariable } from './builtInOptions.js';
import type { Start } from '../processes/start.js';

/** The interpreter's code runs as it is: to optimize it takes longer than most programs run. No code from strings. */
const nodeOptions = ['--liftoff-only', '--disallow-code-generation-from-strings'];

/** One and the same: another object would mean that something was installed. */
const noPackages: Interpreter['distributions'] = {};

const lockSchema = v.object({ info: v.object({ python: v.string() }) });

export class BuiltInPython {
  private version: string | undefined;

  /**
   * @param folder absolute path of the one that holds `python.mjs`
   * @param snapshot absolute path of the file that keeps its memory as it is after its start
   */
  constructor(
    private readonly folder: string,
    private readonly snapshot: string,
  ) {}

  /** A program of Node's in place of the built-in Python; whatever else is started stays as it is. */
  resolve(start: Start): Start {
    if (start.command !== builtInCommand) return start;
    return {
      ...start,
      command: process.execPath,
      args: [...nodeOptions, join(this.folder, 'python.mjs'), ...start.args],
      // VS Code's own executable is Node when it is told to be.
      env: {
        ...start.env,
        ELECTRON_RUN_AS_NODE: '1',
        [snapshotVariable]: `${this.snapshot}-${this.python()}`,
      },
    };
  }

  /** What it is: nothing is started to find out. */
  interpreter(origin: string): Interpreter {
    return {
      executable: builtInCommand,
      version: this.python(),
      implementation: 'cpython',
      freeThreaded: false,
      prefix: builtInCommand,
      distributions: noPackages,
      origin,
    };
  }

  private python(): string {
    return (this.version ??= v.parse(
      lockSchema,
      JSON.parse(readFileSync(join(this.folder, 'pyodide-lock.json'), 'utf8')),
    ).info.python);
  }
}
