/** What is to be asked about: topics and levels, as the learner chooses them for an interview or a quiz. */
import * as v from 'valibot';
import { longestName } from './pack/idPattern.js';
import type { Level } from './pack/pack.js';

export interface Scope {
  /** Keys of topics (`topicKey` of packId.ts); none means all. */
  readonly topics: readonly string[];
  /** None means all. */
  readonly levels: readonly Level[];
}

/** How to decode each part of a scope. */
export const scopeEntries = {
  topics: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestName))), v.maxLength(500)),
  levels: v.pipe(v.array(v.picklist(['core', 'advanced', 'expert'])), v.maxLength(3)),
};

/** @param place the key of its topic, and its level */
export function isWithin(
  { topics, levels }: Scope,
  { topic, level }: { readonly topic: string; readonly level: Level },
): boolean {
  return (
    (topics.length === 0 || topics.includes(topic)) &&
    (levels.length === 0 || levels.includes(level))
  );
}
