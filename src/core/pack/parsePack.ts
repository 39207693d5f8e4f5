import type { Fault, PackInfo, Place } from './pack.js';
import { newerFormatFault } from './packFormat.js';
import { packSchema } from './schemas.js';
import { decodeYaml } from './yamlText.js';
import type { Path } from './yamlTree.js';

export interface ParsedPackInfo {
  readonly info?: PackInfo;
  /** That it is of a format which is not known yet. */
  readonly newer?: Fault | undefined;
  readonly faults: readonly Fault[];
  readonly placeOf: (path: Path) => Place;
}

/** Reads pack.yaml. */
export function parsePackInfo(text: string): ParsedPackInfo {
  const decoded = decodeYaml(text, packSchema);
  const faults = decoded.faults.map((fault) => ({ file: 'pack.yaml', ...fault }));
  if (!decoded.value) return { faults, placeOf: () => ({ line: 0 }) };
  const { format, ...info } = decoded.value;
  const { placeOf } = decoded;
  return { info, faults, placeOf, newer: newerFormatFault(format, placeOf(['format'])) };
}
