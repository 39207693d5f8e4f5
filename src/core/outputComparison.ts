/** Compares what a program printed with what its author expects. */
import type { ExpectedOutput, OutputStream } from './pack/pack.js';
import { diffLines } from './outputDiff.js';
import type { DiffLine } from './outputDiff.js';
import { matchesPattern, outputLines } from './outputPattern.js';
import { pythonSatisfies } from './python/versions.js';
import { shownText } from './terminal/terminal.js';
import { pairUnordered } from './unorderedLines.js';

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

/** Both are compared as a terminal shows them: the last state of a progress bar, colors aside. */
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
  const wanted = outputLines(shownText(fence.text));
  const printed = outputLines(shownText(actual));
  if (!fence.unordered) return matchesPattern(wanted.join('\n'), printed.join('\n'));
  const paired = pairUnordered(wanted, printed);
  return paired.wanted.length === 0 && paired.printed.length === 0;
}

function differences(fence: ExpectedOutput, actual: string): readonly DiffLine[] {
  const wanted = outputLines(shownText(fence.text));
  const printed = outputLines(shownText(actual));
  if (!fence.unordered) return diffLines(wanted, printed);
  const left = pairUnordered(wanted, printed);
  return diffLines([...left.wanted].sort(), [...left.printed].sort());
}
