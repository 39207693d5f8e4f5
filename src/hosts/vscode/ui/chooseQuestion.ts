import * as v from 'valibot';
import type { Catalog } from '../../../core/catalog.js';
import { activeQuestion } from '../questionEditors.js';
import { pickQuestion } from './pickQuestion.js';

/** A question’s id as commands get it: itself, or the tree’s node. */
export function questionIdOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const node = v.object({ kind: v.literal('question'), question: v.object({ id: v.string() }) });
  const parsed = v.safeParse(node, target);
  return parsed.success ? parsed.output.question.id : undefined;
}

/** The question that a command is meant for: that of its argument, the one in front, or one that is asked for. */
export async function chooseQuestion(
  catalog: Catalog,
  target: unknown,
): Promise<string | undefined> {
  return questionIdOf(target) ?? activeQuestion() ?? pickQuestion(catalog);
}
