/** Quizzes of mdbook-quiz: TOML with multiple choice, short answers, and programs in Rust that are traced by hand. */
import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { ImportError, Losses } from './bank.js';
import type { Bank, BankItem } from './bank.js';
import { tidyMarkdown } from './tidyMarkdown.js';

const answers = v.union([
  v.pipe(
    v.string(),
    v.transform((answer) => [answer]),
  ),
  v.array(v.string()),
]);
const common = {
  id: v.optional(v.string()),
  context: v.optional(v.string(), ''),
  multipart: v.optional(v.string()),
};
const choice = v.object({
  ...common,
  type: v.literal('MultipleChoice'),
  prompt: v.object({
    prompt: v.string(),
    distractors: v.optional(v.array(v.string()), []),
    choices: v.optional(v.array(v.string()), []),
  }),
  answer: v.object({ answer: answers }),
});
const short = v.object({
  ...common,
  type: v.literal('ShortAnswer'),
  prompt: v.object({ prompt: v.string() }),
  answer: v.object({ answer: v.string(), alternatives: v.optional(v.array(v.string()), []) }),
});
const tracing = v.object({
  ...common,
  type: v.literal('Tracing'),
  prompt: v.object({ program: v.string() }),
  answer: v.object({
    doesCompile: v.boolean(),
    stdout: v.optional(v.string(), ''),
    lineNumber: v.optional(v.union([v.number(), v.bigint()])),
  }),
});
const question = v.variant('type', [choice, short, tracing]);
const bank = v.object({
  questions: v.array(v.looseObject({ type: v.optional(v.string()), id: v.optional(v.string()) })),
  multipart: v.optional(v.record(v.string(), v.string()), {}),
});

/** @throws ImportError when it is no quiz of mdbook-quiz */
export function readMdbookQuiz(title: string, text: string): Bank {
  let table: unknown;
  try {
    table = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // What follows its sentence is the text of the file.
    const [sentence = ''] = error.message.replace(/^[^:]*: /, '').split('\n');
    throw new ImportError(
      `This is no TOML: line ${String(error.line)}: ${sentence.replace(/\.?$/, '')}.`,
    );
  }
  const read = v.safeParse(bank, table);
  if (!read.success)
    throw new ImportError('This is no quiz of mdbook-quiz: it needs a list “[[questions]]”.');
  const losses = new Losses();
  const items = read.output.questions.flatMap((raw, at): readonly BankItem[] => {
    const where = `${title}, question ${String(at + 1)}`;
    const parsed = v.safeParse(question, raw);
    if (!parsed.success) {
      losses.add(
        where,
        `The question: its kind “${raw.type ?? ''}” is not known, or it lacks something.`,
      );
      return [];
    }
    const { multipart } = parsed.output;
    const shared = multipart === undefined ? '' : `${read.output.multipart[multipart] ?? ''}\n\n`;
    return [itemOf(parsed.output, shared, where, losses)];
  });
  return { title, questions: [], quizzes: [{ title, body: '', items }], losses: losses.all };
}

function itemOf(
  raw: v.InferOutput<typeof question>,
  shared: string,
  where: string,
  losses: Losses,
): BankItem {
  const tidy = (text: string): string => tidyMarkdown(text, where, losses);
  const base = { name: raw.id ?? '', explanation: tidy(raw.context) };
  switch (raw.type) {
    case 'MultipleChoice': {
      const { answer } = raw.answer;
      const wrong = [...raw.prompt.distractors, ...raw.prompt.choices].filter(
        (text) => !answer.includes(text),
      );
      const options = [
        ...answer.map((text) => ({ text: tidy(text), correct: true })),
        ...wrong.map((text) => ({ text: tidy(text), correct: false })),
      ];
      return {
        ...base,
        kind: 'choice',
        several: answer.length > 1,
        prompt: tidy(shared + raw.prompt.prompt),
        options,
      };
    }
    case 'ShortAnswer':
      return {
        ...base,
        kind: 'text',
        prompt: tidy(shared + raw.prompt.prompt),
        accept: [raw.answer.answer, ...raw.answer.alternatives],
        exactCase: false,
      };
    case 'Tracing':
      return tracingItem(raw, base, tidy(shared), where, losses);
  }
}

/** The program is Rust, which nothing here runs: what it prints is taken from its author's word. */
function tracingItem(
  { prompt, answer }: v.InferOutput<typeof tracing>,
  base: Pick<BankItem, 'name' | 'explanation'>,
  shared: string,
  where: string,
  losses: Losses,
): BankItem {
  losses.add(where, 'Its program is Rust and cannot run here: the answer is its author’s word.');
  const program = `${shared}\n\n\`\`\`rust\n${prompt.program.trim()}\n\`\`\``.trim();
  const printed = answer.stdout.trim();
  if (answer.doesCompile && printed !== '' && !printed.includes('\n'))
    return {
      ...base,
      kind: 'text',
      prompt: `What does this program print?\n\n${program}`,
      accept: [printed],
      exactCase: true,
    };
  const line =
    answer.lineNumber === undefined
      ? ''
      : `The compiler refuses line ${String(answer.lineNumber)}.`;
  const output = printed === '' ? '' : `It prints:\n\n\`\`\`\n${printed}\n\`\`\``;
  return {
    ...base,
    kind: 'choice',
    several: false,
    prompt: `Does this program compile?\n\n${program}`,
    explanation: [line, output, base.explanation].filter((part) => part !== '').join('\n\n'),
    options: [
      { text: 'It compiles.', correct: answer.doesCompile },
      { text: 'It does not compile.', correct: !answer.doesCompile },
    ],
  };
}
