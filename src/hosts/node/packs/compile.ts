/** Run by the build: checks the shipped pack and compiles it. */
import type { Fault } from '../../../core/pack/pack.js';
import { writeCompiledPack } from './compiledPack.js';
import { openPackFolder } from './packFolder.js';
import { FolderPack } from '../../../app/content/folderPack.js';

export { writeJsonSchemas } from './jsonSchemas.js';

/** Returns the pack's faults; nothing is written when there is no pack at all. */
export async function compilePack(root: string, destination: string): Promise<readonly Fault[]> {
  const { pack, faults } = await FolderPack.read(root, openPackFolder);
  if (!pack) return faults;
  await writeCompiledPack(pack, destination);
  return pack.check();
}
