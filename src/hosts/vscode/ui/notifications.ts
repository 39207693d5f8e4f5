/** The one door to notifications, dialogs and the status bar's words: whatever passes is plain text. */
import * as vscode from 'vscode';
import { longestMessage, plainLines, plainText } from '../../../core/plainText.js';
import { faultMessage } from '../messages/faultMessage.js';

type Show = (message: string, ...buttons: string[]) => Thenable<string | undefined>;

/** Resolves with the button that was clicked, undefined when none was. */
type Tell = <B extends string>(message: string, ...buttons: readonly B[]) => Promise<B | undefined>;

export const notifications = {
  info: through((...shown) => vscode.window.showInformationMessage(...shown)),
  warn: through((...shown) => vscode.window.showWarningMessage(...shown)),
  error: through((...shown) => vscode.window.showErrorMessage(...shown)),

  /** Asks in a dialog that must be answered; the detail is a text, or lines of which each is one. */
  ask: <B extends string>(
    question: string,
    detail: string | readonly string[] | undefined,
    ...buttons: readonly B[]
  ): Promise<B | undefined> =>
    through((message, ...items) =>
      vscode.window.showWarningMessage(
        message,
        { modal: true, ...(detail === undefined ? {} : { detail: detailOf(detail) }) },
        ...items,
      ),
    )(question, ...buttons),

  /** What something that the user did failed of. */
  failure: (error: unknown): void => {
    void notifications.error(faultMessage(error));
  },

  /** For some seconds, in the status bar. */
  status: (message: string): void => {
    vscode.window.setStatusBarMessage(plainText(message), 4000);
  },
};

/** Works in a notification that can be cancelled; `report` shows how far it is. */
export function withProgress<T>(
  title: string,
  work: (report: (message: string) => void, cancelled: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  const task = vscode.window.withProgress(
    { location, title: plainText(title), cancellable: true },
    (progress, token) =>
      work((message) => {
        progress.report({ message: plainText(message) });
      }, token),
  );
  return Promise.resolve(task);
}

function through(show: Show): Tell {
  return async (message, ...buttons) => {
    const shown = buttons.map((button) => plainText(button));
    const clicked = await show(whole(message), ...shown);
    return clicked === undefined ? undefined : buttons[shown.indexOf(clicked)];
  };
}

function detailOf(detail: string | readonly string[]): string {
  return typeof detail === 'string' ? whole(detail) : plainLines(detail);
}

function whole(message: string): string {
  return plainText(message, longestMessage);
}
