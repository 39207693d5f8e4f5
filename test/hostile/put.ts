/** Makes what a pack holds. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Ingredient } from './case.js';

export function put(path: string, ingredient: Ingredient): void {
  mkdirSync(dirname(path), { recursive: true });
  if (ingredient.kind === 'text') writeFileSync(path, ingredient.text);
  else if (ingredient.kind === 'bytes') writeFileSync(path, Buffer.from(ingredient.bytes));
  else if (ingredient.kind === 'link') symlinkSync(ingredient.to, path);
  else if (ingredient.kind === 'folder') mkdirSync(path);
  else if (ingredient.kind === 'fifo') execFileSync('mkfifo', [path]);
  else {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 30);
  }
}
