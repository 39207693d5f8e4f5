/** The quick pick of *Select Interpreter*. */
import * as vscode from 'vscode';
import { isTooOld } from '../../../core/python/interpreter.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import type { ProbeAnswer } from '../../../app/interpreters/probe.js';
import { interpreterLabel } from './interpreterLabel.js';
import { probeFaultMessage } from '../messages/probeFaultMessage.js';
import { askText, createPick, separator, shownRow } from '../ui/picks.js';
import type { Row } from '../ui/picks.js';

export interface InterpreterPickOptions {
  /** Each is shown when it is found, and all in their order at the end; the pick is open before. */
  readonly interpreters: (
    found: (interpreter: Interpreter) => void,
  ) => Promise<readonly Interpreter[]>;
  /** Marked when it is known: to find it may take long. */
  readonly current: Promise<Interpreter | undefined>;
  /** Whether the user has chosen one before, so that the choice can be taken back. */
  readonly isSet: boolean;
  /** The user's own folder, which is shown as `~`. */
  readonly home: string;
  readonly ask: (path: string) => Promise<ProbeAnswer>;
}

type Choice = Interpreter | 'automatic';

interface Item extends Row {
  readonly choice?: Choice | 'path' | 'browse';
}

/** Undefined when the user leaves it. */
export async function pickInterpreter(
  options: InterpreterPickOptions,
): Promise<Choice | undefined> {
  const choice = await pick(options);
  if (choice === 'path') return enterPath(options);
  if (choice === 'browse') return browse(options);
  return choice;
}

function pick(options: InterpreterPickOptions): Promise<Item['choice']> {
  const quickPick = createPick<Item>(
    vscode.l10n.t('Select the Python that runs snippets'),
    vscode.l10n.t('Type to filter by version, place or path'),
  );
  quickPick.matchOnDescription = true;
  quickPick.matchOnDetail = true;
  quickPick.busy = true;
  const ways: Item[] = [
    { icon: 'edit', label: vscode.l10n.t('Enter a Path…'), choice: 'path', alwaysShow: true },
    { icon: 'folder-opened', label: vscode.l10n.t('Browse…'), choice: 'browse', alwaysShow: true },
    ...(options.isSet
      ? [
          {
            icon: 'search',
            label: vscode.l10n.t('Find Automatically'),
            choice: 'automatic' as const,
            alwaysShow: true,
          },
        ]
      : []),
  ];
  const shownWays = ways.map((way) => shownRow(way));
  quickPick.items = shownWays;
  return new Promise((resolve) => {
    let closed = false;
    let current: Interpreter | undefined;
    const show = (interpreters: readonly Interpreter[]): void => {
      if (closed) return;
      const items = interpreters.map((one) => shownRow(item(one, current, options.home)));
      // What the user moved to meanwhile stays active.
      const active = quickPick.activeItems[0]?.label;
      quickPick.items = [...shownWays, separator, ...items];
      const same = quickPick.items.find(({ label }) => label === active);
      quickPick.activeItems = same && active !== shownWays[0]?.label ? [same] : items.slice(0, 1);
    };
    let soFar: readonly Interpreter[] = [];
    void options.current.then(
      (interpreter) => {
        current = interpreter;
        show(soFar);
      },
      () => undefined,
    );
    void options
      .interpreters((interpreter) => {
        soFar = [...soFar, interpreter];
        show(soFar);
      })
      .catch(() => soFar)
      .then((all) => {
        soFar = all;
        show(all);
        quickPick.busy = false;
      });
    quickPick.onDidAccept(() => {
      const chosen = quickPick.selectedItems[0];
      // A row of a list that was just replaced is none of the new one: let them choose again.
      if (!chosen) return;
      resolve(chosen.row?.choice);
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      closed = true;
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}

function item(interpreter: Interpreter, current: Interpreter | undefined, home: string): Item {
  const used = interpreter.executable === current?.executable;
  const { executable, origin } = interpreter;
  const shown = executable.startsWith(home) ? `~${executable.slice(home.length)}` : executable;
  const place = origin === 'interviewLab.pythonPath' ? vscode.l10n.t('your choice') : origin;
  const notes = [
    place,
    ...(used ? [vscode.l10n.t('in use')] : []),
    ...(isTooOld(interpreter) ? [vscode.l10n.t('too old: snippets need 3.10 or newer')] : []),
  ];
  return {
    label: interpreterLabel(interpreter),
    description: notes.join(' · '),
    detail: shown,
    choice: interpreter,
    ...(used ? { iconPath: new vscode.ThemeIcon('check') } : {}),
  };
}

async function enterPath({ ask }: InterpreterPickOptions): Promise<Choice | undefined> {
  let reason: string | undefined;
  let value = '';
  for (;;) {
    const entered = await askText({
      title: vscode.l10n.t('Path of the Python executable'),
      prompt: reason ?? vscode.l10n.t('An absolute path; ~ stands for your home folder.'),
      value,
      ignoreFocusOut: true,
    });
    if (entered === undefined || entered.trim() === '') return undefined;
    const answer = await ask(entered);
    if (answer.ok) return answer.interpreter;
    reason = probeFaultMessage(answer.fault);
    value = entered;
  }
}

async function browse({ ask }: InterpreterPickOptions): Promise<Choice | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Select a Python executable'),
    canSelectMany: false,
  });
  const file = files?.[0];
  if (!file) return undefined;
  const answer = await ask(file.fsPath);
  if (answer.ok) return answer.interpreter;
  throw new Error(probeFaultMessage(answer.fault));
}
