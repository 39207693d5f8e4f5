export interface Row {
  readonly value: number;
  readonly unit: string;
  readonly runs: number;
}

export type Rows = Record<string, Row>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)];
  const below = sorted[Math.ceil(middle) - 1];
  if (above === undefined || below === undefined) throw new Error('A median of nothing was asked.');
  return (above + below) / 2;
}

/** Milliseconds of each of some runs. */
export async function timesOf(
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}

export function medianRow(unit: string, values: readonly number[]): Row {
  return { value: median(values), unit, runs: values.length };
}
