/** What a program says, a piece a stream. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputStream } from '../../../../../src/core/pack/pack.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import type { RunResult } from '../../../../../src/app/running/pythonServices.js';
import type { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';

export interface Written {
  readonly stream: OutputStream;
  readonly text: string;
}

/** What one stream says in one go as one piece. */
export const joined = (all: readonly Written[]): Written[] =>
  all.reduce<Written[]>((pieces, { stream, text }) => {
    const last = pieces.at(-1);
    if (last?.stream !== stream) return [...pieces, { stream, text }];
    return [...pieces.slice(0, -1), { stream, text: last.text + text }];
  }, []);

export interface ShownRun extends RunResult {
  /** What is shown, a piece of stderr in brackets. */
  readonly all: string;
}

export async function shownRun(
  runner: PythonRunner,
  folder: string,
  code: string,
  interpreter: Interpreter,
): Promise<ShownRun> {
  const file = join(folder, 'program.py');
  writeFileSync(file, code);
  const pieces: Written[] = [];
  const request = { interpreter, file, cwd: folder, timeout: 60 };
  const result = await runner.start(request, (piece) => pieces.push(piece)).result;
  const lines = joined(pieces).map(({ stream, text }) =>
    stream === 'stderr' ? `[${text}]` : text,
  );
  return { ...result, all: lines.join('').replaceAll('\r\n', '\n') };
}
