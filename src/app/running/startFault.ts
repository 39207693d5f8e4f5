/** Why a program could not be started: only what is so; the words for it are chosen where they are shown. */
export type StartFault =
  /** The folder to run in is gone. */
  | { readonly kind: 'noFolder'; readonly folder: string }
  | {
      readonly kind: 'missing' | 'notExecutable' | 'noRoom';
      readonly command: string;
    }
  /** The system's own word. */
  | { readonly kind: 'refused'; readonly command: string; readonly said: string };
