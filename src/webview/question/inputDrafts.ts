/** What was typed into the fields of a question's programs and not sent yet: a page that is hidden does not exist. */
import { savedState, saveState } from '../shared/host.js';

/** By the names of the snippets; none when another question was saved. */
export function draftsOf(question: string): ReadonlyMap<string, string> {
  const saved = savedState();
  if (typeof saved !== 'object' || saved === null || !('question' in saved) || !('inputs' in saved))
    return new Map();
  const { inputs } = saved;
  if (saved.question !== question || typeof inputs !== 'object' || inputs === null)
    return new Map();
  return new Map(Object.entries(inputs).filter(([, text]) => typeof text === 'string'));
}

export function keepDraft(question: string, snippet: string, text: string): void {
  const inputs = new Map(draftsOf(question));
  if (text === '') inputs.delete(snippet);
  else inputs.set(snippet, text);
  const saved = savedState();
  const state = typeof saved === 'object' ? saved : {};
  saveState({ ...state, question, inputs: Object.fromEntries(inputs) });
}
