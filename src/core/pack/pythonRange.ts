import { isVersionRange, satisfies } from '../python/versions.js';

const longest = 200;
const faults = new Map<string, string | undefined>();

/** What is wrong with a range of Python versions, as a clause for the author; undefined when it can be used. */
export function pythonRangeFault(range: string): string | undefined {
  if (range.length > longest) return 'this is too long for a range of versions';
  // A pack has thousands of them, and nearly all are the same.
  if (!faults.has(range)) faults.set(range, faultOf(range));
  return faults.get(range);
}

function faultOf(range: string): string | undefined {
  if (!isVersionRange(range))
    return `“${range}” is no range of versions as PEP 440 has them${mend(range) || ', such as “>=3.11” or “>=3.10,<3.13”'}`;
  if (!candidates(range).some((version) => satisfies(range, version)))
    return `no Python can be in the range “${range}”${mend(range)}`;
  return undefined;
}

/** Versions of Python 3 at the range's bounds and beside them: if any is in the range, one of these is. */
function candidates(range: string): readonly string[] {
  const bounds = [...range.matchAll(/3\.(\d{1,4})(?:\.(\d{1,4}))?/g)].map(
    ([, minor, patch = '0']) => [Number(minor), Number(patch)] as const,
  );
  return [[13, 0] as const, ...bounds].flatMap(([minor, patch]) =>
    [
      [minor, patch],
      [minor, patch + 1],
      [minor, Math.max(0, patch - 1)],
      [minor + 1, 0],
      [Math.max(0, minor - 1), 99],
    ].map((version) => `3.${version.join('.')}`),
  );
}

function mend(range: string): string {
  const version = /^[=^~v\s]*(\d+(?:\.\d+)?)(?:\.\*)?$/.exec(range)?.[1];
  if (version === undefined) return '';
  const caret = /^[\^~]/.test(range);
  return `; did you mean “${caret ? '>=' : '=='}${version}${caret ? '' : '.*'}”?`;
}
