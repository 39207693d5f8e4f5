/** What a Python is: found out by asking it. */
import type { Interpreter } from '../../core/python/interpreter.js';

/** A command that may be a Python; it has still to be asked. */
export interface Candidate {
  readonly command: string;
  /** What comes before the probe's own arguments: `-3` for the Windows launcher. */
  readonly args: readonly string[];
  /** Where it was found, in words for the user. */
  readonly origin: string;
}

export type ProbeAnswer =
  | { readonly ok: true; readonly interpreter: Interpreter }
  | { readonly ok: false; readonly fault: ProbeFault };

/** Why something is no interpreter to use; `command` is what was asked. */
export type ProbeFault = { readonly command: string } & (
  | { readonly kind: 'missing' | 'folder' | 'noFile' | 'notExecutable' | 'storeStub' }
  /** It gave no answer in as many seconds. */
  | { readonly kind: 'slow'; readonly seconds: number }
  /** What it said instead; empty when that was nothing. */
  | { readonly kind: 'noPython'; readonly said: string }
  | { readonly kind: 'strange' }
  | { readonly kind: 'tooOld'; readonly version: string }
);

export interface Probe {
  /** Rejects only with `Untrusted`. */
  ask(candidate: Candidate): Promise<ProbeAnswer>;
}
