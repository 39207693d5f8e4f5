import * as vscode from 'vscode';
import type { Catalog } from '../../../core/catalog.js';
import { pickOne } from './picks.js';

/** Asks for a question by its title, topic or tags. */
export async function pickQuestion(catalog: Catalog): Promise<string | undefined> {
  const items = catalog.questions.map((question) => ({
    id: question.id,
    label: question.title,
    description: catalog.topicOf(question)?.title ?? '',
    detail: question.tags.join(', '),
  }));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('Open Question'),
    placeHolder: vscode.l10n.t('Title, topic or tag'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
