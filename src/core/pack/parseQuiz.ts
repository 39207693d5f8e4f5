import type { Fault, ItemProof, Place, Quiz, QuizItem, Snippet } from './pack.js';
import { defectItem, defectProof } from './defect.js';
import { fileIdFault, idOfFile } from './filePlaces.js';
import { isOrderOf, itemMistakes } from './itemMistakes.js';
import { quizSchema } from './quizSchema.js';
import { anyPython } from './fields.js';
import { decodeYaml } from './yamlText.js';
import type { Path } from './yamlTree.js';

/** Finds a snippet by `question-id` and name, for `output` items that point to one. */
export type SnippetLookup = (questionId: string, name: string) => Snippet | undefined;

export interface ParsedQuiz {
  readonly quiz?: Quiz;
  /** What the author gave to prove the items by. */
  readonly proofs: readonly ItemProof[];
  readonly faults: readonly Fault[];
  /** The file's. */
  readonly lines: readonly string[];
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
    return { proofs: [], faults, lines: [], placeOf: () => ({ line: 0 }) };
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
    for (const { path, message } of itemMistakes(raw))
      faults.push({ file, ...decoded.placeOf(['items', index, ...path]), message });
    if (raw.kind === 'code') {
      const { wrong, alternatives, ...item } = raw;
      const { id: own, starter, python, checks } = item;
      const right = [item.solution, ...alternatives];
      items.push(item);
      proofs.push({ item: own, python, checks, starter, right, wrong });
      continue;
    }
    if (raw.kind === 'defect') {
      items.push(defectItem(raw));
      proofs.push(defectProof(raw));
      continue;
    }
    if (raw.kind === 'order') {
      const { accept, ...item } = raw;
      const orders = accept?.map((numbers) => numbers.map((number) => number - 1));
      items.push(
        orders ? { ...item, orders: orders.filter((order) => isOrderOf(order, item)) } : item,
      );
      continue;
    }
    if (raw.kind !== 'output') {
      items.push(raw);
      continue;
    }
    const { snippet: named, code = '', answer = '', python = anyPython } = raw;
    const { id, question, level, prompt, explanation, kind } = raw;
    // In this order: an item's fingerprint is that of its text as JSON.
    const item = { id, question, level, prompt, explanation, python, kind, code, answer };
    if (named === undefined) {
      if (code.trim() === '') {
        faults.push({
          file,
          ...place,
          message: `The item “${raw.id}” needs “snippet”, or “code” with “answer”.`,
        });
        continue;
      }
      items.push(item);
      continue;
    }
    const [questionId = '', name = ''] = named.split('/');
    const found = snippet(questionId, name);
    const expected = found?.expected.find((output) => output.stream === 'stdout');
    if (!found || !expected) {
      faults.push({
        file,
        ...decoded.placeOf(['items', index, 'snippet']),
        message: `The snippet “${named}” is not there, or has no expected output.`,
      });
      continue;
    }
    items.push({
      ...item,
      code: found.code,
      answer: expected.text,
      python: found.python,
      snippet: named,
    });
  }
  const { title, description } = decoded.value;
  return {
    quiz: { id: idOfFile(file), packId, title, description, items },
    proofs,
    faults,
    lines: text.split('\n'),
    placeOf,
  };
}
