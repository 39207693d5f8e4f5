/** What a snippet asks to be installed, as PEP 508 writes it: `pydantic[email]>=2,<3; python_version < "3.13"`. */
import { isVersionRange } from './versions.js';

export interface Requirement {
  /** As it is written. */
  readonly name: string;
  /** As PEP 503 compares names. */
  readonly key: string;
  readonly extras: readonly string[];
  /** A PEP 440 range; empty when any version will do. */
  readonly range: string;
  /** The environment marker after the semicolon; empty when there is none. */
  readonly marker: string;
}

const shape =
  /^\s*([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(\([^)]*\)|[^;@]*)?(?:;(.*))?$/i;

/** Undefined when the text is no requirement (a URL is none either: what it brings cannot be told). */
export function parseRequirement(text: string): Requirement | undefined {
  const match = shape.exec(text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const range = (match[3] ?? '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  if (!isVersionRange(range)) return undefined;
  const extras = (match[2] ?? '').split(',').map((extra) => extra.trim());
  return {
    name,
    key: normaliseName(name),
    extras: extras.filter((extra) => extra !== ''),
    range,
    marker: (match[4] ?? '').trim(),
  };
}

/** PEP 503: `Typing_Extensions` and `typing.extensions` are `typing-extensions`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** As an installer takes it, without its marker. */
export function requirementText({ name, extras, range }: Requirement): string {
  return `${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${range.replace(/\s+/g, '')}`;
}
