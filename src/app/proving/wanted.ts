/** Which parts of a pack are to be proved. */

/** Whether something is to be proved; what holds `name` counts as well, and so does what it holds. All, where `only` is empty. */
export function isWanted(only: readonly string[], name: string): boolean {
  return (
    only.length === 0 ||
    only.some((id) => name === id || ['/', '#', ' '].some((end) => name.startsWith(`${id}${end}`)))
  );
}
