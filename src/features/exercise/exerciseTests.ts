/** Exercises that are open in VS Code's Test Explorer: their checks as tests, run, debugged and run on each save. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { caseWords } from '../../app/exercise/exerciseModel.js';
import { hasPassed } from '../../core/exercise/checkReport.js';
import type { BrokenChecks, CaseResult, CheckReport } from '../../core/exercise/checkReport.js';
import { longestMessage, plainText } from '../../core/plainText.js';
import { faultMessage } from '../../hosts/vscode/messages/faultMessage.js';
import { debugCase } from './debugCase.js';
import type { ExerciseChecks } from './exerciseChecks.js';
import type { ExerciseServices } from './exercisePanel.js';

export class ExerciseTests extends DisposableStore {
  private readonly controller: vscode.TestController;
  private readonly shown = new Map<string, ExerciseChecks>();

  constructor(private readonly services: ExerciseServices) {
    super();
    const { Run, Debug } = vscode.TestRunProfileKind;
    this.controller = this.add(
      vscode.tests.createTestController('interviewLab.exercises', vscode.l10n.t('Exercises')),
    );
    // Neither is a default: the user's own *Run All Tests* leaves exercises alone.
    const check = this.controller.createRunProfile(
      vscode.l10n.t('Check'),
      Run,
      (request, token) => this.run(request, token),
      false,
    );
    check.supportsContinuousRun = true;
    this.add(check);
    this.add(
      this.controller.createRunProfile(
        vscode.l10n.t('Debug a Check'),
        Debug,
        (request) => this.debug(request),
        false,
      ),
    );
  }

  /** Until what it answers is disposed. */
  show(checks: ExerciseChecks): Disposable {
    const { exercise, file } = checks;
    const item = this.controller.createTestItem(exercise.id, plainText(exercise.title), file.uri);
    item.range = new vscode.Range(0, 0, 0, 0);
    this.controller.items.add(item);
    this.shown.set(exercise.id, checks);
    const following = checks.onDidCheck((report) => {
      this.showCases(item, report);
    });
    return {
      dispose: () => {
        following.dispose();
        this.controller.items.delete(exercise.id);
        this.shown.delete(exercise.id);
      },
    };
  }

  private showCases(item: vscode.TestItem, { cases }: CheckReport): void {
    if (cases.length === 0) return;
    const known = [...item.children].map(([name]) => name);
    for (const gone of known)
      if (!cases.some(({ name }) => name === gone)) item.children.delete(gone);
    for (const [at, { name }] of cases.entries()) {
      if (known.includes(name)) continue;
      const child = this.controller.createTestItem(name, plainText(name), item.uri);
      child.sortText = String(at).padStart(4, '0');
      item.children.add(child);
    }
  }

  private async run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const asked = this.asked(request);
    if (request.continuous === true) {
      for (const [item, checks] of asked) {
        const following = checks.onDidCheck((report) => {
          const run = this.controller.createTestRun(request);
          tell(run, item, checks, report, request);
          run.end();
        });
        token.onCancellationRequested(() => {
          following.dispose();
        });
      }
      return;
    }
    const run = this.controller.createTestRun(request);
    try {
      for (const [item, checks] of asked) {
        if (token.isCancellationRequested) return;
        const known = casesOf(item, request);
        for (const begun of known.length > 0 ? known : [item]) run.started(begun);
        const stopping = token.onCancellationRequested(() => {
          checks.stop();
        });
        try {
          const report = await checks.run();
          if (!report) run.skipped(item);
          else {
            tell(run, item, checks, report, request);
            // It was said to run itself, since nothing was known below it.
            if (known.length === 0) tellWhole(run, item, report);
          }
        } catch (error) {
          run.errored(item, new vscode.TestMessage(plainText(faultMessage(error))));
        } finally {
          stopping.dispose();
        }
      }
    } finally {
      run.end();
    }
  }

  /** One check at a time; of an exercise the first that has not passed. */
  private async debug(request: vscode.TestRunRequest): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      for (const [item, checks] of this.asked(request)) {
        const { cases = [] } = checks.report ?? (await checks.run()) ?? {};
        const one = request.include?.find(({ parent }) => parent === item)?.id;
        const first = cases.find(({ outcome }) => outcome !== 'passed') ?? cases[0];
        const name = one ?? first?.name;
        if (name !== undefined) await debugCase(this.services, checks, name);
      }
    } finally {
      run.end();
    }
  }

  private asked({
    include,
    exclude = [],
  }: vscode.TestRunRequest): [vscode.TestItem, ExerciseChecks][] {
    const items = include ?? [...this.controller.items].map(([, item]) => item);
    const exercises = new Set(items.map((item) => item.parent ?? item));
    return [...exercises].flatMap((item): [vscode.TestItem, ExerciseChecks][] => {
      const checks = this.shown.get(item.id);
      return checks && !exclude.includes(item) ? [[item, checks]] : [];
    });
  }
}

/** Those of an exercise's checks that are asked for, as far as they are known. */
function casesOf(
  item: vscode.TestItem,
  { include, exclude = [] }: vscode.TestRunRequest,
): readonly vscode.TestItem[] {
  const cases = [...item.children].map(([, child]) => child);
  const isIncluded = (child: vscode.TestItem): boolean =>
    include?.includes(item) !== false || include.includes(child);
  return cases.filter((child) => isIncluded(child) && !exclude.includes(child));
}

function tellWhole(run: vscode.TestRun, item: vscode.TestItem, report: CheckReport): void {
  if (report.broken) return;
  if (hasPassed(report)) run.passed(item);
  else run.failed(item, []);
}

function tell(
  run: vscode.TestRun,
  item: vscode.TestItem,
  checks: ExerciseChecks,
  { cases, broken }: CheckReport,
  request: vscode.TestRunRequest,
): void {
  if (broken) {
    run.errored(item, messageOf(broken, checks));
    return;
  }
  for (const child of casesOf(item, request)) {
    const result = cases.find(({ name }) => name === child.id);
    if (!result) continue;
    if (result.output !== '')
      run.appendOutput(result.output.replaceAll(/\r?\n/g, '\r\n'), undefined, child);
    if (result.outcome === 'passed') run.passed(child, result.seconds * 1000);
    else if (result.outcome === 'undone') run.skipped(child);
    else run.failed(child, messageOf(result, checks), result.seconds * 1000);
  }
}

function messageOf(
  result: CaseResult | BrokenChecks,
  { exercise, file }: ExerciseChecks,
): vscode.TestMessage {
  const { failure, stoppedAt } = result;
  const explanation = 'explanation' in result ? result.explanation.trim() : '';
  const words = [explanation, caseWords(result, exercise.timeout)]
    .filter((part) => part !== '')
    .map((part) => plainText(part, longestMessage))
    .join('\n\n');
  const { expected, actual } = failure ?? {};
  const message =
    typeof expected === 'string' && typeof actual === 'string'
      ? vscode.TestMessage.diff(words, expected, actual)
      : new vscode.TestMessage(words);
  const line = failure?.line ?? stoppedAt ?? 1;
  message.location = new vscode.Location(file.uri, new vscode.Position(line - 1, 0));
  return message;
}
