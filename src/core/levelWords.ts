import * as l10n from '@vscode/l10n';
import type { Level } from './pack/pack.js';

/** A level among other facts of a question or an exercise, in the reader's language. */
export function levelWords(level: Level): string {
  const words = { core: l10n.t('core'), advanced: l10n.t('advanced'), expert: l10n.t('expert') };
  return words[level];
}
