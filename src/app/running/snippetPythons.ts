/** Which Python runs which snippet: the one in use where it has what is needed, else one that the user chose for it. */
import type { Question, Snippet } from '../../core/pack/pack.js';
import { isBuiltIn } from '../../core/python/builtIn.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { areOnlyPackages, unmetNeeds } from '../../core/python/needs.js';
import type { UnmetNeed } from '../../core/python/needs.js';
import { requirementText } from '../../core/python/requirement.js';
import { Emitter } from '../event.js';
import type { InterpreterService } from './pythonServices.js';

export interface SnippetPython {
  readonly interpreter: Interpreter;
  /** What it lacks; empty when it has all that the snippet needs. */
  readonly unmet: readonly UnmetNeed[];
  /** True when it is another one than that in use. */
  readonly instead: boolean;
}

/** What would meet a snippet's needs with one click. */
export interface SnippetOffers {
  /** An interpreter that has everything. */
  readonly other: Interpreter | undefined;
  /** The Python that the lab environment would be made of. */
  readonly labBase: Interpreter | undefined;
}

type SnippetOf = Pick<Question, 'id'>;

export class SnippetPythons {
  /** Executables that the user chose for single snippets, until the window is closed. */
  private readonly chosen = new Map<string, string>();
  private readonly choices = new Emitter();
  /** Hears of choices; changes of the interpreters themselves are told by their own service. */
  readonly onDidChoose = this.choices.event;

  /** @param installInLab shows its progress; false when it was cancelled or failed, which the user was told. */
  constructor(
    private readonly interpreters: InterpreterService,
    private readonly installInLab: (
      requirements: readonly string[],
      base: Interpreter,
    ) => Promise<boolean>,
  ) {}

  /** Undefined when there is no Python at all. */
  async of(question: SnippetOf, snippet: Snippet): Promise<SnippetPython | undefined> {
    const current = await this.interpreters.current();
    if (!current) return undefined;
    const unmet = unmetNeeds(snippet, current);
    if (unmet.length === 0) return { interpreter: current, unmet, instead: false };
    const other = (await this.chosenFor(question, snippet)) ?? (await this.interpreters.lab());
    return other && unmetNeeds(snippet, other).length === 0
      ? { interpreter: other, unmet: [], instead: true }
      : { interpreter: current, unmet, instead: false };
  }

  /** Asks every Python on the machine, which takes its time when it was not done before. */
  async offers(snippet: Snippet): Promise<SnippetOffers> {
    const all = await this.interpreters.all();
    const other = all.find((one) => unmetNeeds(snippet, one).length === 0);
    const labBase = all.find((one) => !isBuiltIn(one) && areOnlyPackages(unmetNeeds(snippet, one)));
    return { other, labBase };
  }

  /** The snippet runs with this one from now on. */
  choose(question: SnippetOf, snippet: Snippet, interpreter: Interpreter): void {
    this.chosen.set(keyOf(question, snippet), interpreter.executable);
    this.choices.fire();
  }

  /** Asks for nothing and shows its progress; false when it was cancelled or failed, which the user was told. */
  install(snippet: Snippet, base: Interpreter): Promise<boolean> {
    const bare = { ...base, distributions: {} };
    const requirements = unmetNeeds(snippet, bare).flatMap((need) =>
      need.kind === 'package' ? [requirementText(need.requirement)] : [],
    );
    return this.installInLab(requirements, base);
  }

  private async chosenFor(question: SnippetOf, snippet: Snippet): Promise<Interpreter | undefined> {
    const executable = this.chosen.get(keyOf(question, snippet));
    if (executable === undefined) return undefined;
    return (await this.interpreters.all()).find((one) => one.executable === executable);
  }
}

function keyOf(question: SnippetOf, snippet: Snippet): string {
  return `${question.id}\0${snippet.name}`;
}
