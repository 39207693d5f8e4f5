/** What is stepped through of an item that was answered: the code of which the output was asked, or a failed check. */
import type { QuizItem } from '../../core/pack/pack.js';
import { checkedCode, checkSeconds, lineOfCheck } from '../../core/quiz/codeCheck.js';
import type { SessionEntry } from '../../core/quiz/session.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';

/**
 * @param check the number of a check that failed, from 0
 * @throws Error with a sentence for the user when there is nothing to step through
 */
export function steppedItem(
  item: QuizItem,
  { given, grade }: Pick<SessionEntry, 'given' | 'grade'>,
  check: number | undefined,
): SteppedCode {
  const shared = { timeout: checkSeconds, hasNoInput: true };
  if (item.kind === 'output')
    return { ...shared, title: item.id, code: item.code, python: item.python };
  if (item.kind !== 'code' || given?.kind !== 'code' || check === undefined)
    throw new Error('This item has no code to step through.');
  const made = item.checks[check];
  if (made === undefined || grade?.checks[check]?.passed !== false)
    throw new Error('This check has not failed: there is nothing to step through.');
  return {
    ...shared,
    title: `${item.id}, check ${String(check + 1)}`,
    code: checkedCode(given.text, made),
    begin: lineOfCheck(given.text),
    python: item.python,
  };
}
