/** What is tried; each case can be sent to a worker. */

import type { ZipEntry } from './zipFile.js';

/** A file of a pack, beside those that are in order. */
export type Ingredient =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: readonly number[] }
  | { readonly kind: 'link'; readonly to: string }
  | { readonly kind: 'folder' | 'fifo' | 'huge' };

export type Case =
  | {
      readonly kind: 'pack';
      readonly file: string;
      readonly ingredient: Ingredient;
      /** Whether the author must be told. */
      readonly isWrong: boolean;
      /** Where, when it can be said: the line, from 0, and what of it is wrong. */
      readonly place?: { readonly line: number; readonly text: string };
    }
  | {
      readonly kind: 'exercise';
      /** The path in the folder of the exercise. */
      readonly part: string;
      readonly ingredient: Ingredient;
      /** Whether the author must be told. */
      readonly isWrong: boolean;
    }
  /** A file of elsewhere, by its name. */
  | { readonly kind: 'import'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'labpack';
      readonly entries: readonly ZipEntry[];
      /** Bytes that are written over some of the file. */
      readonly written?: readonly number[];
      /** Whether it must be taken, or refused; where nothing is said it may be either. */
      readonly isSound?: boolean;
    }
  | { readonly kind: 'link' | 'journal' | 'export' | 'recording'; readonly text: string }
  | { readonly kind: 'setting'; readonly id: string; readonly value: unknown }
  | {
      readonly kind: 'message';
      readonly page: string;
      readonly method: string;
      readonly value: unknown;
    };

/** The file of a pack that is bad. */
export const file = { question: 'questions/bad.md', quiz: 'quizzes/bad.yaml' } as const;
