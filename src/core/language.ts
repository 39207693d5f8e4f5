/** The language of the words for the user: that of the bundle which `l10n.config` was given, English without one. */
import * as l10n from '@vscode/l10n';

/** As BCP 47 says it. The bundle tells it itself, so that figures never speak another language than the words. */
export function language(): string {
  return l10n.t({ message: 'en', comment: ['The BCP 47 tag of the language of this bundle'] });
}
