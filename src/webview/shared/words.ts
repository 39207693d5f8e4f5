/** The words of the page in the reader's language, which stand in its document; English ones stand in the code. */
import * as l10n from '@vscode/l10n';

const words = document.querySelector('#words');
if (words) l10n.config({ contents: words.textContent });
