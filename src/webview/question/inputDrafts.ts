/** What was typed into the fields of a question's programs and not sent yet: a page that is hidden does not exist. */
import { savedState, saveState } from '../shared/host.js';

export type InputDrafts = Readonly<Record<string, string>>;

/** By the names of the snippets; none when another question was saved. */
export function draftsOf(question: string): InputDrafts {
  const saved = savedState();
  if (typeof saved !== 'object' || saved === null || !('question' in saved) || !('inputs' in saved))
    return {};
  const { inputs } = saved;
  if (saved.question !== question || typeof inputs !== 'object' || inputs === null) return {};
  const texts = Object.entries(inputs).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts);
}

export function keepDraft(question: string, snippet: string, text: string): void {
  const { [snippet]: _before, ...others } = draftsOf(question);
  const saved = savedState();
  const state = typeof saved === 'object' ? saved : {};
  saveState({ ...state, question, inputs: text === '' ? others : { ...others, [snippet]: text } });
}
