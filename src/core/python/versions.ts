/** Version ranges as PEP 440 has them. */
import { compare, explain, satisfies as pep440Satisfies, validRange } from '@renovatebot/pep440';

/** Characters of a range or a version: what is longer is none, however it reads. */
const longest = 200;

export function isVersionRange(text: string): boolean {
  return text.length <= longest && validRange(text);
}

/**
 * Whether a version lies in a range; a pre-release counts like any other version. An empty range takes all, and what is
 * no version (packages may call theirs as they like) lies in no other.
 */
export function satisfies(range: string, version: string): boolean {
  if (range.trim() === '') return true;
  if (range.length > longest || explained(version) === null) return false;
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

/** Sorts versions upwards, as PEP 440 does; what is no version comes first. */
export function compareVersions(a: string, b: string): number {
  const isVersion = (text: string): boolean => explained(text) !== null;
  if (!isVersion(a) || !isVersion(b)) return Number(isVersion(a)) - Number(isVersion(b));
  return compare(a, b);
}

function explained(version: string): ReturnType<typeof explain> {
  return version.length > longest ? null : explain(version);
}
