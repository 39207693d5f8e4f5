/** `npm run pictures`: takes the pictures of the README and of the walkthrough anew. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { temporaryFolder } from './processes.mjs';
import { main, root, setup } from './setup.mjs';
import { takePictures } from './takePictures.mjs';
import { closeAll, openWorkbench } from './vscodePage.mjs';

await main(async () => {
  await setup();
  const folder = path.join(temporaryFolder('folder'), 'practice');
  mkdirSync(folder);
  const workbench = await openWorkbench({ theme: 'dark', folder, env: anyonesEnvironment() });
  try {
    await takePictures(workbench, path.join(root, 'media'));
  } finally {
    await closeAll();
  }
});

/**
 * A home with nothing but the newer Pythons of pyenv: what else is on this machine is nothing for pictures.
 *
 * @returns {Record<string, string>}
 */
function anyonesEnvironment() {
  const home = temporaryFolder('home');
  const versions = path.join('.pyenv', 'versions');
  const installed = path.join(homedir(), versions);
  mkdirSync(path.join(home, versions), { recursive: true });
  for (const version of existsSync(installed) ? readdirSync(installed) : [])
    if (/^3\.1\d\.\d+$/.test(version))
      symlinkSync(path.join(installed, version), path.join(home, versions, version));
  return { HOME: home, PYENV_ROOT: path.join(home, '.pyenv'), PATH: '/usr/bin:/bin' };
}
