/** What failed, in words for the user: a sentence of ours where the system or the program itself speaks. */
import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';
import { systemFault } from '../../../core/systemFault.js';
import type { SystemFault } from '../../../core/systemFault.js';

/** One sentence or two. Sentences that were thrown for the user stay; the system's words in them become ours. */
export function faultMessage(error: unknown): string {
  if (!(error instanceof Error)) return plainText(String(error));
  // A sentence of ours may quote the system; its cause then says what is ours.
  const fault = error.cause instanceof Error ? undefined : systemFault(error);
  if (fault) return sentenceOf(fault);
  if (isOurMistake(error))
    return vscode.l10n.t(
      'Something went wrong that should not have: {0}. The log says more.',
      plainText(error.message),
    );
  return withoutSystemWords(error);
}

/** A sentence that ends with what the system said, in brackets, is followed by what to do about that. */
function withoutSystemWords(error: Error): string {
  const { cause, message } = error;
  if (!(cause instanceof Error)) return message;
  const fault = systemFault(cause);
  const said = message.replace(cause.message, () =>
    fault ? reasonOf(fault) : withoutSystemWords(cause),
  );
  return fault && message.endsWith(`(${cause.message}).`) ? `${said} ${remedyOf(fault)}` : said;
}

/** What no sentence for the user is thrown as. */
function isOurMistake(error: Error): boolean {
  return [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
}

function sentenceOf(fault: SystemFault): string {
  const reason = reasonOf(fault);
  const remedy = remedyOf(fault);
  return fault.path === undefined
    ? vscode.l10n.t('That did not work: {0}. {1}', reason, remedy)
    : vscode.l10n.t('“{0}”: {1}. {2}', plainText(fault.path), reason, remedy);
}

/** Without an end, so that it fits into a sentence. */
function reasonOf({ kind, code }: SystemFault): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('the disk is full');
    case 'readOnly':
      return vscode.l10n.t('the disk is read-only');
    case 'forbidden':
      return vscode.l10n.t('you have no permission');
    case 'missing':
      return vscode.l10n.t('there is no such file or folder');
    case 'exists':
      return vscode.l10n.t('there is such a file already');
    case 'isFolder':
      return vscode.l10n.t('it is a folder and not a file');
    case 'noFolder':
      return vscode.l10n.t('a file is where a folder should be');
    case 'notEmpty':
      return vscode.l10n.t('the folder is not empty');
    case 'busy':
      return vscode.l10n.t('another program uses it');
    case 'tooMany':
      return vscode.l10n.t('too much is open on this machine');
    case 'tooLong':
      return vscode.l10n.t('its name is too long');
    case 'tooLarge':
      return vscode.l10n.t('it is too large');
    case 'loop':
      return vscode.l10n.t('its links lead in a circle');
    case 'broken':
      return vscode.l10n.t('the disk does not answer as it should');
    case 'unreachable':
      return vscode.l10n.t('its disk cannot be reached');
    case 'other':
      return vscode.l10n.t('the system refused it ({0})', code);
  }
}

function remedyOf({ kind }: SystemFault): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('Free some disk space and try again.');
    case 'readOnly':
      return vscode.l10n.t('Make it writable, or choose another place.');
    case 'forbidden':
      return vscode.l10n.t('Check its permissions and try again.');
    case 'missing':
      return vscode.l10n.t('Check whether it was moved or deleted.');
    case 'tooLong':
      return vscode.l10n.t('Choose another name.');
    case 'exists':
    case 'isFolder':
    case 'noFolder':
    case 'notEmpty':
    case 'loop':
      return vscode.l10n.t('Move it elsewhere and try again.');
    case 'busy':
    case 'tooMany':
      return vscode.l10n.t('Close other programs and try again.');
    case 'tooLarge':
      return vscode.l10n.t('Choose a smaller one.');
    case 'broken':
    case 'unreachable':
      return vscode.l10n.t('Check the disk and try again.');
    case 'other':
      return vscode.l10n.t('Try again, or look into the log.');
  }
}
