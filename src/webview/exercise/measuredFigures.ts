/** What was measured in words, and how it grows. */
import { language } from '../../core/language.js';
import type { MeasuredPoint } from '../../core/exercise/measurement.js';

export type Quantity = 'seconds' | 'bytes';

/** Each unit, and how much one of it is; the largest first. */
const units: Readonly<Record<Quantity, readonly (readonly [string, number])[]>> = {
  seconds: [
    ['s', 1],
    ['ms', 1e-3],
    ['µs', 1e-6],
    ['ns', 1e-9],
  ],
  bytes: [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
    ['B', 1],
  ],
};

/** 0.00123 seconds are 1.23 ms. */
export function amountText(amount: number, quantity: Quantity): string {
  const all = units[quantity];
  const [name, one] = all.find(([, each]) => amount >= each) ?? all.at(-1) ?? ['', 1];
  return `${(amount / one).toLocaleString(language(), { maximumSignificantDigits: 3 })} ${name}`;
}

/**
 * The power of the size with which it grew between the two largest sizes: 1 is in step with the size, 2 its square.
 * Undefined for fewer than two sizes, or where nothing was used.
 */
export function growth(points: readonly MeasuredPoint[], quantity: Quantity): number | undefined {
  const [before, last] = points.slice(-2);
  if (!before || !last || before[quantity] <= 0 || last[quantity] <= 0) return undefined;
  return Math.log(last[quantity] / before[quantity]) / Math.log(last.size / before.size);
}
