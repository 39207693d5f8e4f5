/** The runs of one panel: starts them, passes on what they print, and ends them with the panel. */
import * as vscode from 'vscode';
import { compareOutput } from '../../core/outputComparison.js';
import type { OutputStream, Question, Snippet } from '../../core/pack/pack.js';
import { TracebackText } from '../../core/python/tracebackText.js';
import type { OfferKind, QuestionPage, RunReport } from '../../protocol/question.js';
import type { Connection } from '../../protocol/rpc.js';
import type { Disposable } from '../../platform/disposable.js';
import { missingInWords } from '../../platform/python/needWords.js';
import type { Run, RunResult } from '../../platform/python/pythonServices.js';
import type { Services } from '../../platform/services.js';

export type RunServices = Pick<Services, 'pythons' | 'runner' | 'scratch' | 'log'>;

interface Wish {
  /** The author's version, not the learner's. */
  readonly original: boolean;
  /** Whatever is lacking. */
  readonly anyway: boolean;
}

export class SnippetRuns implements Disposable {
  private readonly running = new Map<string, Run>();
  private readonly saved = new Map<string, string>();
  private disposed = false;

  constructor(
    private readonly services: RunServices,
    private readonly page: () => Connection<QuestionPage>,
  ) {}

  /** Resolves once the process runs; rejects with a sentence for the user when it cannot. */
  async start(question: Question, snippet: Snippet, { original, anyway }: Wish): Promise<void> {
    mustBeTrusted();
    const python = await this.services.pythons.of(question, snippet);
    if (!python) {
      throw new Error(
        vscode.l10n.t(
          'No Python was found. Install Python 3.10 or newer, or choose one with “Select Interpreter”.',
        ),
      );
    }
    const { interpreter, unmet } = python;
    if (unmet.length > 0 && !anyway) {
      throw new Error(vscode.l10n.t('Not run: {0}', unmet.map(missingInWords).join(' ')));
    }
    this.running.get(snippet.name)?.stop();
    const prepared = await this.services.scratch.prepareRun(question.id, snippet, original);
    if (this.isDisposed()) {
      await prepared.dispose();
      return;
    }
    const name = snippet.name;
    const folder = this.services.scratch.folderOf(question.id, snippet);
    const stderr = new TracebackText(prepared.cwd, folder);
    const show = (stream: OutputStream, text: string): void => {
      if (this.running.get(name) === run && text !== '')
        this.tell(this.page().call('output', { snippet: name, stream, text }));
    };
    const run = this.services.runner.start(
      {
        interpreter,
        file: prepared.file,
        cwd: prepared.cwd,
        stdin: snippet.stdin,
        ...(prepared.changed ? {} : { timeout: snippet.timeout }),
      },
      ({ stream, text }) => {
        show(stream, stream === 'stderr' ? stderr.take(text) : text);
      },
    );
    this.running.set(name, run);
    // Input that the author wrote is all there is; without any, the learner types.
    if (snippet.stdin !== '') run.endInput();
    void run.result.then(async (ended) => {
      const result = { ...ended, stderr: stderr.named(ended.stderr) };
      show('stderr', stderr.end());
      if (this.running.get(name) === run) {
        this.running.delete(name);
        if (result.savedTo === undefined) this.saved.delete(name);
        else this.saved.set(name, result.savedTo);
        this.tell(
          this.page().call(
            'finished',
            report(snippet, result, interpreter.version, prepared.changed),
          ),
        );
      }
      await prepared.dispose();
    });
  }

  /** Sees to it that the snippet can run; false when nothing came of it, which the user was told. */
  async accept(question: Question, snippet: Snippet, offer: OfferKind): Promise<boolean> {
    mustBeTrusted();
    const { pythons } = this.services;
    // Looked up again, since the page may be older than what is true now.
    const { other, labBase } = await pythons.offers(snippet);
    if (offer === 'lab') return labBase !== undefined && pythons.install(snippet, labBase);
    if (other) pythons.choose(question, snippet, other);
    return other !== undefined;
  }

  stop(name: string): void {
    this.running.get(name)?.stop();
  }

  input(name: string, text: string): void {
    this.running.get(name)?.write(text);
  }

  /** Opens the whole output of the last run, when it was too long to show. */
  async openSaved(name: string): Promise<void> {
    const path = this.saved.get(name);
    if (path !== undefined)
      await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
  }

  dispose(): void {
    this.disposed = true;
    this.stopAll();
  }

  /** For when the panel turns to another question. */
  stopAll(): void {
    const runs = [...this.running.values()];
    this.running.clear();
    for (const run of runs) run.stop();
  }

  private isDisposed(): boolean {
    return this.disposed;
  }

  private tell(call: Promise<unknown>): void {
    call.catch((error: unknown) => {
      if (!this.disposed)
        this.services.log.warn('The question page did not take a run’s output', error);
    });
  }
}

function mustBeTrusted(): void {
  if (vscode.workspace.isTrusted) return;
  throw new Error(
    vscode.l10n.t('Code is not run in Restricted Mode. Trust this workspace to run snippets.'),
  );
}

function report(snippet: Snippet, result: RunResult, version: string, changed: boolean): RunReport {
  const comparable =
    !changed && result.ended === 'itself' && !result.truncated && snippet.expected.length > 0;
  const comparison = comparable ? compareOutput(snippet.expected, result, version) : undefined;
  const notes = [
    result.error ?? '',
    result.truncated ? vscode.l10n.t('The output was too long to show whole.') : '',
    comparison?.expectedOn === undefined
      ? ''
      : vscode.l10n.t('This is what Python {0} prints.', comparison.expectedOn),
  ];
  return {
    snippet: snippet.name,
    ended: result.ended,
    code: result.code,
    duration: result.duration,
    ...(result.peakMemory === undefined ? {} : { peakMemory: result.peakMemory }),
    python: version,
    ...(comparison ? { asExpected: comparison.matches && result.code === snippet.exit } : {}),
    diff: comparison?.diff ?? [],
    note: notes.filter((note) => note !== '').join(' '),
    saved: result.savedTo !== undefined,
  };
}
