import type { Trust } from '../ports.js';

/** Its message is the sentence for the user. */
export class Untrusted extends Error {}

/** Throws `Untrusted` in a workspace that the user does not trust. */
export function mustBeTrusted(trust: Trust): void {
  if (!trust.isTrusted) throw new Untrusted(trust.refusal);
}
