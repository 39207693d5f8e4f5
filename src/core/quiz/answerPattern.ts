/** Authors' regular expressions for short answers, run by an engine that cannot backtrack. */
import { RE2JS } from 're2js';

/** Characters of a pattern. */
const longestPattern = 300;
/** The upper bounds of all `{…}` of a pattern together: each is a copy of what it repeats. */
const mostRepeats = 200;
/** Steps of the compiled pattern, as RE2 counts them. */
const largestProgram = 1000;

export type CompiledPattern =
  { readonly matches: (whole: string) => boolean } | { readonly fault: string };

/**
 * Compiles a pattern in JavaScript's notation (flag `u`) that a whole answer must match, in time that grows in step
 * with the answer.
 *
 * @returns the matcher, or a sentence for the author: it is no pattern, too large, or cannot be had without backtracking.
 */
export function compilePattern(pattern: string, ignoreCase: boolean): CompiledPattern {
  const fault = (problem: string): CompiledPattern => ({
    fault: `The pattern “/${shortened(pattern)}/” ${problem}`,
  });
  if (pattern.length > longestPattern)
    return fault(`is too long: at most ${longestPattern} characters.`);
  try {
    new RegExp(pattern, 'u');
  } catch {
    return fault('is no regular expression.');
  }
  if (repeats(pattern) > mostRepeats)
    return fault(`repeats too much: its counts in braces come to at most ${mostRepeats}.`);
  const impossible =
    'needs backtracking (lookaround, a backreference) or a property that is not supported. List the answers instead.';
  if (/^(?:[^\\]|\\[^k])*\\k/s.test(pattern)) return fault(impossible);
  try {
    const flags = ignoreCase ? RE2JS.CASE_INSENSITIVE : 0;
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flags);
    if (compiled.programSize() > largestProgram)
      return fault('repeats too much: write fewer repetitions of repetitions.');
    return { matches: (whole) => compiled.testExact(whole) };
  } catch {
    return fault(impossible);
  }
}

function repeats(pattern: string): number {
  let sum = 0;
  for (const [, from, to] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g))
    sum += Number(to === undefined || to === '' ? from : to);
  return sum;
}

function shortened(pattern: string): string {
  return pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern;
}
