import type { Setup } from '../../core/interview/plan.js';
import type { Mark } from '../../core/interview/sessionSchema.js';
import type { View } from '../shared/frame.js';

/** What the views may do. */
export interface Actions {
  start(setup: Setup): void;
  resume(): void;
  endUnfinished(): void;
  note(key: string, text: string): void;
  showAnswer(key: string): void;
  mark(key: string, point: number, value: Mark): void;
  next(key: string): void;
  pause(paused: boolean): void;
  finish(): void;
  another(): void;
  saveReport(): void;
  say(words: string): void;
  help(): void;
}

/** Its message is empty when what did not work works again. */
export interface InterviewView extends View {
  dispose(): void;
  /** What a screen reader hears when the view is shown. */
  spoken(): string;
  /** True when the key was for this view. */
  key(event: KeyboardEvent): boolean;
}
