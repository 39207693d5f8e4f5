/** What an import reads out of a file, whatever its format, before it becomes a pack. Texts are Markdown. */

import { longestMessage, plainText } from '../../core/plainText.js';

export interface Bank {
  readonly title: string;
  readonly quizzes: readonly BankQuiz[];
  readonly questions: readonly BankQuestion[];
  readonly losses: readonly Loss[];
}

/** What could not be carried over. */
export interface Loss {
  /** The quiz, item or page that lacks it, in words. */
  readonly where: string;
  readonly what: string;
}

/** A page to read. */
export interface BankQuestion {
  readonly title: string;
  /** May hold fences with names and expected outputs. */
  readonly body: string;
}

export interface BankQuiz {
  readonly title: string;
  /** What there is to read about it; empty when the format has nothing. */
  readonly body: string;
  readonly items: readonly BankItem[];
}

/** The most that a choice may have: nine keys choose them. */
export const mostOptions = 9;

export interface BankOption {
  readonly text: string;
  readonly correct: boolean;
  readonly why?: string;
}

interface ItemBase {
  /** As the format has it: any text. */
  readonly name: string;
  readonly prompt: string;
  readonly explanation: string;
}

export type BankItem = ItemBase &
  (
    | {
        readonly kind: 'choice';
        readonly several: boolean;
        readonly options: readonly BankOption[];
      }
    | { readonly kind: 'text'; readonly accept: readonly string[]; readonly exactCase: boolean }
    | { readonly kind: 'order'; readonly lines: readonly string[] }
    | {
        readonly kind: 'code';
        readonly starter: string;
        readonly solution: string;
        readonly checks: readonly string[];
      }
  );

/** Collects what is lost while a file is read. */
export class Losses {
  readonly all: Loss[] = [];
  private readonly known = new Set<string>();

  /** Each a line that can be read, whatever the file holds. */
  add(where: string, what: string): void {
    const loss = { where: plainText(where), what: plainText(what, longestMessage) };
    const key = `${loss.where}\n${loss.what}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.all.push(loss);
  }
}

/** What a file is that is none of a format, as a sentence for the user. */
export class ImportError extends Error {}
