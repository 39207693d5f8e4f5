/** What stands at the places of a pack's file: what is named there, and what could be written there instead. */
import type * as v from 'valibot';
import type { Place } from '../pack.js';
import type { Entries } from '../schemaShape.js';

export type NamedKind =
  | 'question'
  | 'quiz'
  | 'exercise'
  | 'topic'
  | 'path'
  | 'tag'
  | 'item'
  | 'section'
  | 'snippet'
  | 'picture';

/** Something of a pack that has a name. */
export interface Named {
  readonly kind: NamedKind;
  /** An id, a word, the path of a picture. */
  readonly id: string;
  /** The file that items, sections and snippets are of; empty for what is the pack's. */
  readonly file: string;
}

/** A place within one line. */
export interface SpotPlace extends Place {
  readonly columns: readonly [from: number, to: number];
}

export type Spot = SpotPlace &
  (
    | { readonly role: 'names' | 'defines'; readonly named: Named }
    /** The key of a map that may have these. */
    | { readonly role: 'key'; readonly entries: Entries; readonly present: readonly string[] }
    /** A value of which no name is known. */
    | { readonly role: 'value'; readonly schema: v.GenericSchema | undefined }
    /** An attribute of a fence, or the place for one. */
    | {
        readonly role: 'attribute';
        readonly language: string;
        readonly present: readonly string[];
      }
    | { readonly role: 'attributeValue'; readonly attribute: string; readonly language: string }
    /** The target of a link or a picture that leads to nothing of the pack. */
    | { readonly role: 'target'; readonly isPicture: boolean }
  );

export function isSame(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.id === other.id && one.file === other.file;
}

/** The spot at a place; of two the narrower. */
export function spotAt(spots: readonly Spot[], line: number, column: number): Spot | undefined {
  const width = ({ columns: [from, to] }: Spot): number => to - from;
  return spots
    .filter((spot) => spot.line === line && spot.columns[0] <= column && column <= spot.columns[1])
    .sort((a, b) => width(a) - width(b))[0];
}
