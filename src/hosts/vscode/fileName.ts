import type { Uri } from 'vscode';

/** The last part of its path. */
export function fileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
