import type { Path } from './yamlTree.js';

/** A mistake in a part of an item, and which part: `['accept', 1]`. */
export interface ItemMistake {
  readonly path: Path;
  readonly message: string;
}
