/** Which changes a sample holds, and what it says about the whole. */

/**
 * Whether a change is in the sample of a day: by itself alone, so that a change of another file moves nothing.
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 * @param {number} share
 * @param {string} day
 */
export function inSample({ fileName, location, mutatorName, replacement }, share, day) {
  const file = fileName.slice(fileName.lastIndexOf('src'));
  const key = JSON.stringify([day, file.replaceAll('\\', '/'), location, mutatorName, replacement]);
  return hash(key) / 2 ** 32 < share;
}

/**
 * Wilson's interval of 95 % confidence for a share of which `count` of `total` were seen.
 * @param {number} count
 * @param {number} total
 * @returns {readonly [low: number, high: number]}
 */
export function interval(count, total) {
  if (total === 0) return [0, 1];
  const z = 1.96;
  const share = count / total;
  const middle = share + z ** 2 / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const scale = 1 + z ** 2 / total;
  return [(middle - reach) / scale, (middle + reach) / scale];
}

/**
 * FNV-1a, with its bits mixed: the last letters count as much as the first.
 * @param {string} text
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
