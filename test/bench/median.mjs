/**
 * @param {string} unit
 * @param {number[]} values
 * @returns {import('./targets.mjs').Row}
 */
export function medianOf(unit, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const above = sorted[Math.floor(middle)] ?? Number.NaN;
  const below = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return { value: (above + below) / 2, unit, runs: values.length };
}
