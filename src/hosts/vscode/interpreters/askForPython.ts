import * as vscode from 'vscode';
import type { Snippet } from '../../../core/pack/pack.js';
import { isBuiltIn } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import { interpreterLabel } from './interpreterLabel.js';
import { needsMessage } from '../messages/needMessages.js';
import type { Services } from '../services.js';
import { notifications } from '../ui/notifications.js';

/** Where a program runs: whatever starts its process itself can start the built-in Python as well. */
export type Where = 'here' | 'outside';

/**
 * The Python to run with, after asking what to do about what it lacks; undefined when the user would rather not.
 *
 * @param where a terminal and a debugger are outside: the built-in Python is not there
 */
export async function askForPython(
  services: Pick<Services, 'interpreters' | 'pythons'>,
  question: string,
  snippet: Snippet | undefined,
  where: Where = 'outside',
): Promise<Interpreter | undefined> {
  const { interpreters, pythons } = services;
  const isRefused = (one: Interpreter): boolean => where === 'outside' && isBuiltIn(one);
  const select = vscode.l10n.t('Select Interpreter');
  const current = await interpreters.current();
  const another = async (message: string): Promise<Interpreter | undefined> => {
    const answer = await notifications.error(message, select);
    return answer === select && (await interpreters.select())
      ? askForPython(services, question, snippet, where)
      : undefined;
  };
  if (!current)
    return another(
      vscode.l10n.t('No Python was found. Install Python 3.10 or newer, or select one.'),
    );
  const python = snippet && (await pythons.of({ id: question }, snippet));
  if (isRefused(python?.interpreter ?? current))
    return another(
      vscode.l10n.t(
        'The built-in Python runs in the panel only. Install Python 3.10 or newer, or select one.',
      ),
    );
  if (!snippet) return current;
  if (!python || python.unmet.length === 0) return python?.interpreter;

  const { other: found, labBase } = await pythons.offers(snippet);
  const other = found && isRefused(found) ? undefined : found;
  const useOther =
    other && vscode.l10n.t('Run with {0} ({1})', interpreterLabel(other), other.origin);
  const install = labBase && vscode.l10n.t('Install into the Lab Environment');
  const anyway = vscode.l10n.t('Run Anyway');
  const answer = await notifications.warn(
    needsMessage(python.unmet, python.interpreter),
    ...[useOther, install, select, anyway].filter((button) => button !== undefined),
  );
  if (answer === undefined) return undefined;
  if (answer === anyway) return python.interpreter;
  if (other && answer === useOther) {
    pythons.choose({ id: question }, snippet, other);
    return other;
  }
  const mended =
    labBase && answer === install
      ? await pythons.install(snippet, labBase)
      : (await interpreters.select()) !== undefined;
  return mended ? askForPython(services, question, snippet, where) : undefined;
}
