import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { Snippet } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import { pickOne } from './ui/picks.js';

export interface SnippetChoice {
  readonly questionId: string;
  readonly snippet: Snippet;
}

/** The snippet that is named, after asking for what is not; undefined when the user leaves the pick. */
export async function pickSnippet(
  catalog: Catalog,
  questionId: string | undefined,
  snippetName: string | undefined,
): Promise<SnippetChoice | undefined> {
  if (questionId !== undefined && snippetName !== undefined)
    return find(catalog, questionId, snippetName);
  const items = catalog.questions
    .filter(({ id }) => questionId === undefined || id === questionId)
    .flatMap((question) =>
      question.snippets.map((name) => ({
        label: name,
        description: question.title,
        questionId: question.id,
        snippetName: name,
      })),
    );
  if (items.length === 0)
    throw new Error(vscode.l10n.t('There is no snippet to open here. Choose another question.'));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('Choose a snippet'),
    placeHolder: vscode.l10n.t('Name of the snippet or title of its question'),
    matchOnDescription: true,
  });
  return picked && find(catalog, picked.questionId, picked.snippetName);
}

async function find(catalog: Catalog, questionId: string, name: string): Promise<SnippetChoice> {
  const question = await catalog.load(questionId);
  const snippet = question.code.find((one) => one.name === name);
  if (snippet) return { questionId, snippet };
  throw new Error(
    vscode.l10n.t(
      'There is no snippet “{0}” in “{1}”. Choose one from the question itself.',
      plainText(name),
      plainText(question.title),
    ),
  );
}
