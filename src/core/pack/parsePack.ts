import { decodeYaml } from './yamlText.js';
import type { Fault, PackInfo } from './pack.js';
import { packSchema } from './schemas.js';

/** Reads pack.yaml. */
export function parsePackInfo(text: string): {
  readonly info?: PackInfo;
  readonly faults: readonly Fault[];
} {
  const decoded = decodeYaml(text, packSchema);
  if ('value' in decoded) return { info: decoded.value, faults: [] };
  return { faults: decoded.faults.map((fault) => ({ file: 'pack.yaml', ...fault })) };
}
