/** What can be recorded: a snippet, a file of the user's own, or a piece of code. */
import * as vscode from 'vscode';
import type { Question, Snippet, TraceAdvice } from '../../core/pack/pack.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';
import { fileName } from '../../hosts/vscode/fileName.js';
import { saveAllIn } from '../../hosts/vscode/saveAllIn.js';
import type { Services } from '../../hosts/vscode/services.js';
import { programSnippet } from '../../app/proving/programSnippet.js';
import type { RunRequest } from '../../app/running/pythonServices.js';
import { moduleFileName } from '../../core/python/moduleNames.js';
import type { SteppedCode } from '../../core/trace/steppedCode.js';

export type ProgramServices = Pick<
  Services,
  'catalog' | 'interpreters' | 'pythons' | 'scratch' | 'files' | 'log'
>;

/** A program that is ready to be recorded. */
export interface Prepared {
  readonly request: Omit<RunRequest, 'record'>;
  /** Whether what it reads is at its end from the beginning, or where what it is given ends. */
  readonly hasNoInput: boolean;
  dispose(): Promise<void>;
}

export interface Program {
  readonly title: string;
  /** Of which question it is a snippet, if it is one. */
  readonly snippet?: { readonly question: string; readonly snippet: string };
  /** What its author has to say of stepping through it. */
  readonly hint?: TraceAdvice;
  /** Undefined when the user would rather not; rejects with a sentence for the user. */
  prepare(): Promise<Prepared | undefined>;
}

/** The learner's version, as it is in the editor. */
export function snippetProgram(
  services: ProgramServices,
  question: Pick<Question, 'id'>,
  snippet: Snippet,
): Program {
  const { scratch } = services;
  return {
    title: snippet.name,
    snippet: { question: question.id, snippet: snippet.name },
    ...(snippet.trace ? { hint: snippet.trace } : {}),
    prepare: async () => {
      const interpreter = await askForPython(services, question.id, snippet, 'here');
      if (!interpreter) return undefined;
      await saveAllIn(scratch.folderOf(question.id, snippet));
      const run = await scratch.prepareRun(question.id, snippet, false);
      const { file, cwd } = run;
      const { stdin, timeout } = snippet;
      return {
        request: { interpreter, file, cwd, stdin, timeout },
        hasNoInput: stdin !== '',
        dispose: () => run.dispose(),
      };
    },
  };
}

/** Seconds for a file of which nobody says how long it may take. */
const longest = 20;

export function fileProgram(services: ProgramServices, uri: vscode.Uri): Program {
  const folder = vscode.Uri.joinPath(uri, '..');
  return {
    title: fileName(uri),
    prepare: async () => {
      const interpreter = await askForPython(services, '', undefined, 'here');
      if (!interpreter) return undefined;
      await saveAllIn(folder.fsPath);
      return {
        request: {
          interpreter,
          file: uri.fsPath,
          cwd: folder.fsPath,
          timeout: longest,
        },
        hasNoInput: false,
        dispose: () => Promise.resolve(),
      };
    },
  };
}

/** Code that stands in no file of its own. */
export function codeProgram(services: ProgramServices, stepped: SteppedCode): Program {
  const { title, code, begin, python, requires = [], files = [], timeout = longest } = stepped;
  const paths = files.map(({ path }) => path);
  const name = moduleFileName('program', code, paths);
  const needs = python === undefined ? undefined : { ...programSnippet(code, python), requires };
  return {
    title,
    ...(begin === undefined ? {} : { hint: { lines: [begin], watch: '' } }),
    prepare: async () => {
      const interpreter = await askForPython(services, '', needs, 'here');
      if (!interpreter) return undefined;
      const beside = files.map(({ path, text }) => [path, text] as const);
      const prepared = await services.files.runFolder(new Map([...beside, [name, code]]));
      const { folder } = prepared;
      const file = vscode.Uri.joinPath(vscode.Uri.file(folder), name).fsPath;
      return {
        request: { interpreter, file, cwd: folder, timeout },
        hasNoInput: stepped.hasNoInput === true,
        dispose: () => prepared.dispose(),
      };
    },
  };
}
