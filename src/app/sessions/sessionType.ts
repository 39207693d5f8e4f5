import type { GenericSchema } from 'valibot';
import type { SessionKind } from '../../core/progress/event.js';

/** What sessions of one kind are: a state that it begins with, and changes that lead from one state to a later one. */
export interface SessionType<S, C> {
  readonly kind: SessionKind;
  readonly start: GenericSchema<unknown, S>;
  readonly change: GenericSchema<unknown, C>;
  /** A long start in parts, each short enough for a line of the journal. */
  parts(start: S): { readonly start: S; readonly more: readonly C[] };
  changesBetween(before: S, after: S): readonly C[];
  /** The very same state when the change comes too late to count. */
  apply(state: S, change: C): S;
  /** Whether it only says where a window is; another one need not follow. */
  isPlace(change: C): boolean;
}
