import * as vscode from 'vscode';
import type { Rendered } from '../../core/markdown.js';
import type { SnippetFile } from '../../core/pack/pack.js';
import type { QuestionHost } from '../../protocol/question.js';
import type { Handlers } from '../../protocol/rpc.js';

interface Ran {
  readonly snippet: string;
  readonly files: readonly SnippetFile[];
}

/** Copying code: the author's, or the learner's that is shown in its place. */
export function copyHandlers(
  rendered: () => Promise<Rendered>,
  ran: () => readonly Ran[],
): Pick<Handlers<QuestionHost>, 'copy' | 'copyRan'> {
  return {
    copy: async ({ block }) => {
      await vscode.env.clipboard.writeText((await rendered()).blocks[block]?.code ?? '');
    },
    copyRan: async ({ snippet }) => {
      const files = ran().find((each) => each.snippet === snippet)?.files ?? [];
      await vscode.env.clipboard.writeText(files.map(({ text }) => text).join('\n'));
    },
  };
}
