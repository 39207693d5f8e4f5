/** Small texts as files of one folder. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Texts } from '../../../app/ports.js';
import { writeAtomically } from './atomicWrite.js';
import { readText } from '../scratch/scratchRecord.js';

export class TextFolder implements Texts {
  /** @param folder absolute path; made when something is written */
  constructor(private readonly folder: string) {}

  names(): Promise<readonly string[]> {
    return readdir(this.folder).catch((): string[] => []);
  }

  read(name: string): Promise<string | undefined> {
    return readText(join(this.folder, name));
  }

  async write(name: string, text: string): Promise<void> {
    // Not forced to the disk: it is written at every pause in typing.
    await writeAtomically(join(this.folder, name), text, false);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}
