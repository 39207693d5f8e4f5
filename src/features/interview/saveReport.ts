/** Writes the report where the learner wants it. */
import * as vscode from 'vscode';
import { reportMarkdown, reportOf } from '../../core/interview/report.js';
import type { InterviewSession } from '../../core/interview/session.js';
import type { Machine } from '../../app/ports.js';
import type { Log } from '../../app/log.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';

/** Asks where, writes the file and opens it; does nothing when the learner changes their mind. */
export async function saveReport(
  { home }: Machine,
  { text, startedAt }: { readonly text: string; readonly startedAt: number },
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(home);
  const name = `interview-${new Date(startedAt).toISOString().slice(0, 10)}.md`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Interview Report'),
    defaultUri: vscode.Uri.joinPath(folder, name),
    filters: { Markdown: ['md'] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    throw new Error(
      vscode.l10n.t(
        'The report could not be written to {0}. Choose another folder.',
        target.fsPath,
      ),
      { cause: error },
    );
  }
  await vscode.window.showTextDocument(target, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
  });
}

/** Tells that the interview is over, with the way to its report. */
export function offerReport(machine: Machine, session: InterviewSession, log: Log): void {
  const save = vscode.l10n.t('Save Report…');
  const offer = async (): Promise<void> => {
    const told = vscode.l10n.t(
      'The interview is finished and its result is kept in your progress.',
    );
    if ((await notifications.info(told, save)) !== save) return;
    const text = reportMarkdown(reportOf(session), questionLink);
    await saveReport(machine, { text, startedAt: session.startedAt });
  };
  offer().catch((error: unknown) => {
    log.error('The report could not be saved', error);
    notifications.failure(error);
  });
}

/** The link that opens a question from outside VS Code, or from a document in it. */
export function questionLink(id: string): string {
  return `${vscode.env.uriScheme}://python-interview-lab.python-interview-lab/question/${id}`;
}
