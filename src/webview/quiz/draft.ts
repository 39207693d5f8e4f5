/** An answer that is not given yet, as the page's state keeps it. */
import * as v from 'valibot';
import { answerSchema, confidenceSchema } from '../../core/quiz/answer.js';
import type { ItemModel } from '../../protocol/quiz.js';

const draftSchema = v.object({
  key: v.string(),
  attempt: v.number(),
  answer: answerSchema,
  confidence: v.optional(confidenceSchema),
});
const stateSchema = v.object({ draft: draftSchema });

export type Draft = v.InferOutput<typeof draftSchema>;

/** The item with what the learner had put in before, when that was for this item and this attempt. */
export function withDraft(model: ItemModel, state: unknown): ItemModel {
  const parsed = v.safeParse(stateSchema, state);
  if (!parsed.success || model.verdict) return model;
  const { key, attempt, answer, confidence } = parsed.output.draft;
  if (key !== model.key || attempt !== model.attempt) return model;
  return { ...model, given: answer, ...(confidence ? { confidence } : {}) };
}
