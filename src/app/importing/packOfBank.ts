/** The files of a pack that holds what was imported. */
import { stringify } from 'yaml';
import { isId } from '../../core/pack/idPattern.js';
import { parseQuiz } from '../../core/pack/parseQuiz.js';
import type { Forgiveness } from '../../core/pack/pack.js';
import { repeated } from '../../core/pack/repeated.js';
import { isDeviceName } from '../../core/pack/safePath.js';
import { formKey } from '../../core/quiz/acceptedText.js';
import { packText, questionText } from '../authoring/packTexts.js';
import { slugOf } from '../authoring/slug.js';
import { Losses, mostOptions } from './bank.js';
import type { Bank, BankItem, BankOption, Loss } from './bank.js';

const topic = 'imported';

export interface ImportedPack {
  readonly files: ReadonlyMap<string, string>;
  readonly losses: readonly Loss[];
}

/** @param origin what the bank was read from, for people */
export function packOfBank(id: string, bank: Bank, origin: string): ImportedPack {
  const losses = new Losses();
  const files = new Map<string, string>();
  const names = new Names();
  const topics = [{ id: topic, title: 'Imported', description: `Imported from ${origin}.` }];
  files.set(
    'pack.yaml',
    packText({
      id,
      title: withoutNul(bank.title) || 'Imported',
      description: `Imported from ${origin}.`,
      topics,
    }),
  );
  let order = 0;
  const addPage = (id: string, title: string, body: string): void => {
    const page = { title, topic, order: (order += 10), body: withoutNul(body) };
    files.set(`questions/${id}.md`, questionText(page));
  };
  for (const { title, body } of bank.questions)
    addPage(names.next(title, 'page'), withoutNul(title) || 'Page', body);
  for (const { title: given, body, items } of bank.quizzes) {
    const title = withoutNul(given) || 'Quiz';
    const own = names.next(title, 'quiz');
    const text = body === '' ? `The quiz “${title}” was imported from ${origin}.` : body;
    addPage(own, title, text);
    const itemNames = new Names();
    const written = items.flatMap((item, at) => {
      const where = `${title}, item ${String(at + 1)}`;
      const id = itemNames.next(item.name, `item-${String(at + 1)}`);
      const made = { id, question: own, level: 'core', ...kindOf(item, where, losses) };
      const fault = faultOf(made);
      if (fault === undefined) return [made];
      losses.add(where, `The question. ${fault}`);
      return [];
    });
    if (written.length > 0)
      files.set(`quizzes/${own}.yaml`, stringify({ title, items: written }, { lineWidth: 0 }));
  }
  return { files, losses: [...bank.losses, ...losses.all] };
}

/** A file that holds NUL is none of text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '').trim();
}

/** Why there can be no such item here, which would cost the whole quiz; undefined when there can. */
function faultOf(item: object): string | undefined {
  const text = stringify({ title: 'Quiz', items: [item] }, { lineWidth: 0 });
  const { quiz, faults } = parseQuiz('imported', 'quizzes/quiz.yaml', text, () => undefined);
  if (quiz?.items.length === 1) return undefined;
  return faults[0]?.message.replace(/^“[^”]*”: /, '') ?? '';
}

function kindOf(item: BankItem, where: string, losses: Losses): object {
  const { prompt, explanation } = item;
  const base = { prompt, ...(explanation === '' ? {} : { explanation }) };
  switch (item.kind) {
    case 'choice':
      return {
        kind: item.several ? 'multiple' : 'single',
        ...base,
        options: fitting(item.options, where, losses).map(({ text, correct, why = '' }) => ({
          text,
          ...(correct ? { correct } : {}),
          ...(why === '' ? {} : { why }),
        })),
      };
    case 'text': {
      const forgive: readonly Forgiveness[] = item.exactCase ? ['blanks'] : ['case', 'blanks'];
      const forms = item.accept.map(literalForm);
      const again = new Set(repeated(forms.map((form) => formKey({ forgive }, form))));
      return { kind: 'text', ...base, accept: forms.filter((_, at) => !again.has(at)), forgive };
    }
    case 'order':
      return { kind: 'order', ...base, lines: item.lines };
    case 'code':
      return {
        kind: 'code',
        ...base,
        starter: item.starter,
        solution: item.solution,
        checks: item.checks,
      };
  }
}

function fitting(
  options: readonly BankOption[],
  where: string,
  losses: Losses,
): readonly BankOption[] {
  if (options.length <= mostOptions) return options;
  losses.add(
    where,
    `Some wrong options: there were ${String(options.length)}, and ${String(mostOptions)} is the most.`,
  );
  const right = options.filter(({ correct }) => correct).slice(0, mostOptions);
  return [
    ...right,
    ...options.filter(({ correct }) => !correct).slice(0, mostOptions - right.length),
  ];
}

/** A pattern stands between slashes: an answer that does so itself is written as the pattern of itself. */
function literalForm(text: string): string {
  const isPattern = text.length > 1 && /^\/.*\/[dgimsuvy]{0,3}$/.test(text);
  return isPattern ? `/${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}/` : text;
}

/** Ids, each once. */
class Names {
  private readonly given = new Set<string>();
  /** How often each was wanted: to begin with the first again would take thousands of the same ever longer. */
  private readonly wanted = new Map<string, number>();

  next(title: string, fallback: string): string {
    const wanted = slugOf(title);
    const first = isId(wanted) && !isDeviceName(wanted) && wanted !== 'mixed' ? wanted : fallback;
    let name = first;
    let at = this.wanted.get(first) ?? 1;
    while (this.given.has(name)) name = `${first}-${String(++at)}`;
    this.wanted.set(first, at);
    this.given.add(name);
    return name;
  }
}
