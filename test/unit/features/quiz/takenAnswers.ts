/** A learner's answer of each kind, and a controller on real files: for the test and for the process that it kills. */
import { join } from 'node:path';
import type { Answer } from '../../../../src/core/quiz/answer.js';
import { startSession } from '../../../../src/core/quiz/session.js';
import type { QuizSession } from '../../../../src/core/quiz/session.js';
import { QuizStore } from '../../../../src/app/quiz/quizStore.js';
import { nodeHost } from '../../../../src/hosts/node/nodeHost.js';
import type { TakenQuiz } from '../../../../src/app/quiz/quizStore.js';
import { QuizController } from '../../../../src/app/quiz/quizController.js';
import type { QuizDependencies } from '../../../../src/app/quiz/quizDependencies.js';
import { JournalFile } from '../../../../src/hosts/node/journal/journalFile.js';
import { all } from '../../core/quiz/items.js';

export const answers: Readonly<Record<(typeof all)[number]['kind'], Answer>> = {
  single: { kind: 'choice', options: [0] },
  multiple: { kind: 'choice', options: [0, 3] },
  output: { kind: 'text', text: 'SECRET 1\nother' },
  text: { kind: 'text', text: 'a word' },
  order: {
    kind: 'lines',
    lines: [
      { line: 2, indent: 1 },
      { line: 0, indent: 0 },
    ],
  },
  code: { kind: 'code', text: 'def f():\n    return "ü"\n' },
  defect: { kind: 'defect', line: 1, repair: 2 },
};

export function freshSession(mode: QuizSession['mode'] = 'practice'): QuizSession {
  return startSession({
    id: 'check',
    title: 'Check',
    mode,
    seed: 11,
    shuffleItems: false,
    now: 1000,
    items: all.map((item) => ({ quiz: 'check', item })),
  });
}

/** The quizzes of one window, with a journal of its own writing. */
export function storeIn(folder: string, now?: () => number): QuizStore {
  return new QuizStore(join(folder, 'quizzes'), journalIn(folder, now), nodeHost);
}

export function journalIn(folder: string, now?: () => number): JournalFile {
  return new JournalFile(join(folder, 'journal.jsonl'), now);
}

export function controllerOn(
  { kept, drafts }: TakenQuiz,
  more: Partial<QuizDependencies> = {},
): QuizController {
  return new QuizController(kept, {
    drafts,
    now: () => 2000,
    item: (entry) => all.find(({ id }) => id === entry.item),
    question: (id) => ({ id, title: 'Title' }),
    topicOf: () => 'Topic',
    file: () => Promise.resolve(undefined),
    failed: (error) => {
      throw error;
    },
    attempts: () => [],
    check: () => Promise.resolve([]),
    run: () => Promise.resolve(''),
    ...more,
  });
}
