import { Drafts } from '../../../src/app/sessions/drafts.js';
import { draftSchema } from '../../../src/protocol/quiz.js';
import type { Draft } from '../../../src/protocol/quiz.js';

/** What is being answered, kept nowhere but in memory. */
export function memoryDrafts(): Drafts<Draft> {
  const texts = new Map<string, string>();
  return new Drafts(
    {
      names: () => Promise.resolve([...texts.keys()]),
      read: (name) => Promise.resolve(texts.get(name)),
      write: (name, text) => Promise.resolve(void texts.set(name, text)),
      remove: (name) => Promise.resolve(void texts.delete(name)),
    },
    draftSchema,
  );
}
