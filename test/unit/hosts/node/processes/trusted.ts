import { Processes } from '../../../../../src/hosts/node/processes/processes.js';

/** Processes of a window that the user trusts. */
export const processes = new Processes({ isTrusted: true, refusal: '' });
