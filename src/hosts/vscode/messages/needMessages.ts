/** What an interpreter lacks, and what would mend it, in words for the user. */
import * as vscode from 'vscode';
import { isBuiltIn } from '../../../core/python/builtIn.js';
import type { SystemPart } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import type { UnmetNeed } from '../../../core/python/needs.js';
import { requirementText } from '../../../core/python/requirement.js';

/** What is missing, one sentence. */
export function missingMessage(need: UnmetNeed): string {
  if (need.kind === 'python')
    return vscode.l10n.t(
      'Python {0} is needed, and the interpreter is {1}.',
      need.need,
      need.found,
    );
  if (need.kind === 'system') return systemMessage(need.need);
  if (need.kind === 'unreadable')
    return vscode.l10n.t('“{0}” is not a requirement that can be checked.', need.need);
  const { name, range } = need.requirement;
  if (need.found === undefined) return vscode.l10n.t('The package {0} is not installed.', name);
  return vscode.l10n.t(
    'The package {0} {1} is needed, and {2} is installed.',
    name,
    range,
    need.found,
  );
}

/** What the user can do about it, one sentence. */
export function mendMessage(need: UnmetNeed, { executable }: Interpreter): string {
  if (need.kind === 'python')
    return vscode.l10n.t('Select an interpreter with Python {0}.', need.need);
  if (need.kind === 'system')
    return vscode.l10n.t('Select a Python that is installed on this machine.');
  if (need.kind === 'unreadable')
    return vscode.l10n.t('Write it as PEP 508 has it, for example pydantic>=2.');
  if (isBuiltIn({ executable }))
    return vscode.l10n.t('Packages need a Python that is installed on this machine: select one.');
  const python = /\s/.test(executable) ? `"${executable}"` : executable;
  const command = `${python} -m pip install "${requirementText(need.requirement)}"`;
  return vscode.l10n.t('Install it with: {0}', command);
}

/** Everything that is missing and what would mend it. */
export function needsMessage(unmet: readonly UnmetNeed[], interpreter: Interpreter): string {
  return unmet.map((need) => `${missingMessage(need)} ${mendMessage(need, interpreter)}`).join(' ');
}

function systemMessage(part: SystemPart): string {
  switch (part) {
    case 'threads':
      return vscode.l10n.t('This program starts threads, which the built-in Python cannot.');
    case 'processes':
      return vscode.l10n.t('This program starts processes, which the built-in Python cannot.');
    case 'sockets':
      return vscode.l10n.t('This program uses the network, which the built-in Python cannot.');
    case 'libraries':
      return vscode.l10n.t(
        'This program uses libraries of the system, which the built-in Python does not have.',
      );
  }
}
