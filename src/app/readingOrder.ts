import type { ReadingOrder } from '../hosts/vscode/services.js';

export function createReadingOrder(): ReadingOrder {
  let current: readonly string[] | undefined;
  return {
    get: (questionId) => (current?.includes(questionId) ? current : undefined),
    use: (ids) => {
      current = ids;
    },
  };
}
