import type { Services } from '../../hosts/vscode/services.js';

/** What an interview needs of the others. */
export type InterviewServices = Pick<
  Services,
  | 'extensionUri'
  | 'storageUri'
  | 'globalState'
  | 'catalog'
  | 'files'
  | 'journal'
  | 'machine'
  | 'progress'
  | 'log'
>;
