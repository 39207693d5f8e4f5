import type { Catalog } from '../../core/catalog.js';
import { plainText } from '../../core/interview/sentences.js';
import type { Forecast } from '../../core/statistics/forecast.js';
import type { Mistake } from '../../core/statistics/mistakes.js';
import type { MistakeModel } from '../../protocol/statistics.js';

/** So many are shown; those that still stand come first. */
const most = 50;

/** The mistakes with what was asked, why it is so, and when it comes again; those of packs that are gone are left out. */
export async function mistakeModels(
  catalog: Catalog,
  mistakes: readonly Mistake[],
  forecast: Forecast | undefined,
): Promise<readonly MistakeModel[]> {
  const known = mistakes
    .filter(
      ({ quiz, question }) => catalog.quizId(quiz) !== undefined && catalog.question(question),
    )
    .slice(0, most);
  const ids = [...new Set(known.map(({ quiz }) => quiz))];
  const quizzes = new Map(
    await Promise.all(
      ids.map(async (id) => [id, await catalog.loadQuiz(id).catch(() => undefined)] as const),
    ),
  );
  return known.flatMap((mistake): readonly MistakeModel[] => {
    const { quiz, item: id, question, misses, missedOn, isMended } = mistake;
    const item = quizzes.get(quiz)?.items.find((each) => each.id === id);
    const summary = catalog.question(question);
    if (!item || !summary) return [];
    const again = forecast?.dueDay?.(`item/${quiz}/${id}`);
    return [
      {
        quiz,
        item: id,
        question: summary.id,
        title: summary.title,
        asked: plainText(item.prompt),
        why: plainText(item.explanation),
        misses,
        missedOn,
        isMended,
        ...(again === undefined ? {} : { again }),
      },
    ];
  });
}
