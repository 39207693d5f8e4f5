/** A run of which a test sees what it prints, and waits for that. */
import { readFileSync } from 'node:fs';
import type { OutputStream } from '../../../../../src/core/pack/pack.js';
import type { Run, RunRequest } from '../../../../../src/app/running/pythonServices.js';
import type { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';

export interface Followed extends Run {
  readonly seen: Record<OutputStream, string>;
  until(condition: () => boolean): Promise<void>;
  shown(stream: OutputStream, text: string): Promise<void>;
  /** Whether it waits for input now, as far as was told. */
  isWaiting(): boolean;
}

export function follow(runner: PythonRunner, request: RunRequest): Followed {
  const beginning = { stdout: '', stderr: '' };
  const seen = { ...beginning };
  const waiting = new Set<() => void>();
  let waits = false;
  const lookAgain = (): void => {
    for (const check of waiting) check();
  };
  const run = runner.start(
    request,
    ({ stream, text }) => {
      beginning[stream] += text;
      seen[stream] += text;
      lookAgain();
    },
    {
      onWaiting: (isWaiting) => {
        waits = isWaiting;
        lookAgain();
      },
      onTail: ({ leftOut, chunks }) => {
        Object.assign(seen, beginning);
        for (const { stream, text } of chunks) seen[stream] += text;
        if (leftOut > 0) seen.stderr += `(${leftOut} left out)`;
        lookAgain();
      },
    },
  );
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((done, fail) => {
      const check = (): void => {
        if (!condition()) return;
        waiting.delete(check);
        done();
      };
      waiting.add(check);
      void run.result.then((result) => {
        fail(new Error(`It ended first: ${JSON.stringify(result)}`));
      });
      check();
    });
  return {
    id: run.id,
    result: run.result,
    write: (text) => run.write(text),
    endInput: () => {
      run.endInput();
    },
    stop: () => {
      run.stop();
    },
    seen,
    isWaiting: () => waits,
    until,
    shown: (stream, text) => until(() => seen[stream].includes(text)),
  };
}

export function children(text: string): number[] {
  return [...text.matchAll(/child (\d+)/g)].map((match) => Number(match[1]));
}

/** Zombies are dead: who is process 1 in a container may never collect them. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}
