import { patternFaults } from '../quiz/acceptedText.js';
import type { Fault, ItemProof, Quiz, QuizItem, Snippet } from './pack.js';
import { defectFault, defectItem, defectProof } from './defect.js';
import { quizSchema } from './schemas.js';
import { decodeYaml } from './yamlText.js';

/** Finds a snippet by `question-id` and name, for `output` items that point to one. */
export type SnippetLookup = (questionId: string, name: string) => Snippet | undefined;

export interface ParsedQuiz {
  readonly quiz?: Quiz;
  /** What the author gave to prove the items by. */
  readonly proofs: readonly ItemProof[];
  readonly faults: readonly Fault[];
}

/** Reads one quiz; `file` is its path within the pack, for the faults. */
export function parseQuiz(
  packId: string,
  file: string,
  text: string,
  snippet: SnippetLookup,
): ParsedQuiz {
  const decoded = decodeYaml(text, quizSchema);
  if (!('value' in decoded)) {
    return { proofs: [], faults: decoded.faults.map((fault) => ({ file, ...fault })) };
  }
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const items: QuizItem[] = [];
  const proofs: ItemProof[] = [];
  for (const [index, raw] of decoded.value.items.entries()) {
    const line = decoded.lineOf(['items', index, 'id']);
    if (seen.has(raw.id))
      faults.push({ file, line, message: `The item id “${raw.id}” stands twice.` });
    seen.add(raw.id);
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
        faults.push({ file, line: decoded.lineOf(['items', index, 'faulty']), message });
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
          line: decoded.lineOf(['items', index, 'accept']),
          message: `Each order that “${raw.id}” accepts names every line once, from 1 to ${String(item.lines.length)}.`,
        });
      items.push(orders ? { ...item, orders: orders.filter(isOrder) } : item);
      continue;
    }
    if (raw.kind === 'text') {
      for (const { index: form, message } of patternFaults(raw))
        faults.push({ file, line: decoded.lineOf(['items', index, 'accept', form]), message });
    }
    if (raw.kind !== 'output') {
      items.push(raw);
      continue;
    }
    if (raw.snippet === undefined) {
      if (raw.code === '') {
        faults.push({
          file,
          line,
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
        line: decoded.lineOf(['items', index, 'snippet']),
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
  const id = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  const { title, description } = decoded.value;
  return { quiz: { id, packId, title, description, items }, proofs, faults };
}

function withoutSnippet<T extends { readonly snippet?: string | undefined }>(
  item: T,
): Omit<T, 'snippet'> {
  const { snippet: _dropped, ...rest } = item;
  return rest;
}
