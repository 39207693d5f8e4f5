/** Version ranges as PEP 440 has them. */
import { explain, satisfies as pep440Satisfies, validRange } from '@renovatebot/pep440';

/** Characters of a range or a version: what is longer is none, however it reads. */
const longest = 200;

export function isVersionRange(text: string): boolean {
  return text.length <= longest && validRange(text);
}

/** Whether a version lies in a range; a pre-release counts like any other version. An empty range takes all. */
export function satisfies(range: string, version: string): boolean {
  if (range.trim() === '') return true;
  if (range.length > longest || version.length > longest) return false;
  return pep440Satisfies(version, range, { prereleases: true });
}

/**
 * The same for a Python itself: 3.15.0b2 already has what 3.15 brought, so that it satisfies `>=3.15`,
 * unless the range names a pre-release.
 */
export function pythonSatisfies(range: string, version: string): boolean {
  if (/\d(?:a|b|rc|\.dev)\d/i.test(range)) return satisfies(range, version);
  return satisfies(range, explained(version)?.base_version ?? version);
}

/** Sorts versions upwards, by their numbers; what is no version comes first. */
export function compareVersions(a: string, b: string): number {
  const left = explained(a);
  const right = explained(b);
  if (!left || !right) return Number(left !== null) - Number(right !== null);
  for (let at = 0; at < Math.max(left.release.length, right.release.length); at += 1) {
    const difference = (left.release[at] ?? 0) - (right.release[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right.is_prerelease) - Number(left.is_prerelease) || a.localeCompare(b);
}

function explained(version: string): ReturnType<typeof explain> {
  return version.length > longest ? null : explain(version);
}
