import * as l10n from '@vscode/l10n';

export const keys: readonly (readonly [string, string])[] = [
  [l10n.t('→ or F11'), l10n.t('Next step')],
  ['←', l10n.t('Step back')],
  [l10n.t('O or F10'), l10n.t('Step over calls')],
  [l10n.t('U or Shift+F11'), l10n.t('Step out of the function')],
  ['Home', l10n.t('First step')],
  ['End', l10n.t('Last step')],
  [l10n.t('↑ ↓, then Enter'), l10n.t('In the code or the output: go to the step of a line')],
  ['P', l10n.t('Predict what happens next')],
  ['R', l10n.t('Record again')],
  ['?', l10n.t('These keys')],
];
