/** Asks in the Command Palette what a mixed quiz is to be made of. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { Level } from '../../core/pack/pack.js';
import { askText, pickOne, pickSeveral } from '../../hosts/vscode/ui/picks.js';
import type { Row } from '../../hosts/vscode/ui/picks.js';
import { itemsOf } from '../../app/quiz/plans.js';
import type { Wanted } from '../../app/quiz/plans.js';
import { loadQuizzes } from './sessionPlans.js';

export interface MixedChoice extends Wanted {
  readonly how: 'practice' | 'exam';
  readonly count: number;
}

const usualCount = 20;

/** Undefined as soon as the learner gives up. */
export async function chooseMixed(catalog: Catalog): Promise<MixedChoice | undefined> {
  const all = await loadQuizzes(
    catalog,
    catalog.quizzes.map(({ id }) => id),
  );
  const topics = await chooseTopics(catalog);
  if (!topics) return undefined;
  const levels = await chooseLevels();
  if (!levels) return undefined;
  const most = itemsOf(catalog, all, { topics, levels }).length;
  if (most === 0) {
    throw new Error(
      vscode.l10n.t('No quiz asks about these topics at these levels. Choose more of them.'),
    );
  }
  const count = await chooseCount(most);
  if (count === undefined) return undefined;
  const how = await chooseMode();
  return how && { topics, levels, count, how };
}

async function chooseTopics(catalog: Catalog): Promise<ReadonlySet<string> | undefined> {
  const asked = new Set(
    catalog.quizzes.flatMap(({ questions }) => questions.map((id) => catalog.question(id)?.topic)),
  );
  const topics = catalog.packs
    .flatMap((pack) => pack.info.topics)
    .filter(({ id }) => asked.has(id))
    .map(({ id, title }) => ({ id, label: title, picked: true }));
  return several(vscode.l10n.t('Mixed Quiz: Topics'), topics);
}

async function chooseLevels(): Promise<ReadonlySet<Level> | undefined> {
  return several<Level>(vscode.l10n.t('Mixed Quiz: Levels'), [
    { id: 'core', label: vscode.l10n.t('Core'), picked: true },
    { id: 'advanced', label: vscode.l10n.t('Advanced'), picked: true },
    { id: 'expert', label: vscode.l10n.t('Expert'), picked: true },
  ]);
}

async function several<T extends string>(
  title: string,
  rows: readonly (Row & { readonly id: T })[],
): Promise<ReadonlySet<T> | undefined> {
  const chosen = await pickSeveral(rows, { title });
  return chosen && chosen.length > 0 ? new Set(chosen.map(({ id }) => id)) : undefined;
}

async function chooseCount(most: number): Promise<number | undefined> {
  const answer = await askText({
    title: vscode.l10n.t('Mixed Quiz: Length'),
    prompt: vscode.l10n.t('How many items, up to {0}? Those you missed come more often.', most),
    value: String(Math.min(usualCount, most)),
    fault: (text) =>
      isCount(text, most) ? undefined : vscode.l10n.t('Type a number from 1 to {0}.', most),
  });
  return answer === undefined ? undefined : Number(answer);
}

function isCount(text: string, most: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
}

async function chooseMode(): Promise<'practice' | 'exam' | undefined> {
  const picked = await pickOne(
    [
      {
        how: 'practice' as const,
        label: vscode.l10n.t('Practice'),
        detail: vscode.l10n.t('The verdict after each answer'),
      },
      {
        how: 'exam' as const,
        label: vscode.l10n.t('Exam'),
        detail: vscode.l10n.t('A time limit, and no verdict before the end'),
      },
    ],
    { title: vscode.l10n.t('Mixed Quiz: How?') },
  );
  return picked?.how;
}
