/** The runs of one panel: starts them, passes on what they print, and ends them with the panel. */
import * as vscode from 'vscode';
import { Pause } from '../../app/running/pause.js';
import type { Question, Snippet, SnippetFile } from '../../core/pack/pack.js';
import { TracebackText } from '../../core/python/tracebackText.js';
import type {
  OfferKind,
  OutputChunk,
  QuestionPage,
  RunReport,
  RunState,
} from '../../protocol/question.js';
import type { Params } from '../../protocol/rpc.js';
import type { Disposable } from '../../app/disposable.js';
import { faultMessage } from '../../hosts/vscode/messages/faultMessage.js';
import { missingMessage } from '../../hosts/vscode/messages/needMessages.js';
import { saveAllIn } from '../../hosts/vscode/saveAllIn.js';
import type { Services } from '../../hosts/vscode/services.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { stop } from '../../app/question/shownRun.js';
import type { Shown, Wish } from '../../app/question/shownRun.js';
import { reportWithoutRun, runReport } from './runReport.js';

/** Milliseconds for which the beginning of what may be a frame of a traceback waits for its rest. */
const heldBack = 50;

export type RunServices = Pick<Services, 'pythons' | 'runner' | 'scratch' | 'log'>;

export class SnippetRuns implements Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly didRun = new ContextKey('interviewLab.did.run');
  private disposed = false;

  constructor(
    private readonly services: RunServices,
    private readonly page: () => Page<QuestionPage>,
    /** The page shows code of the learner’s that has no colors yet. */
    private readonly onRan: () => void,
  ) {}

  /** Resolves once the process runs, or the page was told why it does not. */
  async start(question: Question, snippet: Snippet, wish: Wish): Promise<void> {
    const { name } = snippet;
    this.stop(name);
    const shown: Shown = {
      snippet: name,
      original: wish.original,
      output: [],
      ran: [],
      readsInput: false,
      // What a page asked for last may arrive after it was closed.
      stopped: this.disposed,
    };
    this.shown.set(name, shown);
    try {
      await this.launch(question, snippet, wish, shown);
    } catch (error) {
      this.finish(shown, reportWithoutRun(snippet, 'failedToStart', faultMessage(error)));
    }
  }

  /** Rejects with a sentence for the user when it cannot run. */
  private async launch(
    question: Question,
    snippet: Snippet,
    { original, anyway }: Wish,
    shown: Shown,
  ): Promise<void> {
    const { pythons, runner, scratch } = this.services;
    const python = await pythons.of(question, snippet);
    if (!python) {
      throw new Error(
        vscode.l10n.t(
          'No Python was found. Install Python 3.10 or newer, or choose one with “Select Interpreter”.',
        ),
      );
    }
    const { interpreter, unmet } = python;
    if (unmet.length > 0 && !anyway) {
      throw new Error(vscode.l10n.t('Not run: {0}', unmet.map(missingMessage).join(' ')));
    }
    const folder = scratch.folderOf(question.id, snippet);
    if (!original) await saveAllIn(folder);
    const prepared = await scratch.prepareRun(question.id, snippet, original);
    shown.ran = prepared.texts;
    if (this.isLast(shown)) {
      this.tell('ran', { snippet: snippet.name, files: prepared.texts });
      if (prepared.texts.length > 0) this.onRan();
    }
    if (shown.stopped) {
      await prepared.dispose();
      this.finish(shown, reportWithoutRun(snippet, 'stopped'));
      return;
    }
    const named = {
      // Tracebacks are printed to either; of other output, paths may be what the program is about.
      stdout: new TracebackText(`File "${prepared.cwd}`, `File "${folder}`),
      stderr: new TracebackText(prepared.cwd, folder),
    };
    const release = new Pause(heldBack, () => {
      for (const stream of ['stdout', 'stderr'] as const)
        this.show(shown, { stream, text: named[stream].release() });
    });
    const run = runner.start(
      {
        interpreter,
        file: prepared.file,
        cwd: prepared.cwd,
        stdin: snippet.stdin,
        ...(prepared.changed ? {} : { timeout: snippet.timeout }),
      },
      ({ stream, text }) => {
        this.show(shown, { stream, text: named[stream].take(text) });
        release.after();
      },
      {
        onWaiting: (isWaiting) => {
          // Once there, the field stays: what is typed into it is not taken away between two questions.
          if (!isWaiting || shown.readsInput || !this.isLast(shown)) return;
          shown.readsInput = true;
          this.tell('takesInput', { snippet: snippet.name });
        },
        onTail: ({ leftOut, chunks }) => {
          release.now();
          const texts = chunks.map(({ stream, text }) => ({
            stream,
            text: named[stream].named(text),
          }));
          shown.tail = { leftOut, chunks: texts };
          if (this.isLast(shown)) this.tell('tail', { snippet: snippet.name, ...shown.tail });
        },
      },
    );
    shown.run = run;
    if (snippet.stdin !== '') run.endInput();
    void run.result.then(async (ended) => {
      release.now();
      const result = { ...ended, stderr: named.stderr.named(ended.stderr) };
      if (result.savedTo !== undefined) shown.savedTo = result.savedTo;
      const report = runReport(snippet, result, {
        python: interpreter.version,
        ...(prepared.changed ? { version: 'yours' } : {}),
        ...(original ? { version: 'original' } : {}),
      });
      this.finish(shown, report);
      if (result.ended !== 'failedToStart') this.didRun.set(true);
      await prepared.dispose();
    });
  }

  /** Every run that the page has shown, as far as it went. */
  states(): readonly RunState[] {
    return [...this.shown.values()].map(
      ({ snippet, original, ran, readsInput, output, tail, report }) => ({
        snippet,
        original,
        ran,
        readsInput,
        output,
        ...(tail ? { tail } : {}),
        ...(report ? { report } : {}),
      }),
    );
  }

  /** The learner's files above each output, by snippet. */
  ran(): readonly { readonly snippet: string; readonly files: readonly SnippetFile[] }[] {
    return [...this.shown.values()].map(({ snippet, ran }) => ({ snippet, files: ran }));
  }

  /** Sees to it that the snippet can run; false when nothing came of it, which the user was told. */
  async accept(question: Question, snippet: Snippet, offer: OfferKind): Promise<boolean> {
    const { pythons } = this.services;
    // Looked up again, since the page may be older than what is true now.
    const { other, labBase } = await pythons.offers(snippet);
    if (offer === 'lab') return labBase !== undefined && pythons.install(snippet, labBase);
    if (other) pythons.choose(question, snippet, other);
    return other !== undefined;
  }

  stop(name: string): void {
    const shown = this.shown.get(name);
    if (shown) stop(shown);
  }

  input(name: string, text: string): void {
    const shown = this.shown.get(name);
    if (shown?.run?.write(text) === false)
      this.show(shown, {
        stream: 'stderr',
        text: `\n${vscode.l10n.t('(not sent: the program has not read what was typed before)')}\n`,
      });
  }

  endInput(name: string): void {
    this.shown.get(name)?.run?.endInput();
  }

  /** Opens the whole output of the last run, when it was too long to show. */
  async openSaved(name: string): Promise<void> {
    const path = this.shown.get(name)?.savedTo;
    // Not as a document of ours: those may have 50 MB at most.
    if (path !== undefined)
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
  }

  dispose(): void {
    this.disposed = true;
    this.stopRunning();
    this.shown.clear();
  }

  /** Every run that goes on. */
  stopRunning(): void {
    for (const shown of this.shown.values()) stop(shown);
  }

  private show(shown: Shown, chunk: OutputChunk): void {
    if (chunk.text === '' || !this.isLast(shown)) return;
    const { snippet, output } = shown;
    const last = output.at(-1);
    if (last?.stream === chunk.stream) output.pop();
    const before = last?.stream === chunk.stream ? last.text : '';
    output.push({ stream: chunk.stream, text: before + chunk.text });
    this.tell('output', { snippet, ...chunk });
  }

  private finish(shown: Shown, report: RunReport): void {
    shown.report = report;
    if (this.isLast(shown)) this.tell('finished', report);
  }

  private isLast(shown: Shown): boolean {
    return this.shown.get(shown.snippet) === shown;
  }

  /** A page that is hidden does not exist: it asks for all of it when it comes back. */
  private tell<K extends 'ran' | 'takesInput' | 'output' | 'tail' | 'finished'>(
    method: K,
    params: Params<QuestionPage, K>,
  ): void {
    const page = this.page();
    if (!this.disposed && page.panel.visible) page.tell(method, params);
  }
}
