/** Runs one parser over one fragment, repeated to a size, for each message; answers when it is done. */
import { parentPort } from 'node:worker_threads';
import { parsers, slowParsers } from './parsers.js';

export interface Task {
  readonly parser: string;
  readonly fragment: string;
  /** Characters. */
  readonly size: number;
}

parentPort?.on('message', ({ parser, fragment, size }: Task) => {
  const run = { ...parsers, ...slowParsers }[parser];
  const text = fragment.repeat(Math.ceil(size / fragment.length));
  void (async () => {
    for (const each of [text, `a${text}!`]) await run?.(each);
    parentPort?.postMessage('done');
  })();
});
