/** `npm run pictures`: takes the pictures of the README and of the walkthrough anew. */
import path from 'node:path';
import { main, root, setup } from './setup.mjs';
import { takePictures } from './takePictures.mjs';
import { closeAll, openWorkbench } from './vscodePage.mjs';

await main(async () => {
  await setup();
  const workbench = await openWorkbench({ theme: 'dark' });
  try {
    await takePictures(workbench, path.join(root, 'media'));
  } finally {
    await closeAll();
  }
});
