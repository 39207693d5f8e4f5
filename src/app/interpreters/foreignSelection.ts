/** An interpreter that the user selected in another extension; each adapter keeps that extension's types to itself. */
import type { Disposable } from '../disposable.js';

export interface ForeignSelection extends Disposable {
  /** For the user: where the interpreter comes from. */
  readonly origin: string;
  /** The executable selected for a folder; undefined when there is none, or the extension is not there or fails. */
  selected(folder: string | undefined): Promise<string | undefined>;
  onDidChange(listener: () => void): Disposable;
}

/** Milliseconds that another extension may take to answer; its change event tells us when it is later. */
const patience = 5000;

/** The answer, or undefined when it fails or takes too long. */
export async function withPatience<T>(answer: Thenable<T | undefined>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, patience);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    // Whatever is wrong over there is told over there; here the next place is looked at.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
