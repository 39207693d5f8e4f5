/** Questions of Moodle's plugin CodeRunner: a program to write, and what it must print in each test. */
import type { BankItem, Losses } from './bank.js';
import { childOf, childrenOf } from './xmlTree.js';
import type { XmlElement } from './xmlTree.js';

type Base = Pick<BankItem, 'name' | 'prompt' | 'explanation'>;

/** Undefined when it cannot be carried over, which is then told. */
export function codeRunnerItem(
  base: Base,
  question: XmlElement,
  where: string,
  losses: Losses,
): BankItem | undefined {
  const text = (name: string): string => childOf(question, name)?.text ?? '';
  const language = text('coderunnertype').trim();
  if (!/^python3/.test(language)) {
    losses.add(where, `The question: it is about “${language}”, of which no program can run here.`);
    return undefined;
  }
  const solution = text('answer').trim();
  const tests = childrenOf(childOf(question, 'testcases') ?? question, 'testcase');
  const checks = tests.flatMap((test) => {
    const part = (name: string): string => childOf(childOf(test, name), 'text')?.text ?? '';
    if (part('stdin').trim() !== '') {
      losses.add(where, 'A test that gives the program input.');
      return [];
    }
    return [checkOf(part('testcode'), part('expected').trimEnd())];
  });
  if (solution === '' || checks.length === 0) {
    losses.add(where, 'The question: it has no solution, or no test.');
    return undefined;
  }
  const starter = text('answerpreload').trim() || '# Write your answer here.';
  return { ...base, kind: 'code', starter: `${starter}\n`, solution: `${solution}\n`, checks };
}

/** Python that runs a test and compares what it prints. */
function checkOf(code: string, expected: string): string {
  const indented = code.trimEnd().replace(/^(?=.)/gm, '    ');
  return [
    'import contextlib, io',
    'printed = io.StringIO()',
    'with contextlib.redirect_stdout(printed):',
    indented === '' ? '    pass' : indented,
    `assert printed.getvalue().rstrip() == ${JSON.stringify(expected)}, printed.getvalue()`,
  ].join('\n');
}
