import type { Fault } from '../../../core/pack/pack.js';

/** A place as tools count: lines and columns from 1, the end exclusive; the folder and the file as one path. */
export interface ToolPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Undefined when the whole line is meant. */
  readonly endColumn: number | undefined;
}

export function placeOf(root: string, { file, line, columns }: Fault): ToolPlace {
  const folder = root.replaceAll('\\', '/').replace(/\/$/, '');
  return {
    path: folder === '' || folder === '.' ? file : `${folder}/${file}`,
    line: line + 1,
    column: (columns?.[0] ?? 0) + 1,
    endColumn: columns && columns[1] + 1,
  };
}
