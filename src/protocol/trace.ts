/** What the stepper's page and the extension host do for each other: the host records, the page replays. */
import * as v from 'valibot';
import type { OutputChunk } from './question.js';
import type { Schemas } from './rpc.js';

export interface TracedFile {
  /** Relative to the program's folder, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

/** A program that was recorded. */
export interface TraceModel {
  readonly title: string;
  readonly files: readonly TracedFile[];
  /** What the recorder wrote; see `core/trace/recording.ts`. */
  readonly recording: string;
  readonly stdout: string;
  readonly stderr: string;
  /** How the program ended, as on a question's page. */
  readonly ended: 'itself' | 'stopped' | 'timeout' | 'failedToStart';
  /** Why nothing was recorded, as a sentence. */
  readonly fault?: string;
}

/** Called by the page. */
export interface TraceHost {
  /** The page is there; undefined while the program is being recorded. */
  ready(params: Record<string, never>): Promise<TraceModel | undefined>;
  /** Ends the program that is being recorded. */
  stop(params: Record<string, never>): void;
  /** Whole lines for the program that is being recorded. */
  input(params: { readonly text: string }): void;
  /** Records once more. */
  again(params: Record<string, never>): Promise<void>;
}

/** Called by the host. */
export interface TracePage {
  /** The program is being recorded. */
  begun(params: Record<string, never>): void;
  output(chunk: OutputChunk): void;
  takesInput(params: Record<string, never>): void;
  show(model: TraceModel): void;
}

export const traceSchemas: Schemas<TraceHost> = {
  ready: v.strictObject({}),
  stop: v.strictObject({}),
  input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(1_000_000)) }),
  again: v.strictObject({}),
};
