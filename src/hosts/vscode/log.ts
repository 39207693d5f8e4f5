import * as vscode from 'vscode';
import type { Disposable } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';

export function createLog(): Log & Disposable & { show(): Promise<void> } {
  const channel = vscode.window.createOutputChannel('Python Interview Lab', { log: true });
  const withCause = (message: string, cause: unknown): string => {
    if (cause === undefined) return message;
    return `${message}: ${cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause)}`;
  };
  return {
    info: (message) => {
      channel.info(message);
    },
    warn: (message, cause) => {
      channel.warn(withCause(message, cause));
    },
    error: (message, cause) => {
      channel.error(withCause(message, cause));
    },
    show: () => {
      channel.show();
      return Promise.resolve();
    },
    dispose: () => {
      channel.dispose();
    },
  };
}
