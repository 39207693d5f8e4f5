/** The model of memory: FSRS-6 by the library `ts-fsrs`, without its clock and without fuzz. */
import { FSRSAlgorithm } from 'ts-fsrs';
import type { Rating } from '../progress/event.js';

/** What is known of how well a card is remembered. */
export interface Memory {
  /** Days after which it is recalled with a chance of 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
}

const longestInterval = 36_500;

/**
 * How memory changes with each review, and how fast it fades.
 * Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm (FSRS-6).
 */
export class MemoryModel {
  private readonly fsrs: FSRSAlgorithm;
  private readonly modifiers = new Map<number, number>();

  /** @param weights the 21 parameters of FSRS-6; those fitted to most learners unless given. */
  constructor(weights?: readonly number[]) {
    this.fsrs = new FSRSAlgorithm({
      enable_fuzz: false,
      enable_short_term: true,
      ...(weights ? { w: weights } : {}),
    });
  }

  /** @param days whole days since the last review; 0 for a further one on the same day. */
  next(memory: Memory | undefined, days: number, rating: Rating): Memory {
    return this.fsrs.next_state(memory ?? null, Math.max(0, days), rating);
  }

  /** The chance (0 to 1) that it is recalled that many days after its last review. */
  recall(memory: Memory, days: number): number {
    return this.fsrs.forgetting_curve(Math.max(0, days), memory.stability);
  }

  /** Whole days, at least one, after which the chance of recall has come down to what is desired (above 0, below 1). */
  interval(memory: Memory, desiredRetention: number): number {
    let modifier = this.modifiers.get(desiredRetention);
    if (modifier === undefined) {
      modifier = this.fsrs.calculate_interval_modifier(desiredRetention);
      this.modifiers.set(desiredRetention, modifier);
    }
    return Math.min(longestInterval, Math.max(1, Math.round(memory.stability * modifier)));
  }
}
