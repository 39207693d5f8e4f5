/**
 * The ids that an old one leads by, itself first.
 *
 * @returns `end` is undefined where they lead in a circle
 */
export function aliasChain(
  old: string,
  aliases: Readonly<Record<string, string>>,
): { readonly by: ReadonlySet<string>; readonly end: string | undefined } {
  const by = new Set<string>();
  let at = old;
  while (Object.hasOwn(aliases, at)) {
    if (by.has(at)) return { by, end: undefined };
    by.add(at);
    at = aliases[at] ?? '';
  }
  return { by, end: at };
}
