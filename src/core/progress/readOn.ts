/**
 * Where reading goes on: at the question opened last while it is not read, else at the next in the order that is not,
 * from the beginning once its end is reached. Undefined when all are read.
 */
export function readOn(
  order: readonly string[],
  isUnread: (questionId: string) => boolean,
  last?: string,
): string | undefined {
  const at = last === undefined ? -1 : order.indexOf(last);
  const from = Math.max(0, at);
  return [...order.slice(from), ...order.slice(0, from)].find(isUnread);
}
