import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Machine } from '../../../app/ports.js';

/** The machine that the extension runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    paths: path,
    env: process.env,
    home: homedir(),
    list: (folder) => {
      try {
        return readdirSync(folder);
      } catch {
        // A folder that is not there, or that may not be read, offers nothing.
        return [];
      }
    },
    read: (file) => {
      try {
        // A pipe would be waited for.
        return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
      } catch {
        // As above.
        return '';
      }
    },
  };
}
