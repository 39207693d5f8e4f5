/** A machine of which a test says what is on it. */
import * as path from 'node:path';
import type { Machine } from '../../../../src/app/ports.js';
import type { Candidate } from '../../../../src/app/interpreters/probe.js';

/** @param files the text of files by their paths. */
export function machine(
  platform: NodeJS.Platform,
  env: Record<string, string>,
  folders: Record<string, readonly string[]>,
  files: Record<string, string> = {},
): Machine {
  const home = platform === 'win32' ? 'C:\\Users\\ada' : '/home/ada';
  return {
    platform,
    paths: platform === 'win32' ? path.win32 : path.posix,
    env,
    home,
    list: (folder) => folders[folder] ?? [],
    read: (file) => files[file] ?? '',
  };
}

/** Each with its origin. */
export function shown(candidates: readonly Candidate[]): string[] {
  return candidates.map(
    ({ command, args, origin }) => `${[command, ...args].join(' ')} (${origin})`,
  );
}
