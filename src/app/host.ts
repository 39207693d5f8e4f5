/** The world that the program runs in: `hosts/node` is one. What is not needed at once is loaded when it is asked for. */
import type { LoadedPack } from '../core/catalog.js';
import type { OpenPackFiles } from './content/packFiles.js';
import type { PackStore } from './content/packStore.js';
import type { Disposable } from './disposable.js';
import type { Files } from './files.js';
import type { StoredJournal } from './journal/storedJournal.js';
import type { Log } from './log.js';
import type { StoredNotes } from './notes.js';
import type { Machine, Paths, Trust } from './ports.js';
import type { Lab } from './running/lab.js';
import type { Probe } from './interpreters/probe.js';
import type { Runner } from './running/pythonServices.js';
import type { StartFault } from './running/startFault.js';
import type { Scratch } from './scratch/scratch.js';

/** Folders are absolute paths. */
export interface Host {
  readonly machine: Machine;
  readonly paths: Paths;
  readonly files: Files;
  /** @param device the name of this machine in what is recorded. */
  openJournal(folder: string, device: string): StoredJournal;
  openNotes(folder: string): StoredNotes;
  openScratch(folder: string): Scratch;
  /** A pack as the build compiled it. */
  openCompiledPack(folder: string): Promise<LoadedPack>;
  readonly openPackFiles: OpenPackFiles;
  /** @param folder that of the packs that are installed. */
  openPackStore(folder: string): PackStore;
  openPython(surroundings: PythonSurroundings): Python;
}

export interface PythonSurroundings {
  readonly trust: Trust;
  /** Absolute path of the extension's storage. */
  readonly storage: string;
  /** Absolute path of the extension itself. */
  readonly extension: string;
  readonly log: Log;
  /** What the user is told of a program that cannot be started. */
  readonly startFaultMessage: (fault: StartFault) => string;
}

/** All that starts a process, or asks one; none without trust. Disposed, it ends all of them. */
export interface Python extends Disposable {
  readonly runner: Runner;
  readonly probe: Probe;
  readonly lab: Lab;
}
