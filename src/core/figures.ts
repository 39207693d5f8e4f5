/** Figures in words, as they are written in a language. */

/** 0.914 is 91% in English. */
export function percentage(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

/** Which of the forms a count takes: 1 item, 2 items, 0 items. */
export function countedAs<T>(count: number, one: T, other: T, language: string): T {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}
