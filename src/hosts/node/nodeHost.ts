/** The program's world on a desktop or a server: the disk, and the processes of the system. */
import { join } from 'node:path';
import type { Host } from '../../app/host.js';
import { BuiltInPython } from './builtIn/builtInPython.js';
import { diskPaths } from './files/diskPaths.js';
import { TextFolder } from './files/textFolder.js';
import { thisMachine } from './interpreters/machine.js';
import { PythonProbe } from './interpreters/probe.js';
import { JournalFile } from './journal/journalFile.js';
import { LabEnvironment } from './labEnvironment/labEnvironment.js';
import { NoteFiles } from './notes/noteFiles.js';
import { openCompiledPack } from './packs/compiledPack.js';
import { openPackStore } from './packs/packStore.js';
import { Processes } from './processes/processes.js';
import { PythonRunner } from './processes/runner.js';
import { prepareFolder } from './scratch/runFolder.js';
import { Recordings } from './recorder/recordings.js';
import { ScratchFiles } from './scratch/scratchFiles.js';

const machine = thisMachine();

export const nodeHost: Host = {
  machine,
  paths: diskPaths,
  files: {
    texts: (folder) => new TextFolder(folder),
    runFolder: (texts) => prepareFolder(texts, undefined),
    learnerFiles: async () => (await import('./learnerFiles/learnerFiles.js')).learnerFiles,
    earlierSessions: () => import('./earlierSessions.js'),
  },
  openJournal: (folder, device) => new JournalFile(join(folder, 'journal.jsonl'), Date.now, device),
  openNotes: (folder) => new NoteFiles(folder),
  openScratch: (folder) => new ScratchFiles(folder),
  openCompiledPack: (folder) => openCompiledPack(folder, folder),
  openPackFiles: async (root) => (await import('./packs/packFolder.js')).openPackFolder(root),
  openPackStore,
  openPython: ({ trust, storage, extension, log, startFaultMessage }) => {
    const builtIn = new BuiltInPython(
      join(extension, 'dist', 'built-in'),
      join(storage, 'built-in-python'),
    );
    const processes = new Processes(trust, builtIn);
    const runner = new PythonRunner(processes, startFaultMessage, {
      recordings: new Recordings(join(extension, 'dist', 'recorder')),
    });
    return {
      runner,
      probe: new PythonProbe(processes),
      lab: new LabEnvironment({ storage, machine, runner, log }),
      dispose: () => {
        runner.dispose();
      },
    };
  },
};
