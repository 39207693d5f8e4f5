/** An axis on which each step is ten times the one before. */
export interface LogScale {
  /** Powers of ten, the least at or below and the greatest at or above all values. */
  readonly decades: readonly number[];
  /** 0 at the first decade, 1 at the last. Values of 0 stand at the first. */
  place(value: number): number;
}

/** @param values what is to be shown; those of 0 have no place of their own */
export function logScale(values: readonly number[]): LogScale {
  const powers = values.filter((value) => value > 0).map(Math.log10);
  const least = Math.floor(Math.min(...powers, Infinity));
  const first = Number.isFinite(least) ? least : 0;
  const last = Math.max(first + 1, Math.ceil(Math.max(...powers, first)));
  return {
    decades: Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at)),
    place: (value) => (value > 0 ? Math.max(0, (Math.log10(value) - first) / (last - first)) : 0),
  };
}
