import type { Question, Snippet } from '../../core/pack/pack.js';
import type { QuestionHost } from '../../protocol/question.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { SnippetRuns } from './snippetRuns.js';

interface Found {
  readonly question: Question;
  readonly snippet: Snippet;
}

/** What the page asks of its snippets' runs; it names a snippet, which is looked up here. */
export function runHandlers(
  runs: SnippetRuns,
  find: (name: string) => Promise<Found>,
): Pick<Handlers<QuestionHost>, 'run' | 'accept' | 'stop' | 'input' | 'endInput' | 'openSaved'> {
  return {
    run: async ({ snippet: name, original, anyway }) => {
      const { question, snippet } = await find(name);
      return runs.start(question, snippet, { original, anyway });
    },
    accept: async ({ snippet: name, offer }) => {
      const { question, snippet } = await find(name);
      return runs.accept(question, snippet, offer);
    },
    stop: ({ snippet }) => {
      runs.stop(snippet);
    },
    input: ({ snippet, text }) => {
      runs.input(snippet, text);
    },
    endInput: ({ snippet }) => {
      runs.endInput(snippet);
    },
    openSaved: ({ snippet }) => runs.openSaved(snippet),
  };
}
