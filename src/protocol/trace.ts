/** What the stepper's page and the extension host do for each other: the host records, the page replays. */
import * as v from 'valibot';
import type { TraceAdvice } from '../core/pack/pack.js';
import type { Colors, OutputChunk } from './question.js';
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
  /** Whether references and the collector's generations were counted. */
  readonly counts: boolean;
  readonly hint?: TraceAdvice;
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
  /** There is no more input for it. */
  endInput(params: Record<string, never>): void;
  /** Records once more. */
  again(params: { readonly counts: boolean }): Promise<void>;
  /** What comes next was told before it was shown, rightly or not. */
  predicted(params: { readonly right: boolean }): Promise<void>;
  /** A block for each file of the model. */
  colors(params: Record<string, never>): Promise<Colors>;
  /** Shows a line in the editor; `file` is the place of the file in the model. */
  reveal(params: { readonly file: number; readonly line: number }): Promise<void>;
}

/** Called by the host. */
export interface TracePage {
  /** The program is being recorded. */
  begun(params: Record<string, never>): void;
  output(chunk: OutputChunk): void;
  takesInput(params: Record<string, never>): void;
  show(model: TraceModel): void;
  /** The window wears another theme: colors are to be asked for again. */
  recolor(params: Record<string, never>): void;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

export const traceSchemas: Schemas<TraceHost> = {
  ready: v.strictObject({}),
  stop: v.strictObject({}),
  input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(1_000_000)) }),
  endInput: v.strictObject({}),
  again: v.strictObject({ counts: v.boolean() }),
  predicted: v.strictObject({ right: v.boolean() }),
  colors: v.strictObject({}),
  reveal: v.strictObject({ file: count, line: count }),
};
