import * as vscode from 'vscode';
import type { Catalog } from '../../../core/catalog.js';
import type { QuestionSummary } from '../../../core/pack/pack.js';
import { pickOne } from './picks.js';

/** Asks for a question by its title, topic or tags. */
export async function pickQuestion(
  catalog: Catalog,
  questions: readonly QuestionSummary[] = catalog.questions,
  title = vscode.l10n.t('Open Question'),
): Promise<string | undefined> {
  const items = questions.map((question) => ({
    id: question.id,
    label: question.title,
    description: catalog.topicOf(question)?.title ?? '',
    detail: question.tags.join(', '),
  }));
  const picked = await pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('Title, topic or tag'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
