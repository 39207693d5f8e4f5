/** What every page tells the host: the text that is selected on it, since nothing else can know that. */
import * as v from 'valibot';
import type { Schemas } from './rpc.js';

/** Characters; more are no card. */
export const longestSelection = 5000;

export interface Selected {
  /** Empty when nothing is selected. */
  readonly text: string;
  /** Whether it stands in code. */
  readonly code: boolean;
}

/** Called by the page when the selection has changed. */
export interface SelectionHost {
  selected(params: Selected): void;
}

export const selectionSchemas: Schemas<SelectionHost> = {
  selected: v.strictObject({
    text: v.pipe(v.string(), v.maxLength(longestSelection)),
    code: v.boolean(),
  }),
};
