/** Figures in words, as they are written where the reader is. */
import { counted, figure, percentage } from '../../core/figures.js';

export { counted, figure, percentage as percent };

/** Minutes and whole seconds of milliseconds: 12:05 */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
