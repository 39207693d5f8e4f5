/** What an interpreter lacks for a snippet, in words for the user. */
import type { Needs } from '../pack/pack.js';
import type { Interpreter } from './interpreter.js';
import { parseRequirement } from './requirement.js';
import type { Requirement } from './requirement.js';
import { pythonSatisfies, satisfies } from './versions.js';

export interface UnmetNeed {
  readonly kind: 'python' | 'package';
  /** The range or the requirement that is not met, as the author wrote it. */
  readonly need: string;
  /** What is missing, one sentence. */
  readonly missing: string;
  /** What would mend it, one sentence. */
  readonly mend: string;
}

/** Empty when the interpreter has all that is needed. */
export function unmetNeeds(
  needs: Needs,
  interpreter: Pick<Interpreter, 'version' | 'distributions' | 'executable' | 'implementation'>,
): readonly UnmetNeed[] {
  const found: UnmetNeed[] = [];
  if (!pythonSatisfies(needs.python, interpreter.version)) {
    found.push({
      kind: 'python',
      need: needs.python,
      missing: `Python ${needs.python} is needed, and the interpreter is ${interpreter.version}.`,
      mend: `Select an interpreter with Python ${needs.python}.`,
    });
  }
  for (const text of needs.requires) {
    const requirement = parseRequirement(text);
    const missing = requirement
      ? missingDistribution(requirement, interpreter)
      : `“${text}” is not a requirement that can be checked.`;
    if (missing === undefined) continue;
    const mend = requirement
      ? `Install it with: ${installCommand(interpreter.executable, requirement)}`
      : 'Write it as PEP 508 has it, for example pydantic>=2.';
    found.push({ kind: 'package', need: text, missing, mend });
  }
  return found;
}

function missingDistribution(
  requirement: Requirement,
  interpreter: Pick<Interpreter, 'version' | 'distributions' | 'implementation'>,
): string | undefined {
  if (!markerApplies(requirement.marker, interpreter)) return undefined;
  const installed = Object.hasOwn(interpreter.distributions, requirement.key)
    ? interpreter.distributions[requirement.key]
    : undefined;
  if (installed === undefined) return `The package ${requirement.name} is not installed.`;
  if (satisfies(requirement.range, installed)) return undefined;
  return `The package ${requirement.name} ${requirement.range} is needed, and ${installed} is installed.`;
}

function installCommand(executable: string, requirement: Requirement): string {
  const extras = requirement.extras.length > 0 ? `[${requirement.extras.join(',')}]` : '';
  const python = /\s/.test(executable) ? `"${executable}"` : executable;
  return `${python} -m pip install "${requirement.name}${extras}${requirement.range.replace(/\s+/g, '')}"`;
}

/** Evaluates the markers on Python itself; a clause on anything else is taken to hold. */
function markerApplies(
  marker: string,
  interpreter: Pick<Interpreter, 'version' | 'implementation'>,
): boolean {
  if (marker === '') return true;
  return marker.split(/\s+or\s+/).some((side) =>
    side.split(/\s+and\s+/).every((clause) => {
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
