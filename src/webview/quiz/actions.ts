import type { QuizHost } from '../../protocol/quiz.js';

type Params<K extends keyof QuizHost> = Parameters<QuizHost[K]>[0];

/** What the views may do. */
export interface Actions {
  answer(params: Params<'answer'>): void;
  next(): void;
  goTo(index: number): void;
  flag(flagged: boolean): void;
  openCode(params: Params<'openCode'>): void;
  /** Runs code that is not answered yet. */
  tryCode(params: Params<'tryCode'>): ReturnType<QuizHost['tryCode']>;
  pause(paused: boolean): void;
  finish(): void;
  restart(mode: Params<'restart'>['mode']): void;
  runIt(key: string): void;
  stepThrough(key: string, check?: number): void;
  saveMarkdown(): void;
  refresh(): void;
  help(): void;
}
