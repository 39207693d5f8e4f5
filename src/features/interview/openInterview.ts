/** The interview that is open: one at a time, and gone on with after a reload. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Disposable } from '../../app/disposable.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { interviewStateSchema } from '../../protocol/interview.js';
import { Interviews } from '../../app/interview/interviews.js';
import type { KeptInterview } from '../../app/interview/interviews.js';
import { InterviewController } from '../../app/interview/interviewController.js';
import { InterviewPanel } from './interviewPanel.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import type { InterviewServices } from './interviewServices.js';
import { interviewDependencies } from './interviewDependencies.js';

/** Resolves when what earlier versions kept in files is in the journal. */
export async function takeOver(services: InterviewServices): Promise<void> {
  const earlier = await services.files.earlierSessions();
  const { fsPath } = interviewFolder(services);
  await earlier.takeOverInterviews(fsPath, services.journal, (path) => void tellOfDamage(path));
}

function interviewFolder({ storageUri }: InterviewServices): vscode.Uri {
  return vscode.Uri.joinPath(storageUri, 'interviews');
}

export class OpenInterview implements Disposable {
  private readonly only = new OnlyPanel<InterviewPanel>(panels.interview);
  private readonly interviews: Interviews;
  private readonly dependencies: ReturnType<typeof interviewDependencies>;

  constructor(private readonly services: InterviewServices) {
    const drafts = vscode.Uri.joinPath(interviewFolder(services), 'drafts').fsPath;
    this.interviews = new Interviews(services.journal, services.files.texts(drafts));
    this.dependencies = interviewDependencies(services, this.interviews);
  }

  async open(): Promise<void> {
    this.show(undefined);
    return Promise.resolve();
  }

  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(interviewStateSchema, state);
    const session = parsed.success ? await this.interviews.open(parsed.output.session) : undefined;
    this.show(session, panel);
  }

  dispose(): void {
    this.only.dispose();
  }

  private show(session: KeptInterview | undefined, revived?: vscode.WebviewPanel): void {
    this.only.show((panel) => {
      const controller = new InterviewController(session, this.dependencies);
      return new InterviewPanel(this.services, controller, panel);
    }, revived);
  }
}

async function tellOfDamage(path: string): Promise<void> {
  const show = vscode.l10n.t('Show What Was Damaged');
  const message = vscode.l10n.t(
    'The file of a mock interview was damaged and set aside; what the journal has of it stays. Start a new interview.',
  );
  if ((await notifications.warn(message, show)) === show)
    await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
}
