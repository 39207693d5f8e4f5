/**
 * Tells the lines of the tests from all that the window of VS Code prints on the same console.
 * To be imported before anything that keeps a `console.log` for itself, as mocha does.
 */
import { format } from 'node:util';

const mark = process.env['LAB_CONSOLE_MARK'];

if (mark !== undefined) {
  const original = globalThis.console;
  // The extension host ignores an assignment to a method of its console: hence another console.
  globalThis.console = Object.create(original, {
    log: {
      value: (...args: unknown[]) => {
        for (const line of format(...args).split('\n')) original.log(mark + line);
      },
    },
  }) as Console;
}
