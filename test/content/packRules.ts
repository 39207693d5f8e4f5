/** Rules for the shipped pack as a whole: its paths, and what share each kind of item has. */
import type { ItemProof, Question, QuestionSummary, QuizItem } from '../../src/core/pack/pack.js';

const leastShareOfKind = 0.06;

/** Questions of a path that come before what they build on. */
export function outOfOrder(path: readonly string[], questions: readonly Question[]): readonly string[] {
  return path.flatMap((id, place) => {
    const needs = questions.find((question) => question.id === id)?.prerequisites ?? [];
    const late = needs.filter((need) => path.indexOf(need) > place);
    return late.map((need) => `${id} comes before ${need}, on which it builds`);
  });
}

export function countsOf<T extends string>(names: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const leastWrong = 3;
const leastRight = 3;

/** A code item that was not tried with as many wrong and right programs as it takes to trust its checks. */
export function tooFewPrograms({ starter, wrong, right }: ItemProof): readonly string[] {
  if (starter === undefined) return [];
  const faults = [];
  if (wrong.length < leastWrong) faults.push(`it has ${String(wrong.length)} wrong programs; ${String(leastWrong)} are wanted`);
  if (right.length < leastRight) faults.push(`it has ${String(right.length - 1)} alternatives; ${String(leastRight - 1)} are wanted`);
  return faults;
}

/** A `defect` takes longer than other items: a number of them is wanted, not a share. */
const leastDefects = 25;

export function tooFewDefects(items: readonly QuizItem[]): readonly string[] {
  const defects = items.filter(({ kind }) => kind === 'defect').length;
  return defects < leastDefects ? [`there are ${String(defects)}; ${String(leastDefects)} are wanted`] : [];
}

const leastSenior = 1 / 2;

/**
 * Whether an item asks for the reasoning that a senior is hired for: what experts know, or a program, a profile or a
 * listing that has to be traced, mended or written and is not for beginners.
 */
function isSenior({ kind, level, prompt }: QuizItem): boolean {
  const hasProgram = kind === 'output' || kind === 'defect' || kind === 'code' || /^```/m.test(prompt);
  return level === 'expert' || (level === 'advanced' && hasProgram);
}

export function seniorItems(items: readonly QuizItem[]): number {
  return items.filter(isSenior).length;
}

export function tooFewSenior(items: readonly QuizItem[]): readonly string[] {
  const senior = seniorItems(items);
  return senior < items.length * leastSenior ? [`${String(senior)} of ${String(items.length)} ask for reasoning; half are wanted`] : [];
}

/** Short titles stand alone in the tree: each must tell its question from all others. */
export function alikeShort(questions: readonly Pick<QuestionSummary, 'short'>[]): readonly string[] {
  const counts = countsOf(questions.flatMap(({ short }) => short ?? []));
  return [...counts].filter(([, count]) => count > 1).map(([short, count]) => `${String(count)} have “${short}”`);
}

export function rareKinds(items: readonly QuizItem[]): readonly string[] {
  const rare = [...countsOf(items.map(({ kind }) => kind))].filter(
    ([kind, count]) => kind !== 'defect' && count < items.length * leastShareOfKind,
  );
  return rare.map(([kind, count]) => `only ${String(count)} of ${String(items.length)} are ${kind}`);
}
