/** What the learner's Python prints of a program: nobody's guess. */
import * as vscode from 'vscode';
import { endedBy } from '../../app/running/endedBy.js';
import { programSnippet } from '../../app/proving/programSnippet.js';
import { moduleFileName } from '../../core/python/moduleNames.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';
import type { Services } from '../../hosts/vscode/services.js';
import { withProgress } from '../../hosts/vscode/ui/notifications.js';

export type PrintServices = Pick<Services, 'interpreters' | 'pythons' | 'runner' | 'files'>;

/** Seconds. */
const longest = 10;
/** More lines than these nobody tells by heart. */
const mostLines = 20;

/** Undefined when the learner would rather not; rejects with a sentence for the user when there is nothing to ask for. */
export async function printedBy(
  services: PrintServices,
  code: string,
): Promise<string | undefined> {
  const interpreter = await askForPython(services, '', programSnippet(code), 'here');
  if (!interpreter) return undefined;
  const name = moduleFileName('program', code);
  const prepared = await services.files.runFolder(new Map([[name, code]]));
  try {
    const cwd = prepared.folder;
    const file = vscode.Uri.joinPath(vscode.Uri.file(cwd), name).fsPath;
    const title = vscode.l10n.t('Running the selected code');
    const { ended, stdout, stderr, truncated, error } = await withProgress(
      title,
      (_, cancelled) => {
        const controller = new AbortController();
        cancelled.onCancellationRequested(() => {
          controller.abort();
        });
        const run = services.runner.start(
          { interpreter, file, cwd, timeout: longest },
          () => undefined,
        );
        return endedBy(run, controller.signal);
      },
    );
    if (ended === 'stopped') return undefined;
    if (ended === 'failedToStart') throw new Error(error);
    if (ended === 'timeout')
      throw new Error(
        vscode.l10n.t('The code did not end within {0} seconds, so no card is made.', longest),
      );
    const lastLine = stderr.trimEnd().split('\n').at(-1) ?? '';
    if (stdout.trim() === '')
      throw new Error(
        lastLine === ''
          ? vscode.l10n.t('The code prints nothing. Select lines that print something.')
          : vscode.l10n.t('The code prints nothing and ends with {0}', lastLine),
      );
    if (truncated || stdout.trimEnd().split('\n').length > mostLines)
      throw new Error(
        vscode.l10n.t('The code prints more than {0} lines. Select less of it.', mostLines),
      );
    return stdout;
  } finally {
    await prepared.dispose();
  }
}
