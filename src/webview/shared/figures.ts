/** Figures in words, as they are written where the reader is. */

import { countedAs, percentage } from '../../core/figures.js';

/** VS Code's display language. */
export const language = document.documentElement.lang || 'en';

/** 1 card, 1,200 cards */
export function plural(count: number, one: string, many?: string): string {
  return `${count.toLocaleString(language)} ${counted(count, one, many)}`;
}

/** The same without the figure: card, cards */
export function counted(count: number, one: string, many = `${one}s`): string {
  return countedAs(count, one, many, language);
}

/** 0.914 is 91%. */
export function percent(share: number): string {
  return percentage(share, language);
}

/** Minutes and whole seconds of milliseconds: 12:05 */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
