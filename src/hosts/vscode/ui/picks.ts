/** The one door to quick picks and input boxes: whatever a row or a prompt says is plain text. */
import * as vscode from 'vscode';
import { longestMessage, plainText } from '../../../core/plainText.js';

/** A row to pick; what it says may be text of others. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Name of the icon before the label. */
  readonly icon?: string;
  /** Name of the icon before the detail. */
  readonly detailIcon?: string;
  readonly picked?: boolean;
  readonly alwaysShow?: boolean;
  readonly iconPath?: vscode.ThemeIcon;
}

export interface PickOptions {
  readonly title: string;
  readonly placeHolder?: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
}

/** A row as it is shown. Only `shownRow` makes one. */
export interface ShownRow<T> extends vscode.QuickPickItem {
  readonly row: T | undefined;
}

export const separator: ShownRow<never> = {
  label: '',
  kind: vscode.QuickPickItemKind.Separator,
  row: undefined,
};

export function shownRow<T extends Row>(row: T): ShownRow<T> {
  const { label, description, detail, icon, detailIcon, picked, alwaysShow, iconPath } = row;
  return {
    row,
    label: withIcon(icon, label),
    ...(description === undefined ? {} : { description: plainText(description) }),
    ...(detail === undefined ? {} : { detail: withIcon(detailIcon, detail) }),
    ...(picked === undefined ? {} : { picked }),
    ...(alwaysShow === undefined ? {} : { alwaysShow }),
    ...(iconPath === undefined ? {} : { iconPath }),
  };
}

/** A pick whose rows change while it is open. */
export function createPick<T extends Row>(
  title: string,
  placeholder: string,
): vscode.QuickPick<ShownRow<T>> {
  const pick = vscode.window.createQuickPick<ShownRow<T>>();
  pick.title = plainText(title);
  pick.placeholder = plainText(placeholder);
  return pick;
}

/** Undefined when the user leaves it. */
export async function pickOne<T extends Row>(
  rows: readonly (T | typeof separator)[],
  options: PickOptions,
): Promise<T | undefined> {
  const shown = rows.map((row) => (row === separator ? separator : shownRow(row as T)));
  return (await vscode.window.showQuickPick<ShownRow<T>>(shown, { ...options }))?.row;
}

/** Undefined when the user leaves it. */
export async function pickSeveral<T extends Row>(
  rows: readonly T[],
  options: PickOptions,
): Promise<readonly T[] | undefined> {
  const shown = rows.map((row) => shownRow(row));
  const picked = await vscode.window.showQuickPick(shown, { ...options, canPickMany: true });
  return picked?.flatMap(({ row }) => row ?? []);
}

/** Undefined when the user leaves it; `fault` says what is wrong with a text, undefined when nothing is. */
export function askText(asked: {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  readonly ignoreFocusOut?: boolean;
  readonly fault?: (text: string) => string | undefined;
}): Promise<string | undefined> {
  const { title, prompt, value, ignoreFocusOut = false, fault } = asked;
  return Promise.resolve(
    vscode.window.showInputBox({
      title: plainText(title),
      prompt: plainText(prompt, longestMessage),
      value,
      ignoreFocusOut,
      validateInput: (text) => {
        const said = fault?.(text);
        return said === undefined ? undefined : plainText(said);
      },
    }),
  );
}

/** A box whose text is followed while it is typed. */
export function createInput(title: string, placeholder: string): vscode.InputBox {
  const input = vscode.window.createInputBox();
  input.title = plainText(title);
  input.placeholder = plainText(placeholder);
  return input;
}

function withIcon(icon: string | undefined, text: string): string {
  return icon === undefined ? plainText(text) : `$(${icon}) ${plainText(text)}`;
}
