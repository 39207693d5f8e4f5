/** Makes a note where the disk takes nothing, and says what comes of it: `node noteOnFullDisk.mjs FOLDER`. */
import { NoteFiles } from '../../../../../src/hosts/node/notes/noteFiles.js';

const said = await new NoteFiles(process.argv[2] ?? '').file('gil', 'Title').then(
  () => 'made',
  (error: unknown) => String(error),
);
process.stdout.write(said);
