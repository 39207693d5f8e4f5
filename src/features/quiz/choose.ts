/** Asks in the Command Palette which quiz to take and how. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { QuizStore } from './quizStore.js';
import type { Mode } from './plans.js';

export type Choice =
  | { readonly quiz: string; readonly how: Mode | 'resume' }
  | {
      readonly topics: ReadonlySet<string>;
      readonly how: 'practice' | 'exam';
      readonly count: number;
    };

type QuizPick = vscode.QuickPickItem & { readonly quiz?: string };

export async function chooseQuiz(catalog: Catalog, store: QuizStore): Promise<Choice | undefined> {
  await store.refresh();
  const quizzes = catalog.quizzes.map((quiz): QuizPick => {
    const last = store.attempts(quiz.id).at(-1);
    const items = vscode.l10n.t('{0} items', quiz.size);
    const score = last ? vscode.l10n.t('last score {0} of {1}', last.score, last.count) : '';
    return {
      quiz: quiz.id,
      label: quiz.title,
      description: [items, score].filter((part) => part !== '').join(', '),
      detail: quiz.description,
    };
  });
  if (quizzes.length === 0) throw new Error(vscode.l10n.t('The loaded packs hold no quiz.'));
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const mixed = {
    label: vscode.l10n.t('Mixed Quiz…'),
    description: vscode.l10n.t('items of several topics, those you missed more often'),
  };
  const picked = await vscode.window.showQuickPick<QuizPick>([...quizzes, separator, mixed], {
    title: vscode.l10n.t('Start Quiz'),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  return picked.quiz === undefined ? chooseMixed(catalog) : chooseHow(picked.quiz, store);
}

async function chooseHow(quiz: string, store: QuizStore): Promise<Choice | undefined> {
  const open = (await store.session(quiz))?.session;
  const how = (label: string, mode: Mode | 'resume', detail: string) => ({ label, mode, detail });
  const resumes = open !== undefined && !open.finished && open.entries.some((entry) => entry.given);
  const picked = await vscode.window.showQuickPick(
    [
      ...(resumes
        ? [how(vscode.l10n.t('Continue'), 'resume', vscode.l10n.t('Where you left it'))]
        : []),
      how(vscode.l10n.t('Practice'), 'practice', vscode.l10n.t('The verdict after each answer')),
      how(
        vscode.l10n.t('Exam'),
        'exam',
        vscode.l10n.t('A time limit, and no verdict before the end'),
      ),
      how(
        vscode.l10n.t('Only What I Missed'),
        'missed',
        vscode.l10n.t('What you were sure of and got wrong comes first'),
      ),
    ],
    { title: vscode.l10n.t('How?') },
  );
  return picked && { quiz, how: picked.mode };
}

async function chooseMixed(catalog: Catalog): Promise<Choice | undefined> {
  const asked = new Set(
    catalog.quizzes.flatMap(({ questions }) => questions.map((id) => catalog.question(id)?.topic)),
  );
  const topics = catalog.packs
    .flatMap((pack) => pack.info.topics)
    .filter(({ id }) => asked.has(id))
    .map(({ id, title }) => ({ id, label: title, picked: true }));
  const chosen = await vscode.window.showQuickPick(topics, {
    title: vscode.l10n.t('Mixed Quiz: Topics'),
    canPickMany: true,
  });
  if (!chosen || chosen.length === 0) return undefined;
  const sizes = [10, 20, 40].map((count) => ({ count, label: vscode.l10n.t('{0} items', count) }));
  const size = await vscode.window.showQuickPick(sizes, {
    title: vscode.l10n.t('Mixed Quiz: Length'),
  });
  if (!size) return undefined;
  return { topics: new Set(chosen.map(({ id }) => id)), how: 'practice', count: size.count };
}
