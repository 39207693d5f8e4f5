/** Notes that the host may not have yet, as the page's own state keeps them. */
import * as v from 'valibot';
import type { InterviewModel } from '../../protocol/interview.js';

const stateSchema = v.object({
  session: v.string(),
  draft: v.object({ key: v.string(), text: v.string(), at: v.number() }),
});

export type Draft = v.InferOutput<typeof stateSchema>['draft'];

/** The notes of a draft when they are to what is asked now, and newer than those that are stored. */
export function newerNotes(model: InterviewModel, state: unknown): string | undefined {
  const parsed = v.safeParse(stateSchema, state);
  if (!parsed.success || model.screen !== 'turn') return undefined;
  const { session, draft } = parsed.output;
  const fits = session === model.session && draft.key === model.key && draft.at > model.editedAt;
  return fits && draft.text !== model.notes ? draft.text : undefined;
}
