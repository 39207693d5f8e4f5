/** Samples that change from day to day, of what takes long: LAB_ALL=yes takes all of it. */

const DAY_MS = 86_400_000;

/**
 * So many of a list, and others on the next day.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {number} count
 * @param {string} [name] tells lists apart: two of the same length have others on the same day
 * @returns {T[]} in their order
 */
export function ofTheDay(all, count, name = '') {
  if (process.env['LAB_ALL'] === 'yes' || count >= all.length) return [...all];
  const letters = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const first = (Math.floor(Date.now() / DAY_MS) * count + letters) % all.length;
  return all.filter((_, at) => (at - first + all.length) % all.length < count);
}
