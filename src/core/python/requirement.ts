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

/** Characters of a requirement; a longer one is none. */
const longest = 1000;

/** Undefined when the text is no requirement (a URL is none either: what it brings cannot be told). */
export function parseRequirement(text: string): Requirement | undefined {
  if (text.length > longest) return undefined;
  const [beforeMarker = '', ...marker] = text.trim().split(';');
  const name = /^[a-z0-9][a-z0-9._-]*/i.exec(beforeMarker)?.[0];
  if (name === undefined || /[._-]$/.test(name)) return undefined;
  let rest = beforeMarker.slice(name.length).trim();
  let extras = '';
  if (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0) return undefined;
    extras = rest.slice(1, end);
    rest = rest.slice(end + 1).trim();
  }
  const range = rest.startsWith('(') && rest.endsWith(')') ? rest.slice(1, -1).trim() : rest;
  if (
    !isVersionRange(range) ||
    !marker
      .join(';')
      .split(/ and | or /)
      .every(isClause)
  )
    return undefined;
  return {
    name,
    key: normalizeName(name),
    extras: extras
      .split(',')
      .map((extra) => extra.trim())
      .filter((extra) => extra !== ''),
    range,
    marker: marker.join(';').trim(),
  };
}

const clause =
  /^[\s(]*(?:[a-z_]+\s*(?:[<>=!~]=?=?|in|not in)\s*["'][^"']*["']|["'][^"']*["']\s*(?:[<>=!~]=?=?|in|not in)\s*[a-z_]+)[\s)]*$/;

/** Whether it is one of those that a marker is made of: `python_version < "3.13"`, `"linux" in sys_platform`. */
function isClause(text: string): boolean {
  return text.trim() === '' || clause.test(text);
}

/** PEP 503: `Typing_Extensions` and `typing.extensions` are `typing-extensions`. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** As an installer takes it, without its marker. */
export function requirementText({ name, extras, range }: Requirement): string {
  return `${name}${extras.length > 0 ? `[${extras.join(',')}]` : ''}${range.replace(/\s+/g, '')}`;
}
