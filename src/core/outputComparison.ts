/** Compares what a program printed with what its author expects. */
import type { ExpectedOutput, OutputStream } from './pack/pack.js';
import { diffLines } from './outputDiff.js';
import type { DiffLine } from './outputDiff.js';
import { allText, anyText, matchesPattern, outputLines } from './outputPattern.js';
import { pythonSatisfies } from './python/versions.js';

export interface OutputComparison {
  readonly matches: boolean;
  /** The streams for which an expectation fits this interpreter; empty: nothing was compared. */
  readonly compared: readonly OutputStream[];
  /** How the first stream that differs does; empty when all is as expected. */
  readonly diff: readonly DiffLine[];
  readonly differs?: OutputStream;
  /** When the output is what another Python would print: the range of that Python. */
  readonly expectedOn?: string;
}

export type StreamTexts = Readonly<Record<OutputStream, string>>;

export function compareOutput(
  expected: readonly ExpectedOutput[],
  actual: StreamTexts,
  pythonVersion: string,
): OutputComparison {
  const compared: OutputStream[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    const fences = expected.filter((fence) => fence.stream === stream);
    const fence = fittingExpectation(fences, pythonVersion);
    if (!fence) continue;
    compared.push(stream);
    if (meets(fence, actual[stream])) continue;
    const other = fences.find((one) => one !== fence && meets(one, actual[stream]));
    return {
      matches: false,
      compared,
      diff: differences(fence, actual[stream]),
      differs: stream,
      ...(other?.python === undefined ? {} : { expectedOn: other.python }),
    };
  }
  return { matches: true, compared, diff: [] };
}

/** Of several expectations on one stream: the one for this version before the one for all. */
export function fittingExpectation(
  fences: readonly ExpectedOutput[],
  pythonVersion: string,
): ExpectedOutput | undefined {
  return (
    fences.find(({ python }) => python !== undefined && pythonSatisfies(python, pythonVersion)) ??
    fences.find(({ python }) => python === undefined)
  );
}

function meets(fence: ExpectedOutput, actual: string): boolean {
  const wanted = outputLines(fence.text);
  const printed = outputLines(actual);
  if (!fence.unordered) return matchesPattern(wanted.join('\n'), printed.join('\n'));
  const paired = pairUnordered(wanted, printed);
  return paired.wanted.length === 0 && paired.printed.length === 0;
}

function differences(fence: ExpectedOutput, actual: string): readonly DiffLine[] {
  const wanted = outputLines(fence.text);
  const printed = outputLines(actual);
  if (!fence.unordered) return diffLines(wanted, printed);
  const left = pairUnordered(wanted, printed);
  return diffLines([...left.wanted].sort(), [...left.printed].sort());
}

/** What remains of both sides after each wanted line took one printed line that it matches. */
function pairUnordered(
  wanted: readonly string[],
  printed: readonly string[],
): { wanted: readonly string[]; printed: readonly string[] } {
  const free = new Map<string, number>();
  for (const line of printed) free.set(line, (free.get(line) ?? 0) + 1);
  const patterns: string[] = [];
  const missing: string[] = [];
  for (const line of wanted) {
    if (line.includes(anyText)) {
      if (line !== allText) patterns.push(line);
      continue;
    }
    const count = free.get(line) ?? 0;
    if (count > 0) free.set(line, count - 1);
    else missing.push(line);
  }
  const rest = [...free].flatMap(([line, count]) => Array.from({ length: count }, () => line));
  const takenBy = new Map<number, number>();
  const claim = (pattern: number, seen: Set<number>): boolean =>
    rest.some((line, at) => {
      if (seen.has(at) || !matchesPattern(patterns[pattern] ?? '', line)) return false;
      seen.add(at);
      const owner = takenBy.get(at);
      if (owner !== undefined && !claim(owner, seen)) return false;
      takenBy.set(at, pattern);
      return true;
    });
  patterns.forEach((line, index) => {
    if (!claim(index, new Set())) missing.push(line);
  });
  const extra = wanted.includes(allText) ? [] : rest.filter((_, at) => !takenBy.has(at));
  return { wanted: missing, printed: extra };
}
