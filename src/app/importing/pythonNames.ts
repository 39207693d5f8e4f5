/** Which names a piece of Python gives to what comes after it, as far as its lines at the margin tell. */

const definition = /^(?:async )?(?:def|class) (\w+)/;
const imported = /^(?:import|from \S+ import) (.*)$/;
/** What stands before the first “=” of a line, unless that is one of “==”, “<=” and the like. */
const assignment = /^([A-Za-z_][\w, *():[\]]*)=(?!=)/;

export function definedIn(code: string): readonly string[] {
  return code.split('\n').flatMap((line) => {
    const defined = definition.exec(line)?.[1];
    if (defined !== undefined) return [defined];
    const names = imported.exec(line)?.[1]?.split('#')[0]?.replace(/[()]/g, '').split(',');
    if (names) return names.map((each) => each.trim().split(/\s/).at(-1)?.split('.')[0] ?? '');
    return assignment.exec(line)?.[1]?.match(/\w+/g) ?? [];
  });
}

export function usesAny(code: string, names: ReadonlySet<string>): boolean {
  return (code.match(/[A-Za-z_]\w*/g) ?? []).some((name) => names.has(name));
}
