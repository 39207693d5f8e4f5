/** Faults of packs as VS Code shows problems. */
import * as vscode from 'vscode';
import type { Fault } from '../../core/pack/pack.js';
import { longestMessage, plainText } from '../../core/plainText.js';

/** What the problems of packs are told by. */
export const problemSource = 'Python Interview Lab';

export function problemOf({ line, columns, message }: Fault): vscode.Diagnostic {
  const [from, to] = columns ?? [0, Number.MAX_SAFE_INTEGER];
  const range = new vscode.Range(line, from, line, to);
  const problem = new vscode.Diagnostic(
    range,
    plainText(message, longestMessage),
    vscode.DiagnosticSeverity.Error,
  );
  problem.source = plainText(problemSource);
  return problem;
}
