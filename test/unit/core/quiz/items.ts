import type {
  CodeItem,
  DefectItem,
  OrderItem,
  QuizItem,
  TextItem,
} from '../../../../src/core/pack/pack.js';

export const base = {
  question: 'import-system',
  level: 'core',
  python: '>=3.10',
  explanation: 'SECRET explanation',
} as const;

export const text: TextItem = {
  ...base,
  id: 'text',
  kind: 'text',
  prompt: 'Which name?',
  accept: ['SECRET form', '/SECRET(?: the)? pattern/'],
  forgive: ['case'],
};

export const order: OrderItem = {
  ...base,
  id: 'order',
  kind: 'order',
  code: true,
  prompt: 'Arrange.',
  lines: ['def f():', '    if x:', '        return 1', '    return 2'],
  distractors: ['pass'],
};

export const code: CodeItem = {
  ...base,
  id: 'code',
  kind: 'code',
  prompt: 'Write.',
  starter: 'def f(): ...',
  solution: 'SECRET solution',
  checks: ['assert f(), "SECRET check"', 'assert 1'],
};

export const single: QuizItem = {
  ...base,
  id: 'single',
  kind: 'single',
  prompt: 'Which?',
  options: ['a', 'b', 'c'].map((name, at) => ({
    text: name,
    correct: at === 1,
    why: `SECRET ${name}`,
  })),
};

export const multiple: QuizItem = {
  ...base,
  id: 'multiple',
  kind: 'multiple',
  prompt: 'Which?',
  options: ['a', 'b', 'c', 'd'].map((name, at) => ({
    text: name,
    correct: at < 2,
    why: `SECRET ${name}`,
  })),
};

export const output: QuizItem = {
  ...base,
  id: 'output',
  kind: 'output',
  prompt: 'What?',
  code: 'print(f())',
  answer: 'SECRET 1\nSECRET 2\n',
};

export const defect: DefectItem = {
  ...base,
  id: 'defect',
  kind: 'defect',
  prompt: 'Find it.',
  code: 'def f(xs=[]):\n    xs.append(1)\n\n    return xs\n',
  faulty: [1, 2],
  repairs: ['`xs=None`', 'a copy', 'a tuple'].map((repair, at) => ({
    text: repair,
    correct: at === 1,
    why: `SECRET ${repair}`,
  })),
};

export const all: readonly QuizItem[] = [single, multiple, output, text, order, code, defect];
