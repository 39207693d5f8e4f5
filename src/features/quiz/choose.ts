/** Asks in the Command Palette which quiz to take and how. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import { pickOne, separator } from '../../hosts/vscode/ui/picks.js';
import { itemCount } from '../../hosts/vscode/ui/itemCount.js';
import type { Row } from '../../hosts/vscode/ui/picks.js';
import type { QuizStore } from '../../app/quiz/quizStore.js';
import { missedId, mixedId } from '../../core/quiz/sessionIds.js';
import type { Mode } from '../../app/quiz/plans.js';

export interface QuizChoice {
  readonly quiz: string;
  readonly how: Mode | 'resume';
}

/** A mixed quiz is still to be set up. */
type Choice = QuizChoice | 'setUp';

type QuizPick = Row & { readonly quiz?: string };

export async function chooseQuiz(catalog: Catalog, store: QuizStore): Promise<Choice | undefined> {
  await store.refresh();
  const quizzes = catalog.quizzes.map((quiz): QuizPick => {
    const last = store.attempts.of(quiz.id).at(-1);
    const items = itemCount(quiz.size);
    const score = last ? vscode.l10n.t('last score {0} of {1}', last.score, last.count) : '';
    return {
      quiz: quiz.id,
      label: quiz.title,
      description: [items, score].filter((part) => part !== '').join(', '),
      detail: quiz.description,
    };
  });
  if (quizzes.length === 0) throw new Error(vscode.l10n.t('The loaded packs hold no quiz.'));
  const continued: QuizPick = {
    label: vscode.l10n.t('Continue the Mixed Quiz'),
    description: vscode.l10n.t('where you left it'),
  };
  const mixed: QuizPick = {
    label: vscode.l10n.t('Mixed Quiz…'),
    description: vscode.l10n.t('of topics, levels and length as you choose'),
  };
  const begun = (await store.begun(mixedId)) ? [continued] : [];
  const picked = await pickOne<QuizPick>([...begun, mixed, separator, ...quizzes], {
    title: vscode.l10n.t('Start Quiz'),
    placeHolder: vscode.l10n.t('Which one?'),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  if (picked === continued) return { quiz: mixedId, how: 'resume' };
  return picked.quiz === undefined ? 'setUp' : chooseHow(picked.quiz, store);
}

async function chooseHow(quiz: string, store: QuizStore): Promise<QuizChoice | undefined> {
  const missed = missedId(quiz);
  const how = (label: string, mode: Mode | 'resume', detail: string) => ({ label, mode, detail });
  const picked = await pickOne(
    [
      ...((await store.begun(quiz))
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
      ...((await store.begun(missed))
        ? [
            {
              ...how(
                vscode.l10n.t('Continue Only What I Missed'),
                'resume',
                vscode.l10n.t('Where you left it'),
              ),
              session: missed,
            },
          ]
        : []),
    ],
    { title: vscode.l10n.t('How?') },
  );
  return picked && { quiz: 'session' in picked ? picked.session : quiz, how: picked.mode };
}
