/** What of the learner's lies in the extension's storage beside the journal: taken out, brought back, deleted. */
import type { LearnerFile } from '../core/progress/storedFile.js';

export interface Snapshot {
  readonly files: readonly LearnerFile[];
  /** Paths below the storage, with forward slashes, of what programs made, of what is huge, and of what is no file. */
  readonly leftOut: readonly string[];
}

/** Something that is there beside what was exported. */
export interface Remainder {
  /** Below the storage, with forward slashes: a file, or a folder with all that is in it. */
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
}

/** A file that could not be brought back. */
export interface Failure {
  readonly path: string;
  /** The system's name for the reason, such as `ENOSPC`; `outside` for a folder that is a link to elsewhere. */
  readonly code: string;
}

export interface Restored {
  /** Files that were not there before. */
  readonly fresh: readonly string[];
  /** Files that differ from the learner's own, and were put beside them. */
  readonly beside: readonly string[];
  readonly failed: readonly Failure[];
}

/** The root is the absolute path of the extension's storage. */
export interface LearnerFiles {
  takeSnapshot(root: string): Promise<Snapshot>;
  /** Never rejects for a single file: one that cannot be brought back costs no other. */
  restoreFiles(root: string, files: readonly LearnerFile[]): Promise<Restored>;
  /** Each file only while it is as it was read. */
  removeFiles(root: string, files: readonly LearnerFile[]): Promise<void>;
  /** What is there beside what an export holds. */
  remainders(root: string): Promise<readonly Remainder[]>;
  removeRemainders(root: string, list: readonly Remainder[]): Promise<void>;
}
