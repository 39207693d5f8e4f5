/** What an interpreter lacks for a snippet. Only what is so; the words for it are chosen where they are shown. */
import type { Needs, Snippet } from '../pack/pack.js';
import { isBuiltIn, missingInWebAssembly } from './builtIn.js';
import type { SystemPart } from './builtIn.js';
import type { Interpreter } from './interpreter.js';
import { parseRequirement } from './requirement.js';
import type { Requirement } from './requirement.js';
import { pythonSatisfies, satisfies } from './versions.js';

export type UnmetNeed =
  /** Another Python is needed. */
  | { readonly kind: 'python'; readonly need: string; readonly found: string }
  /** A package is not installed, or in another version: `found`. */
  | {
      readonly kind: 'package';
      readonly need: string;
      readonly requirement: Requirement;
      readonly found: string | undefined;
    }
  /** It wants a part of the system that the built-in Python does not have. */
  | { readonly kind: 'system'; readonly need: SystemPart }
  /** The author wrote what is no requirement. */
  | { readonly kind: 'unreadable'; readonly need: string };

/** What is asked of an interpreter here. */
type Asked = Pick<Interpreter, 'version' | 'distributions' | 'implementation'> &
  Partial<Pick<Interpreter, 'executable'>>;

/** What a program says that it needs, and the program itself where it is at hand. */
type Needing = Needs & Partial<Pick<Snippet, 'code' | 'files'>>;

/** Empty when the interpreter has all that is needed; `need` is as the author wrote it. */
export function unmetNeeds(
  { code = '', files = [], ...needs }: Needing,
  interpreter: Asked,
): readonly UnmetNeed[] {
  const found: UnmetNeed[] = [];
  const part = isBuiltIn(interpreter) ? missingInWebAssembly({ code, files }) : undefined;
  if (part !== undefined) found.push({ kind: 'system', need: part });
  if (!pythonSatisfies(needs.python, interpreter.version))
    found.push({ kind: 'python', need: needs.python, found: interpreter.version });
  for (const need of needs.requires) {
    const requirement = parseRequirement(need);
    if (!requirement) found.push({ kind: 'unreadable', need });
    else if (markerApplies(requirement.marker, interpreter)) {
      const installed = installedVersion(requirement, interpreter);
      if (installed === undefined || !satisfies(requirement.range, installed))
        found.push({ kind: 'package', need, requirement, found: installed });
    }
  }
  return found;
}

/** Whether installing packages would be enough. */
export function areOnlyPackages(unmet: readonly UnmetNeed[]): boolean {
  return unmet.length > 0 && unmet.every(({ kind }) => kind === 'package');
}

function installedVersion(requirement: Requirement, { distributions }: Asked): string | undefined {
  return Object.hasOwn(distributions, requirement.key) ? distributions[requirement.key] : undefined;
}

/** Evaluates the markers on Python itself; a clause on anything else is taken to hold. */
function markerApplies(
  marker: string,
  interpreter: Pick<Interpreter, 'version' | 'implementation'>,
): boolean {
  if (marker === '') return true;
  const words = marker.replace(/\s+/g, ' ');
  return words.split(' or ').some((side) =>
    side.split(' and ').every((clause) => {
      const match = /^\W*(\w+)\s*([<>=!~]=?=?)\s*["']([^"']*)["']\W*$/.exec(clause.trim());
      const [, variable, operator, value] = match ?? [];
      if (operator === undefined || value === undefined) return true;
      if (variable === 'python_version' || variable === 'python_full_version') {
        return pythonSatisfies(`${operator}${value}`, interpreter.version);
      }
      if (variable === 'implementation_name') {
        return (interpreter.implementation === value) === (operator === '==');
      }
      return true;
    }),
  );
}
