/** Figures in words, as they are written in the language of the words. */
import { language } from './language.js';

/** 0.914 is 91% in English. */
export function percentage(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(share);
}

/**
 * 1,200 in English.
 *
 * @param decimals left out: as many as it has, three at most
 */
export function figure(value: number, decimals?: number): string {
  const digits =
    decimals === undefined
      ? {}
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString(language(), digits);
}

/** Which of the forms a count takes: 1 item, 2 items, 0 items. */
export function counted<T>(count: number, one: T, other: T): T {
  return new Intl.PluralRules(language()).select(count) === 'one' ? one : other;
}
