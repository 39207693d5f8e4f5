/** What is known of a learner's code after one process, or several, ran its checks. */
import { checkRecords } from './checkRecords.js';
import type { CheckCase, CheckFailure } from './checkRecords.js';

/** How the process ended in which the checks ran. */
export interface CheckProcess {
  /** The lines that the checker wrote. */
  readonly records: string;
  /** What Python said of the place at which a case took too long, or the process crashed. */
  readonly faults: string;
  /** It took longer than all checks together may. */
  readonly late: boolean;
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type CaseOutcome = 'passed' | 'failed' | 'late' | 'ended' | 'undone';

export interface CaseResult extends CheckCase {
  readonly outcome: CaseOutcome;
  readonly seconds: number;
  /** Only when it failed. */
  readonly failure?: CheckFailure;
  /** Where the code was when it took too long or ended the process, 1-based, in the learner's file. */
  readonly stoppedAt?: number;
  /** How the process ended: a code, or the name of a signal. */
  readonly ending?: number | string;
  /** What the learner's code printed in it. */
  readonly output: string;
}

export interface CheckReport {
  /** In the order of the checks; none when the module or the checks could not be loaded. */
  readonly cases: readonly CaseResult[];
  /** Why nothing could be checked. */
  readonly broken?: BrokenChecks;
}

export interface BrokenChecks {
  readonly part: 'module' | 'checks';
  readonly outcome: 'failed' | 'late' | 'ended';
  readonly failure?: CheckFailure;
  readonly stoppedAt?: number;
  readonly ending?: number | string;
  readonly output: string;
}

/** Cases that take too long before the rest is left: each would cost as long again. */
const mostLate = 3;

/** Puts together what one process after another found. */
export class CheckTrial {
  private cases: readonly CheckCase[] | undefined;
  private readonly results = new Map<string, CaseResult>();
  private broken: BrokenChecks | undefined;

  /**
   * @param token stands in the marks between the outputs of cases
   * @param file absolute path of the learner's file, as Python was told it
   */
  constructor(
    private readonly token: string,
    private readonly file: string,
  ) {}

  /** Takes what a process found, and says which cases need another one; none when all is known. */
  take(process: CheckProcess): readonly string[] {
    const records = checkRecords(process.records);
    const outputs = outputsOf(process, this.token);
    const output = (name: string): string => outputs.get(name) ?? '';
    const known = this.results.size;
    const begun = new Set<string>();
    let isDone = false;
    for (const record of records) {
      if (record.kind === 'cases') this.cases ??= record.cases;
      else if (record.kind === 'begin') begun.add(record.name);
      else if (record.kind === 'done') isDone = true;
      else if (record.kind === 'broken') {
        const { part, failure } = record;
        this.broken ??= { part, outcome: 'failed', failure, output: output('') };
      } else if (begun.delete(record.name))
        this.keep(record.name, {
          outcome: record.failure ? 'failed' : 'passed',
          seconds: record.seconds,
          output: output(record.name),
          ...(record.failure ? { failure: record.failure } : {}),
        });
    }
    const ended = endingOf(process, this.file);
    if (!this.cases) {
      this.broken ??= { part: 'module', ...ended, output: output('') };
      return [];
    }
    for (const name of begun) this.keep(name, { ...ended, seconds: 0, output: output(name) });
    const left = this.cases.map(({ name }) => name).filter((name) => !this.results.has(name));
    const late = [...this.results.values()].filter(({ outcome }) => outcome === 'late').length;
    // A process that found nothing new would find nothing new again.
    if (this.broken || isDone || this.results.size === known || late >= mostLate) return [];
    return left;
  }

  get report(): CheckReport {
    if (this.broken && this.results.size === 0) return { cases: [], broken: this.broken };
    const undone = { outcome: 'undone' as const, seconds: 0, output: '' };
    return {
      cases: (this.cases ?? []).map(
        (each) => this.results.get(each.name) ?? { ...each, ...undone },
      ),
    };
  }

  private keep(name: string, result: Omit<CaseResult, keyof CheckCase>): void {
    const own = this.cases?.find((each) => each.name === name);
    // Of two results the first counts: a process that goes on after a fork says nothing new.
    if (own && !this.results.has(name)) this.results.set(name, { ...own, ...result });
  }
}

/** Whether every check was made and passed. */
export function hasPassed({ cases, broken }: CheckReport): boolean {
  return !broken && cases.length > 0 && cases.every(({ outcome }) => outcome === 'passed');
}

function endingOf(
  { faults, late, code, signal }: CheckProcess,
  file: string,
): Pick<BrokenChecks, 'stoppedAt' | 'ending'> & { readonly outcome: 'late' | 'ended' } {
  const tooLong = late || /^Timeout \(/m.test(faults);
  const place = faults
    .split('\n')
    .map((line) => /^ {2}File "(.*)", line (\d+)/.exec(line))
    .find((match) => match?.[1] === file);
  return {
    outcome: tooLong ? 'late' : 'ended',
    ...(place ? { stoppedAt: Number(place[2]) } : {}),
    ...(tooLong ? {} : { ending: code ?? signal ?? 0 }),
  };
}

/** By the name of the case, both outputs; what came before the first is under the empty name. */
function outputsOf({ stdout, stderr }: CheckProcess, token: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const stream of [stdout, stderr]) {
    let name = '';
    for (const piece of stream.split('\x1e')) {
      if (piece.startsWith(token)) name = piece.slice(token.length);
      else if (piece !== '') outputs.set(name, (outputs.get(name) ?? '') + piece);
    }
  }
  return outputs;
}
