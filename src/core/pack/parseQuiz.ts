import { patternFaults } from '../quiz/acceptedText.js';
import type { Fault, ItemProof, Place, Quiz, QuizItem, Snippet } from './pack.js';
import { defectFault, defectItem, defectProof } from './defect.js';
import { fileIdFault, idOfFile } from './filePlaces.js';
import { quizSchema } from './schemas.js';
import { decodeYaml } from './yamlText.js';
import type { Path } from './yamlTree.js';

/** Finds a snippet by `question-id` and name, for `output` items that point to one. */
export type SnippetLookup = (questionId: string, name: string) => Snippet | undefined;

export interface ParsedQuiz {
  readonly quiz?: Quiz;
  /** What the author gave to prove the items by. */
  readonly proofs: readonly ItemProof[];
  readonly faults: readonly Fault[];
  /** Where a part of an item stands. */
  readonly placeOf: (item: string, ...path: Path) => Place;
}

/** Reads one quiz; `file` is its path within the pack, for the faults. */
export function parseQuiz(
  packId: string,
  file: string,
  text: string,
  snippet: SnippetLookup,
): ParsedQuiz {
  const decoded = decodeYaml(text, quizSchema);
  const nameFault = fileIdFault(file);
  const faults: Fault[] = decoded.faults.map((fault) => ({ file, ...fault }));
  if (nameFault !== undefined) faults.unshift({ file, line: 0, message: nameFault });
  if (!decoded.value || nameFault !== undefined)
    return { proofs: [], faults, placeOf: () => ({ line: 0 }) };
  const places = new Map<string, number>();
  const placeOf = (item: string, ...path: Path): Place =>
    decoded.placeOf(['items', places.get(item) ?? 0, ...path]);
  const items: QuizItem[] = [];
  const proofs: ItemProof[] = [];
  for (const [index, raw] of decoded.value.items.entries()) {
    const place = decoded.placeOf(['items', index, 'id']);
    if (places.has(raw.id)) {
      faults.push({ file, ...place, message: `The item id “${raw.id}” stands twice.` });
      continue;
    }
    places.set(raw.id, index);
    if (raw.kind === 'code') {
      const { wrong, alternatives, ...item } = raw;
      const { id: own, starter, python, checks } = item;
      const right = [item.solution, ...alternatives];
      items.push(item);
      proofs.push({ item: own, python, checks, starter, right, wrong });
      continue;
    }
    if (raw.kind === 'defect') {
      const message = defectFault(raw);
      if (message !== undefined)
        faults.push({ file, ...decoded.placeOf(['items', index, 'faulty']), message });
      items.push(defectItem(raw));
      proofs.push(defectProof(raw));
      continue;
    }
    if (raw.kind === 'order') {
      const { accept, ...item } = raw;
      const orders = accept?.map((numbers) => numbers.map((number) => number - 1));
      const isOrder = (order: readonly number[]): boolean =>
        order.length === item.lines.length &&
        [...order].sort((a, b) => a - b).every((place, at) => place === at);
      if (orders && !orders.every(isOrder))
        faults.push({
          file,
          ...decoded.placeOf(['items', index, 'accept']),
          message: `Each order that “${raw.id}” accepts names every line once, from 1 to ${String(item.lines.length)}.`,
        });
      items.push(orders ? { ...item, orders: orders.filter(isOrder) } : item);
      continue;
    }
    if (raw.kind === 'text') {
      for (const { index: form, message } of patternFaults(raw))
        faults.push({ file, ...decoded.placeOf(['items', index, 'accept', form]), message });
    }
    if (raw.kind !== 'output') {
      items.push(raw);
      continue;
    }
    if (raw.snippet === undefined) {
      if (raw.code === '') {
        faults.push({
          file,
          ...place,
          message: `The item “${raw.id}” needs “snippet”, or “code” with “answer”.`,
        });
        continue;
      }
      items.push({ ...withoutSnippet(raw), code: raw.code, answer: raw.answer });
      continue;
    }
    const [questionId = '', name = ''] = raw.snippet.split('/');
    const found = snippet(questionId, name);
    const expected = found?.expected.find((output) => output.stream === 'stdout');
    if (!found || !expected) {
      faults.push({
        file,
        ...decoded.placeOf(['items', index, 'snippet']),
        message: `The snippet “${raw.snippet}” is not there, or has no expected output.`,
      });
      continue;
    }
    items.push({
      ...withoutSnippet(raw),
      snippet: raw.snippet,
      code: found.code,
      answer: expected.text,
      python: found.python,
    });
  }
  const { title, description } = decoded.value;
  return {
    quiz: { id: idOfFile(file), packId, title, description, items },
    proofs,
    faults,
    placeOf,
  };
}

function withoutSnippet<T extends { readonly snippet?: string | undefined }>(
  item: T,
): Omit<T, 'snippet'> {
  const { snippet: _dropped, ...rest } = item;
  return rest;
}
