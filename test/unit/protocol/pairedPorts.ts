import type { Port } from '../../../src/protocol/rpc.js';

/** Two ends of one wire; what is posted is cloned and arrives later, as between a page and its host. */
export function pairedPorts(): readonly [Port, Port] {
  const listeners: [Set<(message: unknown) => void>, Set<(message: unknown) => void>] = [
    new Set(),
    new Set(),
  ];
  const port = (own: 0 | 1, other: 0 | 1): Port => ({
    post: (message) => {
      const sent: unknown = structuredClone(message);
      queueMicrotask(() => {
        listeners[other].forEach((listener) => {
          listener(sent);
        });
      });
    },
    listen: (listener) => {
      listeners[own].add(listener);
      return { dispose: () => listeners[own].delete(listener) };
    },
  });
  return [port(0, 1), port(1, 0)];
}
