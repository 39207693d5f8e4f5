/** A panel in which one program is recorded, and then replayed. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Run, RunResult } from '../../app/running/pythonServices.js';
import { Recording } from '../../core/trace/recording.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { onDidChangeColors } from '../../hosts/vscode/colors/colorChanges.js';
import { ContextKey, Setting } from '../../hosts/vscode/settings/settings.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import type { Services } from '../../hosts/vscode/services.js';
import { traceSchemas } from '../../protocol/trace.js';
import type { TracedFile, TraceHost, TraceModel, TracePage } from '../../protocol/trace.js';
import type { Prepared, Program } from './program.js';

export type TraceServices = Pick<Services, 'extensionUri' | 'runner' | 'journal' | 'log'>;

export class TracePanel extends DisposableStore {
  private readonly page: Page<TracePage>;
  private run: Run | undefined;
  private model: TraceModel | undefined;
  private readsInput = false;
  private folder = '';

  constructor(
    private readonly services: TraceServices,
    private readonly program: Program,
  ) {
    super();
    const { extensionUri, log } = services;
    this.page = openPage<TraceHost, TracePage>(
      {
        viewType: panels.trace,
        page: 'trace',
        title: vscode.l10n.t('Steps: {0}', program.title),
        icon: 'question',
        column: vscode.ViewColumn.Beside,
        extensionUri,
        schemas: traceSchemas,
        log,
      },
      () => ({
        ready: () => {
          // What it was told while it was loading it did not hear.
          if (this.run && this.readsInput) this.page.tell('takesInput', {});
          return this.model;
        },
        stop: () => this.run?.stop(),
        input: ({ text }) => {
          this.run?.write(text);
        },
        endInput: () => this.run?.endInput(),
        again: ({ counts }) => this.record(counts),
        predicted: async ({ right }) => {
          const { snippet } = this.program;
          if (snippet) await this.services.journal.record({ kind: 'predicted', ...snippet, right });
        },
        colors: async () => {
          const { colorCode } = await import('../../hosts/vscode/colors/codeColors.js');
          const files = this.model?.files ?? [];
          return colorCode(files.map(({ text }) => ({ language: 'python', code: text })));
        },
        reveal: async ({ file, line }) => {
          const name = this.model?.files[file]?.name;
          if (name !== undefined) await this.reveal(name, line);
        },
      }),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add({ dispose: () => this.run?.stop() });
    this.add(
      onDidChangeColors(() => {
        this.page.tell('recolor', {});
      }),
    );
  }

  /** The editor follows, where the file is still there. */
  private async reveal(name: string, line: number): Promise<void> {
    const uri = vscode.Uri.joinPath(vscode.Uri.file(this.folder), ...name.split(/[\\/]/));
    const place = new vscode.Range(line - 1, 0, line - 1, 0);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      preserveFocus: true,
      preview: true,
      selection: place,
    });
  }

  /** Rejects with a sentence for the user when the program cannot be started. */
  async record(counts = false): Promise<void> {
    const prepared = await this.program.prepare();
    if (!prepared) {
      if (!this.model) this.page.dispose();
      return;
    }
    this.run?.stop();
    this.model = undefined;
    this.readsInput = false;
    this.page.tell('begun', {});
    try {
      this.model = await this.recorded(prepared, counts);
    } finally {
      this.run = undefined;
      await prepared.dispose();
    }
    didStep.set(true);
    if (!this.isDisposed) this.page.tell('show', this.model);
  }

  private async recorded({ request, hasNoInput }: Prepared, counts: boolean): Promise<TraceModel> {
    this.folder = request.cwd;
    const record = { counts, ...limits(), afterwards };
    // What it is recorded for is no time of the program's own.
    const timeout = (request.timeout ?? 0) + record.seconds;
    const run = this.services.runner.start(
      { ...request, timeout, record },
      (chunk) => {
        this.page.tell('output', chunk);
      },
      {
        onWaiting: (isWaiting) => {
          if (!isWaiting || this.readsInput) return;
          this.readsInput = true;
          this.page.tell('takesInput', {});
        },
      },
    );
    this.run = run;
    if (hasNoInput) run.endInput();
    const result = await run.result;
    const recording = result.recording ?? '';
    return {
      title: this.program.title,
      files: await filesOf(recording, request.cwd),
      recording,
      stdout: result.stdout,
      stderr: result.stderr,
      ended: result.ended,
      counts,
      ...(this.program.hint ? { hint: this.program.hint } : {}),
      ...faultOf(result),
    };
  }
}

const didStep = new ContextKey('interviewLab.did.step');
const steps = new Setting('interviewLab.trace.steps');
const seconds = new Setting('interviewLab.trace.seconds');
const objects = new Setting('interviewLab.trace.objects');

/** Seconds in which a long loop may come to its end and print its result; an endless one does not. */
const afterwards = 2;

function limits() {
  return { steps: steps.value, seconds: seconds.value, objects: objects.value };
}

function faultOf({ ended, error }: RunResult): Pick<TraceModel, 'fault'> {
  return ended === 'failedToStart' ? { fault: error ?? '' } : {};
}

/** The text of each file in which something ran, as it was then. */
async function filesOf(recording: string, folder: string): Promise<readonly TracedFile[]> {
  const names = new Recording(recording).files;
  const root = vscode.Uri.file(folder);
  return Promise.all(
    names.map(async (name) => {
      const uri = vscode.Uri.joinPath(root, ...name.split(/[\\/]/));
      return { name, text: await textOf(uri).catch(() => '') };
    }),
  );
}

/** Bytes: a longer module is shown without its text. */
const longestFile = 4_000_000;

/** Empty for what is no file: a pipe would never end. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.File) === 0 || size > longestFile) return '';
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
