/** Mistakes that leave an item of a quiz usable, which its schema does not see: what is written twice, or never read. */
import type * as v from 'valibot';
import { acceptMistakes } from './acceptMistakes.js';
import { defectMistakes } from './defect.js';
import type { ItemMistake } from './itemMistake.js';
import type { OrderItem } from './pack.js';
import { repeated } from './repeated.js';
import type { quizSchema } from './quizSchema.js';

export type WrittenItem = v.InferOutput<typeof quizSchema>['items'][number];
type Written<Kind extends WrittenItem['kind']> = Extract<WrittenItem, { readonly kind: Kind }>;

export function itemMistakes(item: WrittenItem): readonly ItemMistake[] {
  switch (item.kind) {
    case 'text':
      return acceptMistakes(item);
    case 'order':
      return orderMistakes(item);
    case 'output':
      return outputMistakes(item);
    case 'code':
      return codeMistakes(item);
    case 'defect':
      return [...defectMistakes(item), ...twice('checks', item.checks)];
    case 'single':
    case 'multiple':
      return [];
  }
}

/** Whether an order names every line once; numbers are counted from 0. */
export function isOrderOf(order: readonly number[], { lines }: Pick<OrderItem, 'lines'>): boolean {
  return (
    order.length === lines.length &&
    [...order].sort((a, b) => a - b).every((place, at) => place === at)
  );
}

function orderMistakes(item: Written<'order'>): readonly ItemMistake[] {
  const { id, lines, distractors, accept = [] } = item;
  const found: ItemMistake[] = [];
  const own = new Map(lines.map((line, at) => [line.trim(), at + 1]));
  for (const [at, line] of distractors.entries()) {
    const same = own.get(line.trim());
    if (same !== undefined) {
      const message = `This distracts nobody: it is line ${String(same)} of the item.`;
      found.push({ path: ['distractors', at], message });
    }
  }
  found.push(...twice('distractors', distractors));
  // A program may hold a line twice; whoever arranges it may take either. Of sentences one is meant.
  if (item.code !== true) found.push(...twice('lines', lines));
  const isLine = (number: number): boolean => Number.isInteger(number) && number in [0, ...lines];
  if (
    !accept.every((order) =>
      isOrderOf(
        order.map((line) => line - 1),
        item,
      ),
    )
  )
    found.push({
      path: ['accept'],
      message: `Each order that “${id}” accepts names every line once, from 1 to ${String(lines.length)}.`,
    });
  const texts = [
    lines,
    ...accept.map((order) => order.map((at) => (isLine(at) ? lines[at - 1] : ''))),
  ];
  const again = repeated(texts.map((order) => order.join('\n')));
  for (const at of again)
    found.push({ path: ['accept', at - 1], message: 'This order is accepted already.' });
  return found;
}

function outputMistakes(item: Written<'output'>): readonly ItemMistake[] {
  const { snippet, code, answer, python } = item;
  if (snippet === undefined) {
    if (code === undefined || code.trim() === '' || answer !== undefined) return [];
    const message =
      'The item says not what its code prints: add “answer” (“answer: ""” for nothing).';
    return [{ path: ['code'], message }];
  }
  return Object.entries({ code, answer, python }).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ path: [key], message: `This is not read: the snippet “${snippet}” says it.` }],
  );
}

function codeMistakes(item: Written<'code'>): readonly ItemMistake[] {
  const { starter, solution, alternatives, checks, wrong } = item;
  const found: ItemMistake[] = [];
  if (starter.trim() === solution.trim())
    found.push({ path: ['starter'], message: 'The starter is the solution.' });
  for (const at of repeated([solution, ...alternatives].map((code) => code.trim())))
    found.push({ path: ['alternatives', at - 1], message: 'This solution stands twice.' });
  for (const at of repeated(wrong.map(({ code }) => code.trim())))
    found.push({ path: ['wrong', at, 'code'], message: 'This wrong solution stands twice.' });
  return [...found, ...twice('checks', checks)];
}

function twice(key: string, texts: readonly string[]): readonly ItemMistake[] {
  return repeated(texts.map((text) => text.trim())).map((at) => ({
    path: [key, at],
    message: 'This stands twice.',
  }));
}
