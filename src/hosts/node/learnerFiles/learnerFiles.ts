import type { LearnerFiles } from '../../../app/learnerFiles.js';
import { remainders, removeFiles, removeRemainders } from './removal.js';
import { restoreFiles } from './restoring.js';
import { takeSnapshot } from './snapshot.js';

export const learnerFiles: LearnerFiles = {
  takeSnapshot,
  restoreFiles,
  removeFiles,
  remainders,
  removeRemainders,
};
