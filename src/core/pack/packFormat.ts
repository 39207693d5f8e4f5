/** The version of the format of packs, which `format` in pack.yaml says. */
import type { Fault, Place } from './pack.js';

/** The newest that is known. */
export const packFormat = 1;

/** What an author of a newer format is told, instead of all that is not known yet; undefined for one that is known. */
export function newerFormatFault(format: number, place: Place): Fault | undefined {
  if (format <= packFormat) return undefined;
  const message = `This pack is of format ${String(format)}, and format ${String(packFormat)} is the newest that is known here: what else it holds is left out until you update Python Interview Lab.`;
  return { file: 'pack.yaml', ...place, message };
}
